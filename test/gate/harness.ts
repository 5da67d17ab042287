import { getNullableType, isListType, isObjectType, buildASTSchema, parse } from 'graphql';
import type { Operation } from './operations.ts';
import type { Args, Asked, Faults, Holdings, TestNetwork, Thing } from './network.ts';
import { openNetwork } from './network.ts';
import type { Permissions } from './permissions.ts';
import { purpose } from './permissions.ts';
import { resolve } from './resolve.ts';
import { abouts } from './labels.ts';
import { sdl } from './sdl.ts';
import type { World } from './world.ts';

/** The agencies answer from whatever world is current. */
let current: World | undefined;

/** Agency → the fields of a child that it answers by itself. */
const ofChild = new Map(Object.entries(sdl).map(([agency, text]) => [agency, fieldsOfChild(text)]));

function fieldsOfChild(text: string): readonly string[] {
  const type = buildASTSchema(parse(text), { assumeValidSDL: true }).getType('Child');
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields())
    .filter(
      ({ name, astNode }) => name !== 'id' && !astNode?.directives?.some((each) => each.name.value === 'external'),
    )
    .map(({ name }) => name);
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Agencies that hold what a world says. */
export function holdingsOf(world: () => World): Holdings {
  return {
    answer: (_agency, thing, field, args) => answer(world(), thing, field, args),
    known: (agency, reference) => known(world(), agency, reference),
  };
}

function answer(world: World, thing: Thing | undefined, field: string, args: Args): unknown {
  const brought = thing?.[`@${field}`];
  if (brought !== undefined) return brought;
  const value = resolve(world, thing, field, args);
  const isRecords = Array.isArray(value) && (value as Thing[]).every((each) => abouts.has(String(each?.__typename)));
  const mayBeNull = !['caseload', 'children'].includes(field) && recordLists.has(field);
  return isRecords && value.length === 0 && mayBeNull && world.emptyIsNull ? null : value;
}

/** Names of fields that return lists of records. */
const recordLists = new Set(
  Object.values(sdl).flatMap((text) => {
    const schema = buildASTSchema(parse(text), { assumeValidSDL: true });
    return Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) => Object.values(type.getFields()))
      .filter(
        ({ name, type }) => isListType(getNullableType(type)) && !['kinds', 'placements', 'people'].includes(name),
      )
      .map(({ name }) => name);
  }),
);

function known(world: World, agency: string, reference: Thing): Thing | null {
  const type = reference.__typename;
  if (!world.tables[type]?.has(String(reference.id))) return null;
  const thing: Thing = { __typename: type, id: String(reference.id) };
  // An agency that holds nothing of a child does not know the child.
  const fields = type === 'Child' ? ofChild.get(agency) : undefined;
  if (fields?.every((field) => isNothing(resolve(world, thing, field, {})))) return null;
  // What a representation brought is what the agency works with: birthYear comes from identity, not from its own tables.
  const brought = Object.fromEntries(Object.entries(reference).map(([name, value]) => [`@${name}`, value]));
  return { ...brought, ...thing };
}

const network = openNetwork(
  sdl,
  holdingsOf(() => current as World),
);
export const { supergraphSdl } = network;
export const gate: TestNetwork['gate'] = network.gate;

/** Asks one operation of one world under one set of permissions, and records everything that was asked on the way. */
export async function ask(
  world: World,
  permissions: Permissions,
  { source, variables }: Operation,
  purposes: readonly string[] = [purpose],
  faults: Faults = {},
): Promise<Asked> {
  current = world;
  return network.ask({ source, variables, permissions, purposes, faults });
}
