import type { FieldNode, SelectionSetNode } from 'graphql';
import { Kind, parse } from 'graphql';
import type { AgencyRequest } from '../../gateway/agency-client/agency-client.ts';
import { abouts, allAllow, couldAllow, wanted } from './labels.ts';
import type { Permissions } from './permissions.ts';
import { about } from './single-server.ts';
import { sdl } from './sdl.ts';
import type { World } from './world.ts';

/** Type and field → the type it returns, read from the SDL by hand. */
const returns = new Map<string, string>();
const implementations = new Map<string, string[]>();
for (const definition of Object.values(sdl).flatMap((text) => parse(text).definitions)) {
  if (definition.kind === Kind.UNION_TYPE_DEFINITION)
    implementations.set(
      definition.name.value,
      (definition.types ?? []).map((type) => type.name.value),
    );
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
  for (const each of definition.interfaces ?? []) {
    const known = implementations.get(each.name.value) ?? [];
    if (!known.includes(definition.name.value)) implementations.set(each.name.value, [...known, definition.name.value]);
  }
  for (const field of definition.fields ?? []) {
    let type = field.type;
    while (type.kind !== Kind.NAMED_TYPE) type = type.type;
    returns.set(`${definition.name.value}.${field.name.value}`, type.name.value);
  }
}

/** Every (child, field) that a request to an agency names and should not: judged from the request's text and the agencies' own data. */
export function judge(world: World, permissions: Permissions, request: AgencyRequest): readonly string[] {
  const faults: string[] = [];
  const [operation] = parse(request.query).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return ['no operation'];
  for (const field of operation.selectionSet.selections) {
    if (field.kind !== Kind.FIELD) faults.push('a fragment at the root');
    else if (field.name.value === '_entities') judgeEntities(world, permissions, request, field, faults);
    else judgeRoot(permissions, request, field, faults);
  }
  return faults;
}

function judgeEntities(
  world: World,
  permissions: Permissions,
  request: AgencyRequest,
  field: FieldNode,
  faults: string[],
): void {
  const variable = field.arguments?.[0]?.value;
  const name = variable?.kind === Kind.VARIABLE ? variable.name.value : '';
  for (const representation of request.variables[name] as Record<string, unknown>[]) {
    const { __typename: typename, id, ...carried } = representation;
    const type = String(typename);
    if (!abouts.has(type)) {
      faults.push(`${type} was entered and belongs to nobody`);
      continue;
    }
    const { children } = about(world, type, String(id));
    for (const extra of Object.keys(carried)) {
      if (!allAllow(permissions, children, request.agency, wanted(type, extra)))
        faults.push(`${request.agency} was told ${type}.${extra}`);
    }
    if (field.selectionSet) judgeSelections(permissions, request, field.selectionSet, type, children, faults);
  }
}

function judgeSelections(
  permissions: Permissions,
  request: AgencyRequest,
  set: SelectionSetNode,
  type: string,
  children: readonly string[],
  faults: string[],
): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value ?? type;
      if (condition === type) judgeSelections(permissions, request, selection.selectionSet, type, children, faults);
      continue;
    }
    if (selection.kind !== Kind.FIELD || selection.name.value === '__typename') continue;
    const field = selection.name.value;
    const needs = wanted(type, field, saidArguments(selection, request), readInputs(selection, request));
    if (!allAllow(permissions, children, 'me', needs))
      faults.push(`${request.agency}: ${type}.${field} of ${children.join()}`);
    judgeBelow(permissions, request, selection, `${type}.${field}`, children, faults);
  }
}

function judgeBelow(
  permissions: Permissions,
  request: AgencyRequest,
  field: FieldNode,
  coordinate: string,
  children: readonly string[],
  faults: string[],
): void {
  const returned = returns.get(coordinate);
  if (!field.selectionSet || returned === undefined) return;
  const possible = implementations.get(returned) ?? [returned];
  for (const type of possible) {
    const set = {
      ...field.selectionSet,
      selections: field.selectionSet.selections.flatMap((each) => unfolded(each, type)),
    };
    if (abouts.has(type)) judgeRouting(set, type, faults);
    else judgeSelections(permissions, request, set, type, children, faults);
  }
}

function unfolded(
  selection: SelectionSetNode['selections'][number],
  type: string,
): readonly SelectionSetNode['selections'][number][] {
  if (selection.kind !== Kind.INLINE_FRAGMENT) return [selection];
  return selection.typeCondition?.name.value === type ? selection.selectionSet.selections : [];
}

/** Of a record that was not decided on, only its type, key, children and categories may be asked. */
function judgeRouting(set: SelectionSetNode, type: string, faults: string[]): void {
  const paths = abouts.get(type);
  const allowed = ['__typename', 'id', paths?.children, paths?.categories];
  for (const selection of set.selections) {
    const name = selection.kind === Kind.FIELD ? selection.name.value : '?';
    if (!allowed.includes(name)) faults.push(`${type}.${name} as routing`);
    const below = selection.kind === Kind.FIELD ? (selection.selectionSet?.selections ?? []) : [];
    for (const inner of below) {
      if (inner.kind !== Kind.FIELD || !['__typename', 'id'].includes(inner.name.value))
        faults.push(`${type}.${name} goes deeper than ids`);
    }
  }
}

function judgeRoot(permissions: Permissions, request: AgencyRequest, field: FieldNode, faults: string[]): void {
  const name = field.name.value;
  const needs = wanted('Query', name, saidArguments(field, request), readInputs(field, request));
  const returned = returns.get(`Query.${name}`) ?? '';
  const returnsRecords = (implementations.get(returned) ?? [returned]).some((type) => abouts.has(type));
  if (returnsRecords ? !couldAllow(needs) : needs.length > 0) faults.push(`${request.agency}: Query.${name}`);
  judgeBelow(permissions, request, field, `Query.${name}`, [], faults);
}

function valueOf(arg: NonNullable<FieldNode['arguments']>[number], request: AgencyRequest): unknown {
  return arg.value.kind === Kind.VARIABLE
    ? request.variables[arg.value.name.value]
    : arg.value.kind === Kind.NULL
      ? null
      : arg.value;
}

/** Arguments that are sent; a null page says nothing, and `upper: false` is what the schema says anyway. */
function saidArguments(field: FieldNode, request: AgencyRequest): readonly string[] {
  return (field.arguments ?? [])
    .filter((arg) => !(arg.name.value === 'upper' && valueOf(arg, request) === false))
    .map((arg) => arg.name.value);
}

function readInputs(field: FieldNode, request: AgencyRequest): readonly string[] {
  return (field.arguments ?? []).flatMap((arg) => {
    const value = valueOf(arg, request);
    return arg.name.value === 'where' && typeof value === 'object' && value !== null
      ? Object.keys(value).map((name) => `IncidentFilter.${name}`)
      : [];
  });
}
