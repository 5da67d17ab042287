import type { LevelSets } from '@trellis/decision';
import type { SelectionNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';
import type { Graph } from '../stages/graph.ts';
import { metBy } from '../stages/need.ts';
import type { PurposeSet } from '../stages/purpose-set.ts';
import { selectionSet } from '../stages/selection-set.ts';
import type { StageCut } from '../stages/stage-cut.ts';
import type { Stage, StageNode } from '../stages/stage.ts';
import { page } from './page.ts';
import type { Candidate, Data } from './record.ts';
import { AnswerRecord, Failed, emptyData, isData } from './record.ts';
import type { Run } from './run.ts';

/** Placeholder for a record that is not yet decided: the record takes its place if it may appear. */
export class Placeholder {
  readonly candidate: Candidate;
  readonly stage: Stage;
  readonly node: StageNode;

  constructor(candidate: Candidate, stage: Stage, node: StageNode) {
    this.candidate = candidate;
    this.stage = stage;
    this.node = node;
  }
}

/** One value of the data that holds placeholders. */
export interface FoundValue {
  readonly container: Data;
  readonly node: StageNode;
  readonly placeholders: readonly Placeholder[];
  /** The purposes under which its field was permitted: a record in it appears under no other. */
  readonly under: PurposeSet;
  /** The record whose field it is; undefined at the root. */
  readonly holder: AnswerRecord | undefined;
}

/** The source of the data that is looked through: where a record's stage, or the root, was cut. */
export interface Source {
  readonly cut: StageCut | undefined;
  /** The purposes under which the record appears, and so what its key carries; none at the root. */
  readonly under: PurposeSet;
  /** The categories that the record permits, for each purpose; undefined at the root. */
  readonly yes: readonly LevelSets[] | undefined;
}

/** Finds the records that a stage's fetches returned into `data`, and puts a Placeholder in the place of each one's routing; pages other lists. */
export function discover(
  run: Run,
  source: Source,
  nodes: readonly StageNode[],
  data: Data,
  path = '',
): readonly FoundValue[] {
  return nodes.flatMap((node): readonly FoundValue[] => {
    const value = data[node.node.key];
    if (!node.needsSettling || value === null || value === undefined || value instanceof Failed) return [];
    const placeholders: Placeholder[] = [];
    const below: FoundValue[] = [];
    const here = path === '' ? node.node.key : `${path}.${node.node.key}`;
    const visit: Visit = (type, object) =>
      below.push(...discover(run, source, node.selections?.get(type) ?? [], object, here));
    const visited = visitIn(run, node, value, placeholders, visit);
    const isPaged = node.page && !node.boundary && Array.isArray(visited);
    data[node.node.key] = isPaged ? page(run, node.page, visited) : visited;
    return node.boundary
      ? [
          { container: data, node, placeholders, under: underOf(source, node, here), holder: holderIn(source) },
          ...below,
        ]
      : below;
  });
}

function holderIn(source: Source): AnswerRecord | undefined {
  return source instanceof AnswerRecord ? source : undefined;
}

function underOf({ cut, under: own, yes }: Source, { need }: StageNode, path: string): PurposeSet {
  // What no fetch brought, the record's key did.
  const under = cut?.under.get(path) ?? own;
  // Objects of two types may lie at one path: each field counts for its own.
  return yes ? under & metBy(need, yes) : under;
}

/** Looks on in an object of a type that is no record. */
type Visit = (type: string, object: Data) => void;

function visitIn(run: Run, node: StageNode, value: unknown, placeholders: Placeholder[], visit: Visit): unknown {
  if (Array.isArray(value)) return value.map((item) => visitIn(run, node, item, placeholders, visit));
  if (!isData(value)) return value;
  // An object that could be of one type alone was not asked which it is.
  const type = String(value['__typename'] ?? onlyTypeOf(node));
  const stage = node.boundary?.stages.get(type);
  if (stage) {
    const failed = failureIn(routingOf(run.graph, type), value);
    // Whose a record is could not be had: nothing is decided on it, and that it failed is said.
    if (failed) return failed;
    const each = new Placeholder(candidateOf(run.graph, type, value), stage, node);
    placeholders.push(each);
    return each;
  }
  visit(type, value);
  return value;
}

function onlyTypeOf({ selections, boundary }: StageNode): string | undefined {
  const types = [...(selections?.keys() ?? []), ...(boundary?.stages.keys() ?? [])];
  return types.length === 1 ? types[0] : undefined;
}

/** The selections of what decides on records of a type. */
function routingOf(graph: Graph, type: string): readonly SelectionSetNode[] {
  const record = graph.records.get(type);
  const { children, categories } = record?.about ?? {};
  return [record?.key, children, categories].flatMap((text) => (text === undefined ? [] : [selected(text)]));
}

/** The first mark of a failure on the way of these selections. */
function failureIn(sets: readonly SelectionSetNode[], value: unknown): Failed | undefined {
  if (value instanceof Failed) return value;
  if (Array.isArray(value)) return firstOf(value, (item) => failureIn(sets, item));
  if (!isData(value)) return undefined;
  const fields = sets.flatMap(({ selections }) => selections.filter((each) => each.kind === Kind.FIELD));
  return firstOf(fields, ({ name, selectionSet }) => failureIn(selectionSet ? [selectionSet] : [], value[name.value]));
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Reads routing: whose a record is, and what of its kind only the record knows. What cannot be read leaves it without a child, and so withheld. */
export function candidateOf(graph: Graph, type: string, routing: Data): Candidate {
  const record = graph.records.get(type);
  if (!record) throw new Error(`${type} is not a type of records.`);
  const key = pick(graph, type, selected(record.key), routing);
  const children = leaves(selected(record.about.children), routing);
  const isReadable = children.every((child) => typeof child === 'string' && graph.vocabulary.networkId.test(child));
  const categories = record.about.categories === undefined ? [] : leaves(selected(record.about.categories), routing);
  const areCodes = categories.every((code) => typeof code === 'string' && graph.vocabulary.bit.has(code));
  return {
    type,
    key,
    children: isReadable ? distinct(children as readonly string[]) : [],
    categories: areCodes ? distinct(categories as readonly string[]) : undefined,
  };
}

/** Each once, in order. */
function distinct(codes: readonly string[]): readonly string[] {
  return codes.length < 2 ? codes : [...new Set(codes)].sort();
}

const parsed = new Map<string, SelectionSetNode>();

/** The selections of `@about` and keys: few, and fixed by the supergraph. */
function selected(text: string): SelectionSetNode {
  const known = parsed.get(text);
  if (known) return known;
  const set = selectionSet(text);
  parsed.set(text, set);
  return set;
}

/** The fields of a key, each object with its type: what hangs from it may be asked for, and is then sent by its own key. */
function pick(graph: Graph, type: string, set: SelectionSetNode, data: Data): Data {
  const picked = emptyData();
  for (const selection of set.selections) {
    if (selection.kind !== Kind.FIELD) continue;
    const value = data[selection.name.value];
    if (!selection.selectionSet || !isData(value)) {
      picked[selection.name.value] = value;
      continue;
    }
    const of = graph.typeOf(`${type}.${selection.name.value}`);
    picked[selection.name.value] = Object.assign(emptyData(), pick(graph, of, selection.selectionSet, value), {
      __typename: of,
    });
  }
  return picked;
}

/** Every value at the ends of a selection; undefined for each end that is not there. */
function leaves(set: SelectionSetNode, value: unknown, found: unknown[] = []): readonly unknown[] {
  if (Array.isArray(value)) value.forEach((item) => leaves(set, item, found));
  else if (!isData(value)) found.push(undefined);
  else for (const selection of set.selections) leavesOf(selection, value, found);
  return found;
}

function leavesOf(selection: SelectionNode, value: Data, found: unknown[]): void {
  const inner = selection.kind === Kind.FIELD ? value[selection.name.value] : undefined;
  if (selection.kind === Kind.FIELD && selection.selectionSet)
    leaves(selection.selectionSet, inner ?? undefined, found);
  else if (Array.isArray(inner)) for (const item of inner as readonly unknown[]) found.push(item);
  else found.push(inner ?? undefined);
}
