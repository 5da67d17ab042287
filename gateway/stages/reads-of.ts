import type { GraphQLLeafType, GraphQLOutputType } from 'graphql';
import { getNamedType, isAbstractType, isEnumType, isLeafType, isListType, isNonNullType } from 'graphql';
import type { Reads } from './fetch-plan.ts';
import type { Graph } from './graph.ts';
import { isKeptJson } from './is-kept-json.ts';

const kept = new WeakMap<Graph, Map<string, Reads>>();

/** The way in which values of a type are read: each type of a supergraph is taken apart once. */
export function readsOf(graph: Graph, type: GraphQLOutputType, isSelected: boolean): Reads {
  let known = kept.get(graph);
  if (!known) kept.set(graph, (known = new Map()));
  const name = `${String(type)} ${String(isSelected)}`;
  const reads = known.get(name) ?? takeApart(graph, type, isSelected);
  known.set(name, reads);
  return reads;
}

function takeApart(graph: Graph, type: GraphQLOutputType, isSelected: boolean): Reads {
  if (isNonNullType(type)) return { ...readsOf(graph, type.ofType, isSelected), isNonNull: true };
  const named = getNamedType(type);
  return {
    isNonNull: false,
    item: isListType(type) ? readsOf(graph, type.ofType, isSelected) : undefined,
    isListOfRecords: isListType(type) && isSelected && graph.returnsRecords(named.name),
    type: named.name,
    isAbstract: isAbstractType(named),
    fits: isLeafType(named) ? fitsOf(graph, named) : undefined,
  };
}

function fitsOf(graph: Graph, type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) return (value) => typeof value === 'string' && type.getValue(value) !== undefined;
  const check = leafChecks[type.name];
  // A custom scalar may be any JSON that goes out as it came in.
  return check ? (value) => check(graph, value) : isKeptJson;
}

const leafChecks: Readonly<Record<string, (graph: Graph, value: unknown) => boolean>> = {
  Int: (_, value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  Float: (_, value) => typeof value === 'number' && Number.isFinite(value),
  String: (_, value) => typeof value === 'string',
  Boolean: (_, value) => typeof value === 'boolean',
  ID: (_, value) => typeof value === 'string' || Number.isSafeInteger(value),
  NetworkId: (graph, value) => typeof value === 'string' && graph.vocabulary.networkId.test(value),
  Category: (_, value) => typeof value === 'string',
  Purpose: (_, value) => typeof value === 'string',
  Date: (_, value) => typeof value === 'string',
  DateTime: (_, value) => typeof value === 'string',
};
