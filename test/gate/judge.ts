import type { FieldNode, SelectionSetNode } from 'graphql';
import { Kind, parse } from 'graphql';
import type { AgencyRequest } from '../../gateway/agency-client/agency-client.ts';
import type { Wanted } from './labels.ts';
import { abouts, allAllow, couldAllow, wanted, wantedOfType } from './labels.ts';
import type { Asking } from './permissions.ts';
import { asker, at } from './permissions.ts';
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

/** Whether one may ask for what needs this, for a purpose, of the records that are at hand; `isRecords`: what is asked for are records in their turn. */
type May = (needs: readonly Wanted[], isRecords: boolean, purpose: string) => boolean;

/** Every (child, field) that a request to an agency names and should not: judged from the request's text and the agencies' own data. */
export function judge(world: World, asking: Asking, request: AgencyRequest): readonly string[] {
  const { permissions, purposes } = asking;
  const faults: string[] = [];
  const [operation] = parse(request.query).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return ['no operation'];
  const owned: (readonly string[])[][] = [];
  for (const field of operation.selectionSet.selections) {
    if (field.kind !== Kind.FIELD) faults.push('a fragment at the root');
    else if (field.name.value === '_entities') judgeEntities(world, asking, request, field, owned, faults);
    else
      judgeFields({ request, purposes }, { kind: Kind.SELECTION_SET, selections: [field] }, 'Query', childless, faults);
  }
  // That somebody asks about a child is a fact about the child.
  const { agency, requester, purpose } = request;
  const involvement: Wanted = { category: `${asker.agency}.involvement`, level: 'FULL' };
  const mayKnow = (told: string) =>
    [asker.agency, 'register', 'identity'].includes(agency) ||
    (owned.length > 0 &&
      owned.every((owners) =>
        owners.some((children) => allAllow(permissions, children, at(agency, told), [involvement])),
      ));
  const told = purpose?.split(',') ?? [];
  if (requester && told.length === 0) faults.push(`${agency} was told who asks, and not what for`);
  for (const each of told) if (!mayKnow(each)) faults.push(`${agency} was told who asks`);
  if (!told.every((each) => purposes.includes(each))) faults.push(`${agency} was told a purpose that nobody named`);
  return faults;
}

/** Where no child is known, only what is open may be asked, and records, which bring their own. */
const childless: May = (needs, isRecords, purpose) => (isRecords ? couldAllow(needs, purpose) : needs.length === 0);

function judgeEntities(
  world: World,
  { permissions, purposes }: Asking,
  request: AgencyRequest,
  field: FieldNode,
  owned: (readonly string[])[][],
  faults: string[],
): void {
  const variable = field.arguments?.[0]?.value;
  const name = variable?.kind === Kind.VARIABLE ? variable.name.value : '';
  for (const representation of request.variables[name] as Record<string, unknown>[]) {
    const { __typename: typename, id, ...carried } = representation;
    const type = String(typename);
    const owners = abouts.has(type) ? [about(world, type, String(id)).children] : pupilsOf(world, String(id));
    owned.push(owners);
    for (const extra of Object.keys(carried)) {
      const needs = wanted(type, extra);
      const isFlow = (purpose: string) =>
        owners.some((children) => allAllow(permissions, children, at(request.agency, purpose), needs));
      if (!purposes.some(isFlow)) faults.push(`${request.agency} was told ${type}.${extra}`);
    }
    // A school belongs to the child it hangs from: the request does not say which, so one that it could be must permit it.
    const may: May = (needs, isRecords, purpose) =>
      (!abouts.has(type) && childless(needs, isRecords, purpose)) ||
      owners.some((children) => allAllow(permissions, children, at('me', purpose), needs));
    if (field.selectionSet) judgeFields({ request, purposes }, field.selectionSet, type, may, faults);
  }
}

function pupilsOf(world: World, school: string): (readonly string[])[] {
  return [...(world.tables['Child']?.values() ?? [])].filter((row) => row['attends'] === school).map(({ id }) => [id]);
}

/** A request, and the purposes that permit all above what is looked at. */
interface Judged {
  readonly request: AgencyRequest;
  readonly purposes: readonly string[];
}

function judgeFields(
  { request, purposes }: Judged,
  set: SelectionSetNode,
  type: string,
  may: May,
  faults: string[],
): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value ?? type;
      if (condition === type) judgeFields({ request, purposes }, selection.selectionSet, type, may, faults);
      continue;
    }
    if (selection.kind !== Kind.FIELD || selection.name.value === '__typename') continue;
    const coordinate = `${type}.${selection.name.value}`;
    const returned = returns.get(coordinate) ?? '';
    const possible = implementations.get(returned) ?? [returned];
    const records = possible.filter((each) => abouts.has(each));
    const needs = wanted(type, selection.name.value, saidArguments(selection, request), readInputs(selection, request));
    const isWithinReach = (purpose: string) =>
      records.length === 0 || records.some((each) => couldAllow(wantedOfType(each), purpose));
    const under = purposes.filter((purpose) => isWithinReach(purpose) && may(needs, records.length > 0, purpose));
    if (under.length === 0) faults.push(`${request.agency}: ${coordinate}`);
    const judged = { request, purposes: under };
    if (selection.selectionSet) judgeBelow(judged, selection.selectionSet, possible, may, faults);
  }
}

function judgeBelow(
  judged: Judged,
  below: SelectionSetNode,
  possible: readonly string[],
  may: May,
  faults: string[],
): void {
  for (const type of possible) {
    const set = { ...below, selections: below.selections.flatMap((each) => unfolded(each, type)) };
    if (abouts.has(type)) judgeRouting(set, type, faults);
    else judgeFields(judged, set, type, may, faults);
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

function valueOf(arg: NonNullable<FieldNode['arguments']>[number], request: AgencyRequest): unknown {
  return arg.value.kind === Kind.VARIABLE
    ? request.variables[arg.value.name.value]
    : arg.value.kind === Kind.NULL
      ? null
      : arg.value;
}

/** What the schema says of these arguments where a client says nothing. */
const defaults: Readonly<Record<string, unknown>> = { upper: false, kind: 'any' };

/** Arguments that are sent; a null page says nothing, nor does what the schema says anyway. */
function saidArguments(field: FieldNode, request: AgencyRequest): readonly string[] {
  return (field.arguments ?? [])
    .filter((arg) => !(arg.name.value in defaults && valueOf(arg, request) === defaults[arg.name.value]))
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
