import type { LevelSets } from '@trellis/decision';
import type { AnswerRecord } from '../execute/record.ts';
import type { OperationOutcome } from '../execute/run-operation.ts';
import type { Run } from '../execute/run.ts';
import { isMet, metBy } from '../stages/need.ts';
import type { PurposeSet } from '../stages/purpose-set.ts';
import { purposePlaces } from '../stages/purpose-set.ts';
import type { Stage, StageNode } from '../stages/stage.ts';
import { missingIn } from './missing-in.ts';

/** Categories that were asked for of one child and are not permitted for one purpose: for the ledger. */
export interface Missed {
  readonly child: string;
  readonly purpose: string;
  readonly categories: readonly string[];
}

/** A field that none of the purposes permits, and those that would have reached it. */
interface Unmet {
  readonly stageNode: StageNode;
  readonly under: PurposeSet;
}

/** All that was asked for of the children that the request named or the answer shows and was not given, at any depth; of others nothing is kept. */
export function missedOf(run: Run, { records }: OperationOutcome, shown: ReadonlySet<string>): readonly Missed[] {
  const missed = new Map<string, { child: string; place: number; bits: Set<number> }>();
  const unmet = new Map<Stage, Map<string, readonly Unmet[]>>();
  for (const record of records) {
    const fields = unmetOf(unmet, record);
    if (fields.length === 0) continue;
    for (const child of record.children) if (shown.has(child)) note(run, missed, child, fields);
  }
  return [...missed.values()].map(({ child, place, bits }) => ({
    child,
    purpose: run.purposes[place] as string,
    categories: [...bits].map((bit) => run.graph.vocabulary.categories[bit]?.code ?? '').sort(),
  }));
}

function note(
  run: Run,
  missed: Map<string, { child: string; place: number; bits: Set<number> }>,
  child: string,
  fields: readonly Unmet[],
): void {
  const yes = run.decisions.yes([child]);
  for (const { stageNode, under } of fields) {
    for (const place of purposePlaces(under)) {
      const permitted = yes[place] as LevelSets;
      if (isMet(stageNode.own, permitted)) continue;
      const known = missed.get(`${place} ${child}`) ?? { child, place, bits: new Set() };
      for (const { bit } of missingIn(stageNode.own, permitted)) known.bits.add(bit);
      missed.set(`${place} ${child}`, known);
    }
  }
}

/** The part that is not permitted of what was asked for of a record: worked out once for all records of a stage that permit the same. */
function unmetOf(
  known: Map<Stage, Map<string, readonly Unmet[]>>,
  { stage, under, yes, permission }: AnswerRecord,
): readonly Unmet[] {
  let ofStage = known.get(stage);
  if (!ofStage) known.set(stage, (ofStage = new Map()));
  let unmet = ofStage.get(permission);
  if (!unmet) ofStage.set(permission, (unmet = unmetIn(stage.selections, yes, under, under)));
  return unmet;
}

/** `above`: the purposes that permit all above these fields; `every`: those under which the record appears. */
function unmetIn(
  nodes: readonly StageNode[],
  yes: readonly LevelSets[],
  above: PurposeSet,
  every: PurposeSet,
): readonly Unmet[] {
  return nodes.flatMap((stageNode): readonly Unmet[] => {
    const { own, need, selections } = stageNode;
    const met = above & metBy(need, yes);
    // Below what is withheld itself, only what would be withheld by itself.
    const isUnmet = above === 0 ? (every & metBy(own, yes)) === 0 : met === 0;
    const below = unmetIn([...(selections?.values() ?? [])].flat(), yes, met, every);
    return isUnmet ? [{ stageNode, under: above === 0 ? every : above }, ...below] : below;
  });
}
