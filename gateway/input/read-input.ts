import type { Vocabulary } from '@trellis/vocabulary';
import type { DocumentNode, GraphQLArgument, GraphQLSchema, OperationDefinitionNode, ValueNode } from 'graphql';
import {
  getNullableType,
  getVariableValues,
  GraphQLInt,
  isInputType,
  isNonNullType,
  Kind,
  typeFromAST,
  valueFromASTUntyped,
} from 'graphql';
import { TrellisError } from '../errors.ts';
import type { ArgumentSite } from './argument-sites.ts';
import { argumentSites } from './argument-sites.ts';
import { InputCheck } from './input-check.ts';
import type { Place } from '../errors.ts';
import { spanFaults } from './spans.ts';
import { WrongInput } from './wrong-input.ts';

type Values = Readonly<Record<string, unknown>>;

/** The part of a graph that the reader needs. */
export interface InputGraph {
  readonly vocabulary: Vocabulary;
  readonly apiSchema: GraphQLSchema;
  /** Checks whether an argument pages a list. */
  isPage(coordinate: string, argument: string): boolean;
}

/** Reads the input of one validated operation: the coerced variables. Throws WrongInput, naming every place that does not fit. */
export type ReadInput = (document: DocumentNode, operation: OperationDefinitionNode, variables: Values) => Values;

const mostInPage = 10_000;
const paging: ReadonlySet<string> = new Set(['first', 'last', 'limit', 'offset']);

/**
 * Opens the reader of a graph's inputs. Whatever a scalar, an enum or an input type forbids is refused here, before a plan is made or an
 * agency asked, so that no agency is blamed for it and no answer depends on which agency would have minded.
 */
export function openInputReader(graph: InputGraph): ReadInput {
  const { apiSchema, vocabulary } = graph;
  const known = new WeakMap<OperationDefinitionNode, readonly ArgumentSite[]>();
  return (document, operation, variables) => {
    const check = new InputCheck(vocabulary);
    const coerced = readVariables(apiSchema, operation, variables, check);
    let sites = known.get(operation);
    if (!sites) known.set(operation, (sites = argumentSites(apiSchema, document, operation)));
    for (const site of sites) checkSite(graph, site, coerced, check);
    refuse(check);
    return coerced;
  };
}

function refuse({ faults }: InputCheck): void {
  if (faults.length > 0) throw new WrongInput(faults);
}

function readVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Values,
  check: InputCheck,
): Values {
  const defaults: (() => void)[] = [];
  let coerced: Values = {};
  for (const { variable, type: written, defaultValue } of variableDefinitions) {
    const type = typeFromAST(schema, written);
    if (!isInputType(type)) continue;
    const name = variable.name.value;
    const place: Place = { in: 'variable', path: [name] };
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (given === undefined && defaultValue) defaults.push(() => check.value(type, coerced[name], place));
    else check.value(type, given, place);
  }
  refuse(check);
  const read = getVariableValues(schema, variableDefinitions, { ...variables });
  // What graphql-js says of a variable names its value; ours does not.
  if (!read.coerced) throw new TrellisError('BAD_REQUEST', { reason: 'VARIABLES' });
  coerced = read.coerced;
  for (const checkDefault of defaults) checkDefault();
  return coerced;
}

function checkSite(graph: InputGraph, site: ArgumentSite, variables: Values, check: InputCheck): void {
  const values = new Map<string, { value: unknown; place: Place }>();
  for (const { definition, node } of site.arguments) {
    if (node === undefined) continue;
    const place = placeOf(site, definition, node);
    const value = valueFromASTUntyped(node, { ...variables });
    values.set(definition.name, { value, place });
    checkArgument(definition, node, { value, place }, check);
    if (pages(graph, site.coordinate, definition) && typeof value === 'number' && !(value >= 0 && value <= mostInPage))
      check.add({ reason: 'OUT_OF_RANGE', place, expected: 'PAGE' });
  }
  const definitions = site.arguments.map(({ definition }) => definition);
  for (const end of spanFaults(definitions, (name) => values.get(name)?.value)) {
    const { place } = values.get(end) ?? {};
    if (place) check.add({ reason: 'WRONG_ORDER', place, expected: 'NOT_BEFORE_START' });
  }
}

/** A variable's value was checked by the variable's own type, which may allow a null that its place does not. */
function checkArgument(
  { type, defaultValue }: GraphQLArgument,
  node: ValueNode,
  { value, place }: { value: unknown; place: Place },
  check: InputCheck,
): void {
  if (node.kind !== Kind.VARIABLE) check.value(type, value, place);
  else if (isNonNullType(type) && (value === null || (value === undefined && defaultValue === undefined)))
    check.add({ reason: 'MISSING', place, expected: 'VALUE' });
}

function placeOf({ path }: ArgumentSite, { name }: GraphQLArgument, node: ValueNode): Place {
  if (node.kind === Kind.VARIABLE) return { in: 'variable', path: [node.name.value] };
  return { in: 'argument', path: [...path, name] };
}

function pages({ isPage }: InputGraph, coordinate: string, { name, type }: GraphQLArgument): boolean {
  return getNullableType(type) === GraphQLInt && (paging.has(name) || isPage(coordinate, name));
}
