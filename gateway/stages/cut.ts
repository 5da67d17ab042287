import { fetchesOf } from './fetch-plan.ts';
import type { CutField, CutNode, Fetch } from './fetch-plan.ts';
import { Kind } from 'graphql';
import type { Graph } from './graph.ts';
import { selectionSet } from './selection-set.ts';
import type { Need } from './need.ts';
import { unionOf } from './need.ts';
import type { PurposeSet } from './purpose-set.ts';
import { firstPurpose, purposePlaces } from './purpose-set.ts';
import type { Stage } from './stage.ts';
import type { CutFetch, StageCut } from './stage-cut.ts';

/** The part of a stage that may be asked for a record, and the purposes for it: by the places of the stage's needs, and of its fetches. */
export interface Permitted {
  /** The purposes that meet each need. */
  readonly met: readonly PurposeSet[];
  /** Those under which some child could meet it: where none could, not even routing is asked. */
  readonly possible: readonly PurposeSet[];
  /** Those under which each fetch may be sent its representations. */
  readonly flows: readonly PurposeSet[];
}

/** The most cuts that are kept of a stage. */
export const mostCuts = 100;

/** Cuts a stage to what is permitted. What was computed once is kept with the stage. */
export function cutStage(graph: Graph, stage: Stage, permitted: Permitted): StageCut {
  const { met, possible, flows } = permitted;
  const name = `${digits(met)}|${digits(possible)}|${digits(flows)}`;
  const known = stage.cuts.get(name);
  if (known) return known;
  const cut = computeCut(graph, stage, permitted);
  stage.cuts.set(name, cut);
  return cut;
}

function digits(sets: readonly PurposeSet[]): string {
  let text = '';
  for (const set of sets) text += set.toString(16);
  return text;
}

/** The parts that a cut keeps, as they are gathered. */
interface Gathered {
  readonly under: Map<string, PurposeSet>;
  /** By the place of the purpose under which it is asked for: the places of its needs. */
  readonly disclosed: Map<number, Set<number>>;
}

function computeCut(graph: Graph, stage: Stage, permitted: Permitted): StageCut {
  const fetches = fetchesOf(stage.plan);
  const cuts: (CutFetch | undefined)[] = fetches.map(() => undefined);
  const gathered: Gathered = { under: new Map(), disclosed: new Map() };
  const reached = reachedBy(fetches, permitted);
  // From the last to the first: an auxiliary field is asked for only while a fetch that needs it remains.
  for (const fetch of [...fetches].reverse()) {
    const under = new Map<CutNode, PurposeSet>();
    const keep: Keep = (field, above) => {
      const set = above & permittedOf(field, permitted);
      if (field.role !== 'auxiliary') return set;
      return set & field.neededBy.reduce((all, index) => all | (cuts[index] ? (reached[index] as PurposeSet) : 0), 0);
    };
    const kept = filter(fetch.selections, keep, reached[fetch.index] as PurposeSet, under);
    if (kept.some(hasContent) || kept.some(namesType))
      cuts[fetch.index] = cutFetch(graph, fetch, kept, under, gathered);
  }
  const disclosed = [...gathered.disclosed].map(([place, needs]): [number, Need] => [
    place,
    unionOf(
      graph.vocabulary,
      [...needs].map((need) => stage.needs[need] as Need),
    ),
  ]);
  return { fetches: cuts, disclosed: new Map(disclosed), under: gathered.under };
}

/** The purposes under which each fetch may be sent, and the objects that it is for are there. */
function reachedBy(fetches: readonly Fetch[], permitted: Permitted): readonly PurposeSet[] {
  const at = new Map<string, PurposeSet>();
  const visit = (nodes: readonly CutNode[], above: PurposeSet, path: readonly string[]): void => {
    for (const node of nodes) {
      if (node.kind === 'fragment') visit(node.selections, above, path);
      else if (node.selections) {
        const here = [...path, node.key];
        const name = here.join('.');
        const set = above & permittedOf(node, permitted);
        at.set(name, (at.get(name) ?? 0) | set);
        visit(node.selections, set, here);
      }
    }
  };
  return fetches.map(({ index, path, selections }) => {
    const set = (permitted.flows[index] as PurposeSet) & (path.length === 0 ? ~0 : (at.get(path.join('.')) ?? 0));
    visit(selections, set, path);
    return set;
  });
}

function permittedOf({ need, reach }: CutField, { met, possible }: Permitted): PurposeSet {
  const set = met[need] as PurposeSet;
  return reach.length === 0 ? set : set & reach.reduce((all, each) => all | (possible[each] as PurposeSet), 0);
}

function cutFetch(
  graph: Graph,
  fetch: Fetch,
  kept: readonly CutNode[],
  under: ReadonlyMap<CutNode, PurposeSet>,
  gathered: Gathered,
): CutFetch {
  const variables = new Set<string>();
  const asked = note(kept, under, fetch.path, gathered, variables);
  const keys = new Map(fetch.requires ? typesOf(kept).map((type) => [type, keyOf(graph, fetch, type)]) : []);
  return {
    selections: kept,
    under: asked,
    text: kept.map((node) => printNode(node, keys)).join(' '),
    variables,
    echoes: new Map([...keys].map(([type, key]) => [type, fieldNames(key)])),
  };
}

/** The purposes under which a field is kept, of those under which all above it are. */
type Keep = (field: CutField, above: PurposeSet) => PurposeSet;

function filter(
  nodes: readonly CutNode[],
  keep: Keep,
  above: PurposeSet,
  under: Map<CutNode, PurposeSet>,
): readonly CutNode[] {
  return nodes.flatMap((node): CutNode[] => {
    if (node.kind === 'fragment') {
      const selections = filter(node.selections, keep, above, under);
      return selections.some(hasContent) || selections.some(namesType) ? [{ ...node, selections }] : [];
    }
    const set = keep(node, above);
    if (set === 0) return [];
    const selections = node.selections && filter(node.selections, keep, set, under);
    // An object may be known to exist though nothing in it may be known; an auxiliary one is for what is in it.
    if (selections && node.role === 'auxiliary' && !selections.some(hasContent)) return [];
    const kept = selections ? { ...node, selections } : node;
    under.set(kept, set);
    return [kept];
  });
}

function hasContent(node: CutNode): boolean {
  return node.kind === 'fragment' ? node.selections.some(hasContent) : node.role !== 'typename';
}

function namesType(node: CutNode): boolean {
  return node.kind === 'fragment' ? node.selections.some(namesType) : node.namesType;
}

/** Notes what is kept of a fetch; returns the purposes under which it is asked. */
function note(
  nodes: readonly CutNode[],
  under: ReadonlyMap<CutNode, PurposeSet>,
  path: readonly string[],
  gathered: Gathered,
  variables: Set<string>,
): PurposeSet {
  let asked = 0;
  for (const node of nodes) {
    if (node.kind === 'fragment') {
      asked |= note(node.selections, under, path, gathered, variables);
      continue;
    }
    const set = under.get(node) ?? 0;
    const first = firstPurpose(set);
    const here = [...path, node.key];
    const name = here.join('.');
    gathered.under.set(name, (gathered.under.get(name) ?? 0) | set);
    if (node.role !== 'typename' || node.namesType) asked |= first;
    if (node.role === 'selected') discloseUnder(gathered, first, node.need);
    node.variables.forEach((each) => variables.add(each));
    asked |= note(node.selections ?? [], under, here, gathered, variables);
  }
  return asked;
}

function discloseUnder({ disclosed }: Gathered, first: PurposeSet, need: number): void {
  const [place = 0] = purposePlaces(first);
  const needs = disclosed.get(place);
  if (needs) needs.add(need);
  else disclosed.set(place, new Set([need]));
}

function typesOf(nodes: readonly CutNode[]): readonly string[] {
  return nodes.flatMap((node) => (node.kind === 'fragment' ? [node.type] : []));
}

/** `keys`: the key to ask back of each type, at the top of an entity's selections alone. */
function printNode(node: CutNode, keys?: ReadonlyMap<string, string>): string {
  const inner = (node.selections ?? []).map((each) => printNode(each)).join(' ');
  if (node.kind === 'fragment') {
    const key = keys?.get(node.type);
    return `...on ${node.type}{${key === undefined ? '' : `__typename ${key} `}${inner}}`;
  }
  const name = node.alias === node.name ? node.name : `${node.alias}:${node.name}`;
  return node.selections ? `${name}${node.args}{${inner || '__typename'}}` : `${name}${node.args}`;
}

/** The key that a representation of this type carries to this agency. */
function keyOf(graph: Graph, fetch: Fetch, type: string): string {
  const carried = (fetch.requires ?? []).flatMap((each) => (each.kind === 'InlineFragment' ? each.selections : []));
  return graph.keyOf(
    type,
    fetch.agency,
    new Set(carried.flatMap((each) => (each.kind === 'Field' ? [each.name] : []))),
  );
}

function fieldNames(key: string): readonly string[] {
  return selectionSet(key).selections.flatMap((each) => (each.kind === Kind.FIELD ? [each.name.value] : []));
}
