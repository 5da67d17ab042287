import { needOf, isOpen, metBy, unionOf } from '../stages/need.ts';
import type { Need } from '../stages/need.ts';
import { everyPurpose } from '../stages/purpose-set.ts';
import type { Stage, StageNode } from '../stages/stage.ts';
import type { FoundValue } from './discover.ts';
import { Placeholder, candidateOf, discover } from './discover.ts';
import { page } from './page.ts';
import type { Data } from './record.ts';
import { AnswerRecord, Failed, Lost, emptyData, nameOfData } from './record.ts';
import type { Run } from './run.ts';
import { cutRoot, runRoot, runStage } from './run-stage.ts';

/** The outcome of an operation: the tree, and every record in it. */
export interface OperationOutcome {
  readonly data: Data;
  readonly records: readonly AnswerRecord[];
  /** The children that the request named. */
  readonly named: ReadonlySet<string>;
  /** The searches for children, each with those children that fit and do not appear. */
  readonly searches: Searches;
}

/** The fields that look for children, each with those who fit and do not appear. */
type Searches = ReadonlyMap<StageNode, string[]>;

/**
 * Runs an operation stage by stage. Each round decides on all records that the last one found, in one read of the register, even where it found
 * none: how many rounds there are is the operation's alone. `data`: the root's answer, where it has been had before;
 * `keep` is given it when it is had.
 */
export async function runOperation(
  run: Run,
  root: Stage,
  data: Data | undefined,
  keep: (data: Data) => void,
): Promise<OperationOutcome> {
  const tree = data ?? emptyData();
  const records: AnswerRecord[] = [];
  const searches = new Map<StageNode, string[]>();
  for (const node of root.selections) if (node.boundary?.search !== undefined) searches.set(node, []);
  const echoes = echoed(run, root, tree);
  const named = new Set(
    echoes.flatMap(({ placeholders }) => placeholders.flatMap(({ candidate }) => candidate.children)),
  );

  if (echoes.length > 0 || root.needs.some((need) => !isOpen(need))) await run.decisions.round(named);
  let entered = settle(run, echoes, records, searches);
  const cut = cutRoot(run, root);
  await Promise.all([data ? undefined : runRoot(run, root, cut, tree).then(() => keep(tree)), runAll(run, entered)]);

  const atRoot = discover(run, { cut, under: 0, yes: undefined }, root.selections.filter(isAsked), tree);
  let found = [...atRoot, ...discoverIn(run, entered)];
  for (let round = 1; round <= root.depth; round++) {
    await run.decisions.round(
      found.flatMap(({ placeholders }) => placeholders.flatMap(({ candidate }) => candidate.children)),
    );
    entered = settle(run, found, records, searches);
    await runAll(run, entered);
    found = discoverIn(run, entered);
  }
  return { data: tree, records, named, searches };
}

function isAsked(node: StageNode): boolean {
  return node.boundary?.echo === undefined;
}

/** The records that the request itself names: known before any agency is asked. */
function echoed(run: Run, root: Stage, tree: Data): readonly FoundValue[] {
  return root.selections.flatMap((node): FoundValue[] => {
    const ids = node.boundary?.echo === undefined ? undefined : run.values[node.boundary.echo];
    const [[type, stage] = []] = [...(node.boundary?.stages ?? [])];
    if (ids === undefined || type === undefined || stage === undefined) return [];
    const stub = (id: unknown): Placeholder => {
      const routing = Object.assign(emptyData(), { __typename: type, id });
      return new Placeholder(candidateOf(run.graph, type, routing), stage, node);
    };
    const placeholders = Array.isArray(ids) ? ids.map(stub) : [stub(ids)];
    tree[node.node.key] = Array.isArray(ids) ? placeholders : placeholders[0];
    const under = everyPurpose(run.purposes.length);
    return [{ container: tree, node, placeholders, under, holder: undefined }];
  });
}

/** Decides on the records of placeholders and puts those that appear in their places; the others leave no slot. */
function settle(
  run: Run,
  found: readonly FoundValue[],
  records: AnswerRecord[],
  searches: Searches,
): readonly AnswerRecord[] {
  const entered = new Map<Stage, Map<string, AnswerRecord>>();
  for (const each of found) {
    const { container, node, placeholders } = each;
    const held = container[node.node.key];
    const enter = (placeholder: Placeholder) => appear(run, placeholder, each, entered);
    const value = settleValue(held, enter);
    container[node.node.key] = Array.isArray(value) ? withLost(run, node, value, held) : (value ?? null);
    const hidden = searches.has(node) ? placeholders.filter((one) => enter(one) === undefined) : [];
    searches.get(node)?.push(...hidden.flatMap(({ candidate }) => candidate.children));
  }
  // Paging may have cut what was entered: only what is still in the data goes on.
  const kept = new Set<AnswerRecord>();
  for (const { container, node } of found) keepIn(container[node.node.key], kept);
  records.push(...kept);
  return [...kept];
}

/**
 * The settled list. Of records that could not be had nobody has decided whose they are, so that beside others they leave no trace; but a list that is
 * empty because of them says so by a mark at its end, or a failure would look like absence.
 */
function withLost(run: Run, node: StageNode, settled: readonly unknown[], held: unknown): unknown {
  const lost =
    settled.length === 0 && Array.isArray(held) && held.flat(Infinity).find((item) => item instanceof Failed);
  if (!(lost instanceof Failed)) return settleList(run, node, settled);
  return node.boundary?.search === undefined || node.boundary.search === node.node.name ? [new Lost(lost.code)] : lost;
}

/** A list as it is answered: paged, or, where one was looked for, the only one that appears. */
function settleList(run: Run, { node, page: paging, boundary }: StageNode, items: readonly unknown[]): unknown {
  if (paging) return page(run, paging, items);
  if (boundary?.search === undefined || boundary.search === node.name) return items;
  return new Set(items).size === 1 ? items[0] : null;
}

function keepIn(value: unknown, kept: Set<AnswerRecord>): void {
  if (value instanceof AnswerRecord) kept.add(value);
  else if (Array.isArray(value)) value.forEach((item) => keepIn(item, kept));
}

type Enter = (placeholder: Placeholder) => AnswerRecord | undefined;

function settleValue(value: unknown, enter: Enter): unknown {
  if (Array.isArray(value)) {
    // Neither a record that may not appear nor one that could not be had leaves a slot, be it an empty list: nobody has decided whose the latter is.
    return value.map((item) => settleValue(item, enter)).filter((item) => !isEmptySlot(item));
  }
  return value instanceof Placeholder ? enter(value) : value;
}

function isEmptySlot(item: unknown): boolean {
  if (item === undefined || item === null || item instanceof Failed) return true;
  return Array.isArray(item) && item.length === 0;
}

/** The record, where its type, its own categories and the field that reached it are permitted for all its children under one of the field's purposes. */
function appear(
  run: Run,
  { candidate, stage, node }: Placeholder,
  { under: reached, holder }: FoundValue,
  entered: Map<Stage, Map<string, AnswerRecord>>,
): AnswerRecord | undefined {
  const record = run.graph.records.get(candidate.type);
  if (!record || candidate.categories === undefined || candidate.children.length === 0) return undefined;
  const name = `${reached}${nameOfData(candidate.key)}${candidate.children.join()}|${candidate.categories.join()}`;
  const same = entered.get(stage)?.get(name);
  if (same) return same;
  const yes = run.decisions.yes(candidate.children);
  const access = accessNeed(run, node.own, record.need, candidate.categories);
  const under = reached & metBy(access, yes);
  if (under === 0) return undefined;
  const appears = new AnswerRecord(
    candidate,
    { stage, via: holder && { record: holder, need: node.need } },
    under,
    yes,
    access,
  );
  const known = entered.get(stage);
  if (known) known.set(name, appears);
  else entered.set(stage, new Map([[name, appears]]));
  return appears;
}

function accessNeed(run: Run, field: Need, type: Need, categories: readonly string[]): Need {
  if (categories.length === 0 && isOpen(type)) return field;
  const { vocabulary } = run.graph;
  return unionOf(vocabulary, [field, type, needOf(vocabulary, { FULL: categories, SUMMARY: [] })]);
}

async function runAll(run: Run, records: readonly AnswerRecord[]): Promise<void> {
  const stages = new Map<Stage, AnswerRecord[]>();
  for (const record of records) {
    const known = stages.get(record.stage);
    if (known) known.push(record);
    else stages.set(record.stage, [record]);
  }
  await Promise.all([...stages].map(([stage, entered]) => runStage(run, stage, entered)));
}

function discoverIn(run: Run, records: readonly AnswerRecord[]): FoundValue[] {
  return records.flatMap((record) => discover(run, record, record.stage.selections, record.data));
}
