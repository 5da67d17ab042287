import type { OperationOutcome } from '../execute/run-operation.ts';
import type { Run } from '../execute/run.ts';
import { positions } from '../stages/need.ts';
import type { Missed } from './missed.ts';

/** Under whom a search itself is entered, whatever it found: an id that no child is given but by a chance of one in 2^128. */
const nobody = 'a'.repeat(26);

/**
 * The entries that the ledger keeps of searches for children: of each child that fits and was not shown, that it was withheld; and always that there
 * was a search, so that one which finds nobody is known too, and costs what the others cost. The answer says nothing of these.
 */
export function soughtOf(run: Run, { searches }: OperationOutcome): readonly Missed[] {
  return [...searches].flatMap(([{ own }, hidden]) => {
    const bits = new Set([...positions(own.FULL), ...positions(own.SUMMARY)]);
    const categories = [...bits].map((bit) => run.graph.vocabulary.categories[bit]?.code ?? '');
    const entries = [...hidden.map((child) => ({ child, categories })), { child: nobody, categories: [] }];
    return run.purposes.flatMap((purpose) => entries.map((each) => ({ ...each, purpose })));
  });
}
