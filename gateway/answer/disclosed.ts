import type { Ground, LevelSets, Obligation } from '@trellis/decision';
import type { Outcome } from '../execute/run-operation.ts';
import type { Run } from '../execute/run.ts';
import { add, needOf, positions } from '../stages/need.ts';

/** What an answer discloses of one child. */
export interface Disclosed {
  readonly child: string;
  readonly FULL: readonly string[];
  readonly SUMMARY: readonly string[];
  readonly grounds: readonly (Ground & { readonly category: string })[];
  readonly obligations: readonly Obligation[];
}

/** Every category, with its level, that a record's appearing or its fields give of each child, and on which grounds. */
export function disclosedOf(run: Run, { records }: Outcome): readonly Disclosed[] {
  const byChild = new Map<string, LevelSets>();
  for (const { children, access, cut } of records) {
    for (const child of children) {
      let sums = byChild.get(child);
      if (!sums) byChild.set(child, (sums = needOf(run.graph.vocabulary, { FULL: [], SUMMARY: [] })));
      for (const need of cut ? [access, cut.disclosed] : [access]) {
        add(sums.FULL, need.FULL);
        add(sums.SUMMARY, need.SUMMARY);
      }
    }
  }
  return [...byChild].flatMap(([child, sums]) => {
    const full = positions(sums.FULL);
    const summary = positions(sums.SUMMARY).filter((bit) => !full.includes(bit));
    if (full.length + summary.length === 0) return [];
    const decision = run.decisions.decision(child);
    const code = (bit: number): string => run.graph.vocabulary.categories[bit]?.code ?? '';
    const ground = (level: 'FULL' | 'SUMMARY') => (bit: number) =>
      decision.grounds(bit, level).map((each) => ({ ...each, category: code(bit) }));
    const all = sums.FULL.map((word, index) => word | (sums.SUMMARY[index] as number));
    return {
      child,
      FULL: full.map(code),
      SUMMARY: summary.map(code),
      grounds: [...full.flatMap(ground('FULL')), ...summary.flatMap(ground('SUMMARY'))],
      obligations: decision.obligations(all),
    };
  });
}
