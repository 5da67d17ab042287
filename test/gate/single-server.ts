import type { DocumentNode, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { execute, getNamedType, getNullableType, isInputObjectType, isListType } from 'graphql';
import { abouts, allAllow, couldAllow, wanted, wantedOfType } from './labels.ts';
import type { Wanted } from './labels.ts';
import type { Asking } from './permissions.ts';
import { at } from './permissions.ts';
import type { Permissions } from './permissions.ts';
import type { Args, Thing } from './network.ts';
import { resolve } from './resolve.ts';
import type { World } from './world.ts';

/** The children a record is of, and its own categories, straight from what the agencies hold. */
export function about(
  world: World,
  type: string,
  id: string,
): { children: readonly string[]; kinds: readonly Wanted[] } {
  const paths = abouts.get(type);
  if (!paths) throw new Error(`${type} is not about anyone`);
  if (paths.children === 'id') return { children: [id], kinds: [] };
  const row = world.tables[type]?.get(id);
  const children = row?.[paths.children];
  const kinds = paths.categories === undefined ? [] : ((row?.[paths.categories] as string[] | undefined) ?? []);
  return {
    children: Array.isArray(children) ? children.map(String) : children === undefined ? [] : [String(children)],
    kinds: kinds.map((category) => ({ category, level: 'FULL' })),
  };
}

interface Placed extends Thing {
  /** Whose this is; undefined at the root. */
  readonly '%children'?: readonly string[];
  /** The purposes under which it is there. */
  readonly '%under'?: readonly string[];
}

/** Told of every labelled field that an operation asks of known children. */
export type Seen = (children: readonly string[], coordinate: string, allowed: boolean) => void;

/**
 * One naive server that holds everything and decides field by field as it goes: what the answer should be. Each thing is there for some of the purposes, and what
 * is below it for no other: nothing shows that one of them alone would not show.
 */
export function answerSingly(
  schema: GraphQLSchema,
  world: World,
  asking: Asking,
  document: DocumentNode,
  variables: Record<string, unknown>,
  seen: Seen = () => undefined,
): unknown {
  const result = execute({
    schema,
    document,
    variableValues: variables,
    typeResolver: (value) => (value as Thing).__typename,
    fieldResolver: (source: Placed | undefined, args: Args, _context, info) =>
      field(world, asking, source, args, info, seen),
  });
  return (result as { data?: unknown }).data;
}

function field(
  world: World,
  { permissions, purposes }: Asking,
  source: Placed | undefined,
  args: Args,
  info: GraphQLResolveInfo,
  seen: Seen,
): unknown {
  const type = info.parentType.name;
  const isRoot = type === 'Query';
  const needs = wanted(type, info.fieldName, saidArguments(args, info), readInputs(args, info));
  const children = source?.['%children'];
  const unpaged = Object.fromEntries(Object.entries(args).filter(([name]) => !['first', 'offset'].includes(name)));
  const records = recordsOf(info);
  const isAllowed = (purpose: string) =>
    children
      ? allAllow(permissions, children, at('me', purpose), needs)
      : records.length > 0
        ? couldAllow(needs, purpose)
        : needs.length === 0;
  const above = source?.['%under'] ?? purposes;
  const allowed = above.filter(isAllowed);
  if (children && needs.length > 0) seen(children, `${type}.${info.fieldName}`, allowed.length > 0);
  // Records that no child could permit are not even asked for.
  const isWithinReach = (purpose: string) =>
    records.length === 0 || records.some((record) => couldAllow(wantedOfType(record), purpose));
  // What another agency's field feeds needs that agency's permission, too.
  const feeds: readonly Wanted[] =
    `${type}.${info.fieldName}` === 'Child.grade' ? [{ category: 'identity.birth-date', level: 'SUMMARY' }] : [];
  const under = allowed.filter(
    (purpose) => isWithinReach(purpose) && allAllow(permissions, children ?? [], at('education', purpose), feeds),
  );
  if (under.length === 0) return null;
  const isSearch = isRoot && info.fieldName === 'findChild';
  const value = resolve(world, isRoot ? undefined : source, isSearch ? 'findChildren' : info.fieldName, unpaged);
  const placed = place(world, permissions, value, { children, under }, needs);
  // The only one that may be seen, whoever else is called the same.
  if (isSearch) return Array.isArray(placed) && placed.length === 1 ? (placed[0] as unknown) : null;
  // No records, and none that may be seen, are one answer.
  if (placed === null && records.length > 0 && isListType(getNullableType(info.returnType))) return [];
  return Array.isArray(placed) ? paged(placed, args) : placed;
}

function place(
  world: World,
  permissions: Permissions,
  value: unknown,
  above: { readonly children: readonly string[] | undefined; readonly under: readonly string[] },
  needs: readonly Wanted[],
): unknown {
  if (Array.isArray(value))
    return value.map((item) => place(world, permissions, item, above, needs)).filter((item) => item !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  const thing = value as Thing;
  const { children } = above;
  if (!abouts.has(thing.__typename))
    return { ...thing, '%under': above.under, ...(children && { '%children': children }) };
  const { children: own, kinds } = about(world, thing.__typename, String(thing.id));
  const all = [...needs, ...wantedOfType(thing.__typename), ...kinds];
  const under = above.under.filter((purpose) => allAllow(permissions, own, at('me', purpose), all));
  return own.length > 0 && under.length > 0 ? { ...thing, '%children': own, '%under': under } : undefined;
}

function paged(items: readonly unknown[], { first, offset }: Args): readonly unknown[] {
  const start = typeof offset === 'number' ? offset : 0;
  return items.slice(start, typeof first === 'number' ? start + first : undefined);
}

/** The types of records that a field may return. */
function recordsOf(info: GraphQLResolveInfo): readonly string[] {
  const named = getNamedType(info.returnType);
  const possible = 'getFields' in named && 'isTypeOf' in named ? [named] : info.schema.getPossibleTypes(named as never);
  return possible.map(({ name }) => name).filter((name) => abouts.has(name));
}

/** The arguments that change what is asked: not those that say what the schema says anyway. */
function saidArguments(args: Args, info: GraphQLResolveInfo): readonly string[] {
  const defined = info.parentType.getFields()[info.fieldName]?.args ?? [];
  return defined
    .filter((arg) => args[arg.name] !== undefined && args[arg.name] !== arg.defaultValue)
    .map((arg) => arg.name);
}

function readInputs(args: Args, info: GraphQLResolveInfo): readonly string[] {
  return (info.parentType.getFields()[info.fieldName]?.args ?? []).flatMap((arg) => {
    const type = getNamedType(arg.type);
    const value = args[arg.name];
    if (!isInputObjectType(type) || typeof value !== 'object' || value === null) return [];
    return Object.keys(value).map((name) => `${type.name}.${name}`);
  });
}
