import type { LevelSets } from '@trellis/decision';
import type { AnswerRecord } from '../execute/record.ts';
import type { OperationOutcome } from '../execute/run-operation.ts';
import type { Run } from '../execute/run.ts';
import type { ShapeField } from '../operations/tree.ts';
import { metBy } from '../stages/need.ts';
import type { PurposeSet } from '../stages/purpose-set.ts';
import { purposePlaces } from '../stages/purpose-set.ts';
import type { StageNode } from '../stages/stage.ts';
import type { AnsweredSites, Site } from './answered-sites.ts';
import { isAskedFor } from './is-asked-for.ts';
import { missingIn } from './missing-in.ts';
import { Obtainable } from './obtainable.ts';
import type { OpenWays } from './open-routes.ts';
import { OpenRoutes } from './open-routes.ts';

/** One thing asked for and not permitted, with all below it. */
export interface Withheld extends OpenWays {
  /** The client's own names from the root, without places in lists. */
  readonly path: readonly string[];
  readonly coordinate: string;
  /** The agency that answers it. */
  readonly custodian: string;
  readonly child: string;
  readonly categories: readonly string[];
}

/** A field of the client's document that none of the purposes permits, where what it hangs from is permitted. */
interface Unmet {
  readonly stageNode: StageNode;
  readonly field: ShapeField;
  /** From the record. */
  readonly path: readonly string[];
  /** The purposes that permit all above it. */
  readonly above: PurposeSet;
}

interface Noted {
  readonly path: readonly string[];
  readonly field: ShapeField;
  readonly child: string;
  readonly bits: Set<number>;
  readonly routes: OpenRoutes;
}

/** Of whom the answer may say that something was withheld: the children that the request named or the answer shows. */
export function shownChildren(run: Run, { records, named }: OperationOutcome): ReadonlySet<string> {
  const shown = new Set(named);
  for (const record of records) if (isChild(run, record.type)) record.children.forEach((child) => shown.add(child));
  return shown;
}

/** The parts withheld of these children, once for each field of a place in the client's document and child: nothing is said below what is withheld itself. */
export function withheldOf(run: Run, sites: AnsweredSites, shown: ReadonlySet<string>): readonly Withheld[] {
  const noted = new Map<string, Noted>();
  const account: Account = { run, noted, obtainable: new Obtainable(run) };
  for (const site of sites.all) {
    const unmet = new Map<string, readonly Unmet[]>();
    for (const record of site.records) {
      for (const each of unmetAt(unmet, site, record)) {
        for (const child of record.children) if (shown.has(child)) note(account, { site, record, child }, each);
      }
    }
  }
  return [...noted.values()].map((each) => entry(run, each));
}

/** The part that is not permitted of what was asked for of a record at a site: worked out once for all records there that permit the same. */
function unmetAt(
  known: Map<string, readonly Unmet[]>,
  { shape }: Site,
  { stage, under, yes, permission }: AnswerRecord,
): readonly Unmet[] {
  let unmet = known.get(permission);
  if (!unmet) known.set(permission, (unmet = unmetIn(stage.selections, shape, yes, under, [])));
  return unmet;
}

function unmetIn(
  nodes: readonly StageNode[],
  shape: readonly ShapeField[],
  yes: readonly LevelSets[],
  above: PurposeSet,
  at: readonly string[],
): readonly Unmet[] {
  return shape.flatMap((field): readonly Unmet[] => {
    const stageNode = field.key === undefined ? undefined : nodes.find(({ node }) => node.key === field.key);
    if (!stageNode) return [];
    const path = [...at, field.response];
    const met = above & metBy(stageNode.need, yes);
    if (met === 0) return [{ stageNode, field, path, above }];
    return [...(stageNode.selections ?? [])].flatMap(([type, below]) =>
      unmetIn(below, field.selections?.get(type) ?? [], yes, met, path),
    );
  });
}

interface Place {
  readonly site: Site;
  readonly record: AnswerRecord;
  readonly child: string;
}

interface Account {
  readonly run: Run;
  readonly noted: Map<string, Noted>;
  readonly obtainable: Obtainable;
}

function note({ run, noted, obtainable }: Account, { site, record, child }: Place, unmet: Unmet): void {
  const { stageNode, field, path } = unmet;
  const yes = run.decisions.yes([child]);
  const missing = purposePlaces(unmet.above).flatMap((place) => {
    const bits = missingIn(stageNode.own, yes[place] as LevelSets).map(({ bit }) => bit);
    return bits.length > 0 ? [{ place, bits }] : [];
  });
  // It is withheld of another child of the record.
  if (missing.length === 0) return;
  const whole = [...site.path, ...path];
  // In one place there may be records of several types: a field of each has its own needs, and ways.
  const name = `${whole.join('.')} ${field.coordinate} ${child}`;
  const known = noted.get(name) ?? {
    path: whole,
    field,
    child,
    bits: new Set(),
    routes: new OpenRoutes(run, obtainable),
  };
  for (const { bits } of missing) bits.forEach((bit) => known.bits.add(bit));
  known.routes.add(record, stageNode, child, unmet.above);
  noted.set(name, known);
}

function isChild(run: Run, type: string): boolean {
  const record = run.graph.records.get(type);
  return record !== undefined && record.about.children === record.key;
}

function entry(run: Run, { path, field, child, bits, routes }: Noted): Withheld {
  const { graph } = run;
  const { coordinate } = field;
  const codes = [...bits].sort((a, b) => a - b).map((bit) => graph.vocabulary.categories[bit]?.code ?? '');
  const custodian = graph.agenciesOf(coordinate)[0] ?? '';
  return { path, coordinate, custodian, child, categories: codes, ...routes.open(() => isAskedFor(run, child, codes)) };
}
