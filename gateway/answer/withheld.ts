import type { LevelSets, Route } from '@trellis/decision';
import type { AnswerRecord } from '../execute/record.ts';
import type { Outcome } from '../execute/run-operation.ts';
import type { Run } from '../execute/run.ts';
import type { Need } from '../stages/need.ts';
import { isMet, metBy, positions } from '../stages/need.ts';
import type { PurposeSet } from '../stages/purpose-set.ts';
import { placesOf } from '../stages/purpose-set.ts';
import type { Stage, StageNode } from '../stages/stage.ts';

/** One thing asked for and not permitted (doors.graphql). */
export interface Withheld {
  readonly coordinate: string;
  readonly child: string;
  readonly categories: readonly string[];
  readonly routes: readonly Route[];
}

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

interface Noted {
  readonly coordinate: string;
  readonly child: string;
  /** By the place of the purpose. */
  readonly missing: Map<number, Set<number>>;
}

/** What was withheld of the children that the request named or the answer shows; of others nothing is said. */
export function withheldOf(
  run: Run,
  { records, named }: Outcome,
): { readonly withheld: readonly Withheld[]; readonly missed: readonly Missed[] } {
  const shown = new Set(named);
  for (const record of records) if (isChild(run, record.type)) record.children.forEach((child) => shown.add(child));
  const noted = new Map<string, Noted>();
  const unmet = new Map<Stage, Map<string, readonly Unmet[]>>();
  for (const record of records) {
    for (const { stageNode, under } of unmetOf(unmet, record)) {
      const coordinate = `${stageNode.node.parent}.${stageNode.node.name}`;
      for (const child of record.children) {
        if (shown.has(child)) note(run, noted, { coordinate, child, need: stageNode.own, under });
      }
    }
  }
  const all = [...noted.values()].filter(({ missing }) => missing.size > 0);
  return { withheld: all.map((each) => entry(run, each)), missed: all.flatMap((each) => missedOf(run, each)) };
}

/** What was asked for of a record and is not permitted: worked out once for all records of a stage that permit the same. */
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

function note(
  run: Run,
  noted: Map<string, Noted>,
  {
    coordinate,
    child,
    need,
    under,
  }: { readonly coordinate: string; readonly child: string; readonly need: Need; readonly under: PurposeSet },
): void {
  const yes = run.decisions.yes([child]);
  const name = `${coordinate} ${child}`;
  // The same field may be asked with arguments that need more.
  const known = noted.get(name) ?? { coordinate, child, missing: new Map<number, Set<number>>() };
  for (const place of placesOf(under)) {
    if (isMet(need, yes[place] as LevelSets)) continue;
    const bits = known.missing.get(place) ?? new Set();
    missing(need, yes[place] as LevelSets).forEach((bit) => bits.add(bit));
    known.missing.set(place, bits);
  }
  noted.set(name, known);
}

function isChild(run: Run, type: string): boolean {
  const record = run.graph.records.get(type);
  return record !== undefined && record.about.children === record.key;
}

/** The categories of a need that are not permitted at the level it needs. */
function missing(need: Need, yes: LevelSets): readonly number[] {
  const full = positions(need.FULL.map((word, index) => word & ~(yes.FULL[index] as number)));
  const summary = positions(need.SUMMARY.map((word, index) => word & ~(yes.SUMMARY[index] as number)));
  return [...full, ...summary];
}

function entry(run: Run, { coordinate, child, missing: byPurpose }: Noted): Withheld {
  const decisions = run.decisions.decisions(child);
  const routes = new Set(
    [...byPurpose].flatMap(([place, bits]) => [...bits].flatMap((bit) => decisions[place]?.routes(bit) ?? [])),
  );
  return {
    coordinate,
    child,
    categories: codesOf(run, new Set([...byPurpose.values()].flatMap((bits) => [...bits]))),
    routes: (['CONSENT', 'APPROVAL', 'EMERGENCY'] as const).filter((route) => routes.has(route)),
  };
}

function missedOf(run: Run, { child, missing: byPurpose }: Noted): readonly Missed[] {
  return [...byPurpose].map(([place, bits]) => {
    return { child, purpose: run.purposes[place] as string, categories: codesOf(run, bits) };
  });
}

function codesOf(run: Run, bits: ReadonlySet<number>): readonly string[] {
  return [...bits].sort((a, b) => a - b).map((bit) => run.graph.vocabulary.categories[bit]?.code ?? '');
}
