import type { GraphQLLeafType, GraphQLOutputType } from 'graphql';
import { getNamedType, isAbstractType, isEnumType, isLeafType, isListType, isNonNullType } from 'graphql';
import type { CutField, CutNode } from '../stages/fetch-plan.ts';
import type { Graph } from '../stages/graph.ts';
import type { Data } from './record.ts';
import { Failed, emptyData, isData } from './record.ts';

/** A reply that does not fit what was asked. Says nothing of what it held. */
export class Malformed extends Error {}

/** Writes into `target` what was asked for and nothing else of `reply`. Throws Malformed where it does not fit; `target` is then unchanged. */
export function project(graph: Graph, selections: readonly CutNode[], reply: Data, type: string, target: Data): void {
  const staged = emptyData();
  read(graph, selections, reply, type, staged);
  merge(target, staged);
}

function read(graph: Graph, selections: readonly CutNode[], reply: Data, type: string, into: Data): void {
  for (const node of selections) {
    if (node.kind === 'fragment') {
      if (graph.isOf(type, node.type)) read(graph, node.selections, reply, type, into);
    } else if (node.role !== 'typename') {
      const value = Object.hasOwn(reply, node.alias) ? reply[node.alias] : undefined;
      if (value === undefined) throw new Malformed('A field that was asked for is missing.');
      const projected = complete(graph, node.type, node, value);
      const known = into[node.key];
      if (isData(known) && isData(projected)) merge(known, projected);
      else into[node.key] = projected;
    }
  }
}

/**
 * Writes what an agency says that knows nothing of an object. Of records that is an empty list, never null: no records, and none that may be seen,
 * are one answer, or null would tell them apart.
 */
export function projectAbsent(graph: Graph, selections: readonly CutNode[], type: string, target: Data): void {
  for (const node of selections) {
    if (node.kind === 'fragment') {
      if (graph.isOf(type, node.type)) projectAbsent(graph, node.selections, type, target);
    } else if (isListOfRecords(graph, node.type, node)) target[node.key] ??= [];
  }
}

function isListOfRecords(graph: Graph, type: GraphQLOutputType, node: CutField): boolean {
  if (isNonNullType(type)) return isListOfRecords(graph, type.ofType, node);
  return isListType(type) && node.role === 'selected' && graph.returnsRecords(getNamedType(type).name);
}

function complete(graph: Graph, type: GraphQLOutputType, node: CutField, value: unknown): unknown {
  if (value instanceof Failed) return value;
  if (isNonNullType(type)) {
    const inner = complete(graph, type.ofType, node, value);
    if (inner === null) throw new Malformed('A value that is never null was null.');
    return inner;
  }
  if (value === null) return isListOfRecords(graph, type, node) ? [] : null;
  if (isListType(type)) {
    if (!Array.isArray(value)) throw new Malformed('A list was expected.');
    const itemType: GraphQLOutputType = type.ofType;
    // A malformed record drops alone; but one child that cannot be read leaves the record it decides on undecided.
    const dropsAlone = isListOfRecords(graph, type, node);
    const items: unknown[] = [];
    for (const item of value as readonly unknown[]) {
      try {
        items.push(complete(graph, itemType, node, item));
      } catch (error) {
        if (!dropsAlone || !(error instanceof Malformed)) throw error;
      }
    }
    return items;
  }
  const named = getNamedType(type);
  if (isLeafType(named)) return leaf(graph, named, value);
  if (!isData(value)) throw new Malformed('An object was expected.');
  const concrete = concreteType(graph, named.name, value);
  const object = emptyData();
  object['__typename'] = concrete;
  read(graph, node.selections ?? [], value, concrete, object);
  return object;
}

function concreteType(graph: Graph, name: string, value: Data): string {
  const said = Object.hasOwn(value, '__typename') ? value['__typename'] : undefined;
  if (said === undefined && !isAbstractType(graph.schema.getType(name))) return name;
  if (typeof said !== 'string' || !graph.isOf(said, name)) throw new Malformed('A type was not one of those expected.');
  return said;
}

function leaf(graph: Graph, type: GraphQLLeafType, value: unknown): unknown {
  const fits = isEnumType(type)
    ? typeof value === 'string' && type.getValue(value) !== undefined
    : (leafChecks[type.name]?.(graph, value) ?? true); // a custom scalar may be any JSON, and what came was JSON
  if (!fits) throw new Malformed('A value does not fit its type.');
  return value;
}

const leafChecks: Readonly<Record<string, (graph: Graph, value: unknown) => boolean>> = {
  Int: (_, value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  Float: (_, value) => typeof value === 'number' && Number.isFinite(value),
  String: (_, value) => typeof value === 'string',
  Boolean: (_, value) => typeof value === 'boolean',
  ID: (_, value) => typeof value === 'string' || Number.isInteger(value),
  NetworkId: (graph, value) => typeof value === 'string' && graph.vocabulary.networkId.test(value),
  Category: (_, value) => typeof value === 'string',
  Purpose: (_, value) => typeof value === 'string',
  Date: (_, value) => typeof value === 'string',
  DateTime: (_, value) => typeof value === 'string',
};

/** Adds what a fetch brought to what is known: objects join field by field, lists of one length item by item. */
function merge(known: Data, more: Data): void {
  for (const key in more) known[key] = known[key] === undefined ? more[key] : joined(known[key], more[key]);
}

function joined(known: unknown, more: unknown): unknown {
  if (isData(known) && isData(more)) {
    merge(known, more);
    return known;
  }
  if (Array.isArray(known) && Array.isArray(more) && known.length === more.length) {
    return known.map((item, index) => joined(item, more[index]));
  }
  return more;
}
