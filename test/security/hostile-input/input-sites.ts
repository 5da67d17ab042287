import type { GraphQLArgument, GraphQLField, GraphQLInputType, GraphQLNamedType, GraphQLSchema } from 'graphql';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
} from 'graphql';

/** One place in the graph's inputs: an operation that reaches it, and its variables with any value there. */
export interface InputSite {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly path: readonly (string | number)[];
  readonly query: string;
  readonly variablesWith: (value: unknown) => Readonly<Record<string, unknown>>;
}

export type ValueOf = (name: string, scalar: string) => unknown;

/** Every argument, and every field of every input below it, of every field that can be reached from the root. `valueOf` gives valid leaves. */
export function inputSites(schema: GraphQLSchema, valueOf: ValueOf): readonly InputSite[] {
  const sites: InputSite[] = [];
  const seen = new Set<string>();
  const visit = (
    type: GraphQLNamedType | undefined | null,
    wrap: (inner: string) => string,
    given: readonly Given[],
  ): void => {
    if (!isObjectType(type) || seen.has(type.name)) return;
    seen.add(type.name);
    const next: (() => void)[] = [];
    for (const field of Object.values(type.getFields())) {
      const own = field.args.map((argument) => ({ variable: `${field.name}_${argument.name}`, argument }));
      for (const { variable, argument } of own) {
        const args = own.filter((each) => each.argument === argument || isNonNullType(each.argument.type));
        sites.push(...sitesOf(schema, field, wrap, [...given, ...args], { variable, argument }, valueOf));
      }
      const required = own.filter(
        ({ argument }) => isNonNullType(argument.type) && argument.defaultValue === undefined,
      );
      next.push(() => {
        visit(getNamedType(field.type), (inner) => wrap(`${call(field, required)} { ${inner} }`), [
          ...given,
          ...required,
        ]);
      });
    }
    for (const go of next) go();
  };
  visit(schema.getQueryType(), (inner) => `{ ${inner} }`, []);
  visit(schema.getMutationType(), (inner) => `{ ${inner} }`, []);
  return sites;
}

interface Given {
  readonly variable: string;
  readonly argument: GraphQLArgument;
}

function call({ name }: GraphQLField<unknown, unknown>, args: readonly Given[]): string {
  if (args.length === 0) return name;
  return `${name}(${args.map(({ variable, argument }) => `${argument.name}: $${variable}`).join(', ')})`;
}

function sitesOf(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  wrap: (inner: string) => string,
  given: readonly Given[],
  { variable, argument }: Given,
  valueOf: ValueOf,
): InputSite[] {
  const own = given.filter((each) => field.args.includes(each.argument));
  const below = shown(getNamedType(field.type));
  const body = wrap(`${call(field, own)}${below === '' ? '' : ` { ${below} }`}`);
  const kind = schema.getMutationType()?.getFields()[field.name] === field ? 'mutation' : 'query';
  const declared = given.map((each) => `$${each.variable}: ${String(each.argument.type)}`).join(', ');
  const query = `${kind}(${declared}) ${body}`;
  const valid = Object.fromEntries(given.map((each) => [each.variable, valid_(each.argument, valueOf)]));
  return positionsOf(variable, argument.type).map(({ path, type }) => ({
    name: `${field.name}(${[argument.name, ...path.slice(1)].join('.')})`,
    type,
    path,
    query,
    variablesWith: (value) => replaced(valid, path, value, (at) => validOf(at, argument, valueOf)),
  }));
}

/** Scalars of what comes back, and where a page goes on. */
function shown(type: GraphQLNamedType): string {
  if (isLeafType(type)) return '';
  if (!isObjectType(type)) return '__typename';
  const page = type.getFields()['pageInfo'] ? ' pageInfo { hasNextPage endCursor }' : '';
  return `__typename${page}`;
}

/** The path of an argument and of each input field below it, an input inside itself only once. */
function positionsOf(
  name: string,
  type: GraphQLInputType,
  path: readonly (string | number)[] = [name],
  within: readonly string[] = [],
): { path: readonly (string | number)[]; type: GraphQLInputType }[] {
  const here = { path, type };
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [here, ...positionsOf(name, nullable.ofType, [...path, 0], within)];
  if (!isInputObjectType(nullable) || within.includes(nullable.name)) return [here];
  const fields = Object.values(nullable.getFields());
  const inner = [...within, nullable.name];
  return [here, ...fields.flatMap((field) => positionsOf(name, field.type, [...path, field.name], inner))];
}

function valid_(argument: GraphQLArgument, valueOf: ValueOf): unknown {
  return validValue(argument.name, argument.type, valueOf);
}

function validOf(path: readonly (string | number)[], argument: GraphQLArgument, valueOf: ValueOf): unknown {
  let type: GraphQLInputType = argument.type;
  let name = argument.name;
  for (const step of path.slice(1)) {
    const nullable = getNullableType(type);
    if (isListType(nullable)) type = nullable.ofType;
    else if (isInputObjectType(nullable)) {
      name = String(step);
      type = nullable.getFields()[name]?.type ?? type;
    }
  }
  return validValue(name, type, valueOf);
}

function validValue(name: string, type: GraphQLInputType, valueOf: ValueOf): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [validValue(name, nullable.ofType, valueOf)];
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  if (!isInputObjectType(nullable)) return valueOf(name, nullable.name);
  const required = Object.values(nullable.getFields()).filter((field) => isRequiredInputField(field));
  return Object.fromEntries(required.map((field) => [field.name, validValue(field.name, field.type, valueOf)]));
}

/** A copy with one value in another's place; what leads there and is missing is made. */
function replaced(
  values: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
  value: unknown,
  make: (path: readonly (string | number)[]) => unknown,
): Record<string, unknown> {
  const copy = structuredClone(values) as Record<string | number, unknown>;
  let at: Record<string | number, unknown> = copy;
  path.slice(0, -1).forEach((step, depth) => {
    at[step] ??= make(path.slice(0, depth + 1));
    at = at[step] as Record<string | number, unknown>;
  });
  at[path.at(-1) ?? ''] = value;
  return copy;
}
