import type { Outcome } from '../execute/run-operation.ts';
import type { Run } from '../execute/run.ts';
import type { Need } from '../stages/need.ts';
import { isMet, isOpen, unionOf } from '../stages/need.ts';
import type { Account } from './account.ts';
import { accountsOf } from './account.ts';

/** What an answer discloses of one child, or the part of it that is recorded apart. */
export interface Disclosed {
  readonly child: string;
  readonly account: Account;
}

/** Every category, with its level, that a record's appearing or its fields give of each child, and on which grounds. */
export function disclosedOf(run: Run, { records }: Outcome): readonly Disclosed[] {
  const { vocabulary } = run.graph;
  const byChild = new Map<string, Need>();
  const note = (child: string, need: Need): void => {
    const known = byChild.get(child);
    // Most records add nothing to what is known.
    if (known && isMet(need, known)) return;
    byChild.set(child, known ? unionOf(vocabulary, [known, need]) : need);
  };
  for (const { children, access, cut } of records) {
    for (const child of children) {
      note(child, access);
      if (cut) note(child, cut.disclosed);
    }
  }
  return [...byChild].flatMap(([child, sums]) =>
    isOpen(sums)
      ? []
      : accountsOf(vocabulary, run.decisions.decision(child), sums).map((account) => ({ child, account })),
  );
}
