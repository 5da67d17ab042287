import type { LevelSets } from '@trellis/decision';
import type { Outcome } from '../execute/run-operation.ts';
import type { Run } from '../execute/run.ts';
import { add, isOpen, needOf } from '../stages/need.ts';
import type { Account } from './account.ts';
import { accountOf } from './account.ts';

/** What an answer discloses of one child. */
export interface Disclosed {
  readonly child: string;
  readonly account: Account;
}

/** Every category, with its level, that a record's appearing or its fields give of each child, and on which grounds. */
export function disclosedOf(run: Run, { records }: Outcome): readonly Disclosed[] {
  const { vocabulary } = run.graph;
  const byChild = new Map<string, LevelSets>();
  for (const { children, access, cut } of records) {
    for (const child of children) {
      let sums = byChild.get(child);
      if (!sums) byChild.set(child, (sums = needOf(vocabulary, { FULL: [], SUMMARY: [] })));
      for (const need of cut ? [access, cut.disclosed] : [access]) {
        add(sums.FULL, need.FULL);
        add(sums.SUMMARY, need.SUMMARY);
      }
    }
  }
  return [...byChild].flatMap(([child, sums]) =>
    isOpen(sums) ? [] : [{ child, account: accountOf(vocabulary, run.decisions.decision(child), sums) }],
  );
}
