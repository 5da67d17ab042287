import type { Decision } from '@trellis/decision';
import type { OperationOutcome } from '../execute/run-operation.ts';
import type { Run } from '../execute/run.ts';
import type { Need } from '../stages/need.ts';
import { isMet, isOpen, unionOf } from '../stages/need.ts';
import { firstPurpose, purposePlaces } from '../stages/purpose-set.ts';
import type { Account } from './account.ts';
import { accountsOf } from './account.ts';

/** The disclosure of one child by an answer, or the part of it that is recorded apart. */
export interface Disclosed {
  readonly child: string;
  readonly purpose: string;
  readonly account: Account;
}

/**
 * Every category, with its level, that a record's appearing or its fields give of each child, on which grounds, and under which of the
 * request's purposes: the first that permits it.
 */
export function disclosedOf(run: Run, { records }: OperationOutcome): readonly Disclosed[] {
  const { vocabulary } = run.graph;
  const sums = run.purposes.map(() => new Map<string, Need>());
  const note = (place: number, child: string, need: Need): void => {
    const byChild = sums[place] as Map<string, Need>;
    const known = byChild.get(child);
    // Most records add nothing to what is known.
    if (known && isMet(need, known)) return;
    byChild.set(child, known ? unionOf(vocabulary, [known, need]) : need);
  };
  for (const { children, access, cut, under } of records) {
    const [first = 0] = purposePlaces(firstPurpose(under));
    for (const child of children) {
      note(first, child, access);
      cut?.disclosed.forEach((need, place) => note(place, child, need));
    }
  }
  return sums.flatMap((byChild, place) =>
    [...byChild].flatMap(([child, need]) => {
      if (isOpen(need)) return [];
      const decision = run.decisions.decisions(child)[place] as Decision;
      const purpose = run.purposes[place] as string;
      return accountsOf(vocabulary, decision, need).map((account) => ({ child, purpose, account }));
    }),
  );
}
