import type { LevelSets, Route } from '@trellis/decision';
import type { AnswerRecord } from '../execute/record.ts';
import type { Outcome } from '../execute/run-operation.ts';
import type { Run } from '../execute/run.ts';
import type { Need } from '../stages/need.ts';
import { isMet, positions } from '../stages/need.ts';
import type { Stage, StageNode } from '../stages/stage.ts';

/** One thing asked for and not permitted (doors.graphql). */
export interface Withheld {
  readonly coordinate: string;
  readonly child: string;
  readonly categories: readonly string[];
  readonly routes: readonly Route[];
}

/** What was withheld of the children that the request named or the answer shows; of others nothing is said. */
export function withheldOf(run: Run, { records, named }: Outcome): readonly Withheld[] {
  const shown = new Set(named);
  for (const record of records) if (isChild(run, record.type)) record.children.forEach((child) => shown.add(child));
  const withheld = new Map<string, { coordinate: string; child: string; bits: readonly number[] }>();
  const unmet = new Map<Stage, Map<string, readonly StageNode[]>>();
  for (const record of records) {
    for (const { node, own } of unmetOf(unmet, record)) {
      const coordinate = `${node.parent}.${node.name}`;
      for (const child of record.children) {
        const bits = shown.has(child) ? missing(own, run.decisions.yes([child])) : [];
        if (bits.length === 0) continue;
        // The same field may be asked with arguments that need more.
        const known = withheld.get(`${coordinate} ${child}`);
        const all = [...new Set([...(known?.bits ?? []), ...bits])].sort((a, b) => a - b);
        withheld.set(`${coordinate} ${child}`, { coordinate, child, bits: all });
      }
    }
  }
  return [...withheld.values()].map(({ coordinate, child, bits }) => entry(run, coordinate, child, bits));
}

/** What was asked for of a record and is not permitted: worked out once for all records of a stage that permit the same. */
function unmetOf(
  known: Map<Stage, Map<string, readonly StageNode[]>>,
  { stage, yes, permission }: AnswerRecord,
): readonly StageNode[] {
  let ofStage = known.get(stage);
  if (!ofStage) known.set(stage, (ofStage = new Map()));
  let unmet = ofStage.get(permission);
  if (!unmet) ofStage.set(permission, (unmet = stage.asked.filter(({ own }) => !isMet(own, yes))));
  return unmet;
}

function isChild(run: Run, type: string): boolean {
  const record = run.graph.records.get(type);
  return record !== undefined && record.about.children === record.key;
}

/** The categories of a need that are not permitted at the level it needs. */
function missing(need: Need, yes: LevelSets): readonly number[] {
  const full = positions(need.FULL.map((word, index) => word & ~(yes.FULL[index] as number)));
  const summary = positions(need.SUMMARY.map((word, index) => word & ~(yes.SUMMARY[index] as number)));
  return [...new Set([...full, ...summary])].sort((a, b) => a - b);
}

function entry(run: Run, coordinate: string, child: string, bits: readonly number[]): Withheld {
  const decision = run.decisions.decision(child);
  const routes = new Set(bits.flatMap((bit) => decision.routes(bit)));
  return {
    coordinate,
    child,
    categories: bits.map((bit) => run.graph.vocabulary.categories[bit]?.code ?? ''),
    routes: (['CONSENT', 'APPROVAL', 'EMERGENCY'] as const).filter((route) => routes.has(route)),
  };
}
