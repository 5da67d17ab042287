import { isAbstractType } from 'graphql';
import type { AgencyReply } from '../agency-client/agency-client.ts';
import type { ExchangeFailureReason } from '../agency-client/exchange-failure.ts';
import { canonicalJson } from '@trellis/platform';
import type { CutFetch, StageCut } from '../stages/stage-cut.ts';
import type { CutNode, Fetch } from '../stages/fetch-plan.ts';
import type { Graph } from '../stages/graph.ts';
import type { PurposeSet } from '../stages/purpose-set.ts';
import { firstCoordinate, reasonOf, reportOf, whoAsks } from './exchange.ts';
import { fail } from './fetch-root.ts';
import { placeErrors } from './place-errors.ts';
import type { ReplyContext } from './project.ts';
import { Malformed, project, projectAbsent } from './project.ts';
import type { Data } from './record.ts';
import { Failed, copyData, isData, nameOfData } from './record.ts';
import { represent } from './represent.ts';
import type { Run } from './run.ts';
import { variablesFor } from './variables-for.ts';

/** One representation, and every object it stands for. */
interface Target {
  readonly representation: Data;
  readonly objects: Data[];
}

/** A record that a stage has entered, or the root, which is of no child. */
export interface RecordHolder {
  readonly children: readonly string[];
  readonly data: Data;
}

/** Writes what came into the objects it was asked for. */
export type Delivery = () => void;

export const nothing: Delivery = () => undefined;

/** The objects that permit the same of one fetch: they travel together, in one selection. */
interface Group {
  readonly cut: CutFetch;
  readonly targets: Target[];
  readonly byName: Map<string, Target>;
}

/** Asks one agency for what remains of a fetch for these records, in one request. What fails is marked in the objects it was for. Resolves to what delivers it. */
export async function fetchEntities(
  run: Run,
  fetch: Fetch,
  holders: readonly RecordHolder[],
  cuts: ReadonlyMap<RecordHolder, StageCut>,
): Promise<Delivery> {
  const groups = new Map<string, Group>();
  const sent = new Map<string, PurposeSet>();
  for (const holder of holders) {
    const cut = cuts.get(holder)?.fetches[fetch.index];
    if (!cut) continue;
    let isSent = false;
    for (const object of objectsAt(holder.data, fetch.path)) {
      if (collect(run.graph, fetch, cut, object, groups)) isSent = true;
    }
    if (isSent) for (const child of holder.children) sent.set(child, (sent.get(child) ?? 0) | cut.under);
  }
  if (groups.size === 0) return nothing;
  if (fetch.flow) await run.ledgerFlow(fetch.agency, sent, fetch.flow);

  const list = [...groups.values()];
  const under = list.reduce((all, { cut }) => all | cut.under, 0);
  const reply = await run.ask({
    agency: fetch.agency,
    ...queryFor(run, fetch, list),
    disclosure: run.disclosure,
    ...whoAsks(run, [...sent.keys()], fetch.agency, under),
  });
  const report = reportOf(run, fetch.agency);
  return () => deliverAll({ graph: run.graph, report }, list, reply());
}

function deliverAll(reading: ReplyContext, list: readonly Group[], reply: AgencyReply): void {
  const answers = answersIn(reading.graph, list, reply);
  if (typeof answers !== 'string') {
    list.forEach((group, index) => deliver(reading, group, answers[index] ?? []));
    return;
  }
  reading.report(answers, firstCoordinate(list[0]?.cut.selections ?? []));
  for (const { cut, targets } of list) {
    for (const { objects } of targets) for (const object of objects) failIn(reading.graph, cut, object);
  }
}

/** The entities of every group, or why none of the reply is believed. */
function answersIn(
  graph: Graph,
  list: readonly Group[],
  reply: AgencyReply,
): readonly (readonly unknown[])[] | ExchangeFailureReason {
  if ('failed' in reply) return reasonOf(reply);
  const received = reply.data as Data;
  const rootAt = (key: string) => {
    const group = list.find((_, index) => key === `g${index}`);
    return group && { selections: group.cut.selections, type: '' };
  };
  if (!placeErrors(graph, received, reply.errors, rootAt)) return 'ERROR_WITHOUT_PLACE';
  const answers: (readonly unknown[])[] = [];
  for (const [index, group] of list.entries()) {
    const entities = answersOf(graph, group, received[`g${index}`]);
    if (typeof entities === 'string') return entities;
    answers.push(entities);
  }
  return answers;
}

/** Puts an object into the group of its cut; false where it drops out of the fetch. */
function collect(graph: Graph, fetch: Fetch, cut: CutFetch, object: Data, groups: Map<string, Group>): boolean {
  // Where types differ in what they permit, nothing may remain for this one: then it is not even named.
  const type = String(object['__typename']);
  if (!cut.selections.some((node) => isOfType(graph, node, type))) return false;
  const representation = represent(graph, fetch, object);
  if (representation instanceof Failed) failIn(graph, cut, object);
  if (!representation || representation instanceof Failed) return false;
  let group = groups.get(cut.text);
  if (!group) groups.set(cut.text, (group = { cut, targets: [], byName: new Map() }));
  const name = nameOfData(representation);
  const known = group.byName.get(name);
  if (known) {
    known.objects.push(object);
    return true;
  }
  const target = { representation, objects: [object] };
  group.targets.push(target);
  group.byName.set(name, target);
  return true;
}

function queryFor(
  run: Run,
  fetch: Fetch,
  groups: readonly Group[],
): { query: string; variables: Record<string, unknown> } {
  const used = new Set(groups.flatMap(({ cut }) => [...cut.variables]));
  const { declared, variables } = variablesFor(run, fetch, used);
  const fields = groups.map(({ cut, targets }, index) => {
    declared.push(`$r${index}:[_Any!]!`);
    variables[`r${index}`] = targets.map(({ representation }) => representation);
    return `g${index}:_entities(representations:$r${index}){${cut.text}}`;
  });
  return { query: `query(${declared.join()}){${fields.join(' ')}}`, variables };
}

/** The entities of one group's answer, or why they are not those that were asked for. */
function answersOf(
  graph: Graph,
  { cut, targets }: Group,
  entities: unknown,
): readonly unknown[] | ExchangeFailureReason {
  if (entities instanceof Failed) return 'ERROR_REPORTED';
  if (!Array.isArray(entities)) return 'ENTITIES_NOT_A_LIST';
  if (entities.length !== targets.length) return 'ENTITIES_MISCOUNTED';
  const echoed = entities.every((entity: unknown, index) => {
    if (entity === null || entity instanceof Failed) return true;
    const target = targets[index];
    return isData(entity) && target !== undefined && isEcho(graph, cut, target, entity);
  });
  return echoed ? (entities as readonly unknown[]) : 'ENTITY_NOT_ECHOED';
}

/** Checks whether an entity tells the type of the objects that bore the name of its interface alone. */
function names(graph: Graph, type: string, objects: readonly Data[], entity: Data): boolean {
  const isMember = graph.isOf(String(entity['__typename']), type);
  return isMember && objects.every((object) => object['__typename'] === type && isUnnamed(graph, object));
}

/** Checks whether an object still bears the name of its interface: it came from an interface object, and another agency says what it is. */
function isUnnamed(graph: Graph, object: Data): boolean {
  return isAbstractType(graph.schema.getType(String(object['__typename'])));
}

function isEcho(graph: Graph, cut: CutFetch, { representation, objects }: Target, entity: Data): boolean {
  const type = representation['__typename'];
  if (entity['__typename'] !== type && !names(graph, String(type), objects, entity)) return false;
  const keys = cut.echoes.get(String(type)) ?? [...cut.echoes.values()][0] ?? [];
  return keys.every((key) => {
    const sent = representation[key];
    const back = Object.hasOwn(entity, key) ? entity[key] : undefined;
    return sent !== undefined && sent !== null && (sent === back || canonicalJson(sent) === canonicalJson(back));
  });
}

function deliver(reading: ReplyContext, { cut, targets }: Group, entities: readonly unknown[]): void {
  const { graph, report } = reading;
  targets.forEach(({ objects }, index) => {
    const entity = entities[index];
    for (const object of objects) {
      try {
        if (entity === null) {
          projectAbsent(graph, cut.selections, String(object['__typename']), object);
          continue;
        }
        if (!isData(entity)) throw new Malformed('ERROR_REPORTED', firstCoordinate(cut.selections));
        // What an object keeps of a reply is its own: where the reply is for several, each has a copy.
        const own = objects.length === 1 ? entity : copyData(entity);
        project(reading, cut.selections, own, String(entity['__typename']), object);
        if (isUnnamed(graph, object)) object['__typename'] = entity['__typename'];
      } catch (error) {
        if (!(error instanceof Malformed)) throw error;
        report(error.reason, error.coordinate);
        failIn(graph, cut, object);
      }
    }
  });
}

/** Marks what was to come for an object: of its own type alone, since what was not asked for it must not look as if it had been. */
function failIn(graph: Graph, cut: CutFetch, object: Data): void {
  fail(applicable(graph, cut.selections, object), object);
}

function applicable(graph: Graph, selections: readonly CutNode[], object: Data): readonly CutNode[] {
  const type = String(object['__typename']);
  return selections.filter((node) => isOfType(graph, node, type));
}

function isOfType(graph: Graph, node: CutNode, type: string): boolean {
  return node.kind === 'field' || graph.isOf(type, node.type);
}

/** The objects that a path of keys leads to, through lists. */
function objectsAt(data: Data, path: readonly string[]): readonly Data[] {
  if (path.length === 0) return [data];
  return path.reduce<readonly Data[]>((at, key) => at.flatMap((object) => dataIn(object[key])), [data]);
}

function dataIn(value: unknown): readonly Data[] {
  if (Array.isArray(value)) return value.flatMap(dataIn);
  return isData(value) ? [value] : [];
}
