import { fetchesOf } from './fetch-plan.ts';
import type { CutField, CutNode, Fetch } from './fetch-plan.ts';
import { Kind } from 'graphql';
import type { Graph } from './graph.ts';
import { selectionSet } from './selection-set.ts';
import type { Need } from './need.ts';
import { unionOf } from './need.ts';
import type { Stage } from './stage.ts';
import type { CutFetch, StageCut } from './stage-cut.ts';

/** What may be asked for a record: by the places of the stage's needs, and of its fetches. */
export interface Permitted {
  /** Which needs are met. */
  readonly met: readonly boolean[];
  /** Which needs some child could meet: where none could, not even routing is asked. */
  readonly possible: readonly boolean[];
  /** Which fetches may be sent their representations. */
  readonly flows: readonly boolean[];
}

/** How many cuts are kept of a stage. */
export const mostCuts = 100;

/** Cuts a stage to what is permitted. What was computed once is kept with the stage. */
export function cutStage(graph: Graph, stage: Stage, permitted: Permitted): StageCut {
  const { met, possible, flows } = permitted;
  const name = `${bits(met)}|${bits(possible)}|${bits(flows)}`;
  const known = stage.cuts.get(name);
  if (known) return known;
  const cut = computeCut(graph, stage, permitted);
  stage.cuts.set(name, cut);
  return cut;
}

function bits(values: readonly boolean[]): string {
  let text = '';
  for (const value of values) text += value ? '1' : '0';
  return text;
}

function computeCut(graph: Graph, stage: Stage, { met, possible, flows }: Permitted): StageCut {
  const fetches = fetchesOf(stage.plan);
  const cuts: (CutFetch | undefined)[] = fetches.map(() => undefined);
  const disclosed = new Set<number>();
  // From the last to the first: an auxiliary field is asked for only while a fetch that needs it remains.
  for (const fetch of [...fetches].reverse()) {
    if (flows[fetch.index] === false) continue;
    const variables = new Set<string>();
    const keep = (field: CutField): boolean =>
      met[field.need] === true &&
      (field.reach.length === 0 || field.reach.some((need) => possible[need] === true)) &&
      (field.role !== 'auxiliary' || field.neededBy.some((index) => cuts[index] !== undefined));
    const kept = filter(fetch.selections, keep);
    if (!kept.some(hasContent) && !kept.some(namesType)) continue;
    note(kept, disclosed, variables);
    const keys = new Map(fetch.requires ? typesOf(kept).map((type) => [type, keyOf(graph, fetch, type)]) : []);
    cuts[fetch.index] = {
      selections: kept,
      text: kept.map((node) => printNode(node, keys)).join(' '),
      variables,
      echoes: new Map([...keys].map(([type, key]) => [type, fieldNames(key)])),
    };
  }
  const needs = [...disclosed].map((need) => stage.needs[need] as Need);
  return { fetches: cuts, disclosed: unionOf(graph.vocabulary, needs) };
}

function filter(nodes: readonly CutNode[], keep: (field: CutField) => boolean): readonly CutNode[] {
  return nodes.flatMap((node): CutNode[] => {
    if (node.kind === 'fragment') {
      const selections = filter(node.selections, keep);
      return selections.some(hasContent) || selections.some(namesType) ? [{ ...node, selections }] : [];
    }
    if (!keep(node)) return [];
    if (!node.selections) return [node];
    const selections = filter(node.selections, keep);
    // An object may be known to exist though nothing in it may be known; an auxiliary one is for what is in it.
    if (node.role === 'auxiliary' && !selections.some(hasContent)) return [];
    return [{ ...node, selections }];
  });
}

function hasContent(node: CutNode): boolean {
  return node.kind === 'fragment' ? node.selections.some(hasContent) : node.role !== 'typename';
}

function namesType(node: CutNode): boolean {
  return node.kind === 'fragment' ? node.selections.some(namesType) : node.namesType;
}

function note(nodes: readonly CutNode[], disclosed: Set<number>, variables: Set<string>): void {
  for (const node of nodes) {
    if (node.kind === 'field') {
      if (node.role === 'selected') disclosed.add(node.need);
      node.variables.forEach((each) => variables.add(each));
    }
    note(node.selections ?? [], disclosed, variables);
  }
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
