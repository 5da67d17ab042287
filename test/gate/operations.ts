import type { GraphQLField, GraphQLNamedType, GraphQLSchema } from 'graphql';
import { getNamedType, isAbstractType, isInterfaceType, isLeafType, isNonNullType, isObjectType } from 'graphql';
import type { Random } from './random.ts';
import type { World } from './world.ts';
import { idOf, unknownChild } from './world.ts';

export interface Operation {
  readonly source: string;
  readonly variables: Record<string, unknown>;
}

/** Names that an alias could hurt with: keys, required fields, our own. */
const aliases = [
  ...['id', 'name', 'birthYear', 'involved', 'kinds', 'child', 'subjects', 'attends', 'grade', 'score', 'on', 'kind'],
  ...['__v0', 'v0', 'r0', 'g0', '_entities', 'incidents__1', 'toString', 'constructor', '__proto__', 'representations'],
];

/** Draws operations from a schema's own grammar: aliases, fragments, conditions, arguments in every form. Few are invalid; the caller discards those. */
export function drawOperation(random: Random, schema: GraphQLSchema, world: World): Operation {
  const drawn = new Drawing(random, schema, world);
  const query = schema.getQueryType();
  if (!query) throw new Error('no query type');
  const body = drawn.selection(query, 3 + random.below(2), new Map());
  const variables = [...drawn.declared].map(([name, { type }]) => `$${name}: ${type}`);
  const head = variables.length > 0 ? `query Drawn(${variables.join(', ')})` : 'query Drawn';
  return {
    source: `${head} ${body} ${drawn.fragments.join(' ')}`,
    variables: Object.fromEntries(
      [...drawn.declared].flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])),
    ),
  };
}

/** What each response name of one object stands for: two fields of one name must ask the same. */
type Scope = Map<string, { readonly asks: string; readonly inner: Scope }>;

class Drawing {
  readonly declared = new Map<string, { type: string; value: unknown }>();
  readonly fragments: string[] = [];
  readonly #random: Random;
  readonly #schema: GraphQLSchema;
  readonly #world: World;

  constructor(random: Random, schema: GraphQLSchema, world: World) {
    this.#random = random;
    this.#schema = schema;
    this.#world = world;
  }

  selection(type: GraphQLNamedType, depth: number, scope: Scope): string {
    const random = this.#random;
    const parts: string[] = [];
    const own = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const wide = type.name === 'Query' ? 1 + random.below(2) : 1 + random.below(depth > 1 ? 4 : 3);
    for (let index = 0; index < wide; index++) {
      const field = this.#pickField(type, own, depth);
      if (field) parts.push(this.#field(field, depth, scope));
    }
    const possible = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
    for (const concrete of possible) {
      if (random.chance(isAbstractType(type) ? 0.6 : 0.12)) parts.push(this.#fragment(concrete, depth, scope));
    }
    const found = parts.filter((part) => part !== '');
    if (random.chance(0.15) || found.length === 0) found.push(random.chance(0.5) ? '__typename' : 'aType: __typename');
    return `{ ${found.join(' ')} }`;
  }

  #pickField(
    type: GraphQLNamedType,
    fields: readonly GraphQLField<unknown, unknown>[],
    depth: number,
  ): GraphQLField<unknown, unknown> | undefined {
    const random = this.#random;
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const usable = depth > 0 ? fields : leaves;
    if (usable.length === 0) return undefined;
    // Most questions are about children.
    const chosen = type.name === 'Query' && random.chance(0.7) ? fields.filter(isOfChildren) : usable;
    return random.pick(chosen);
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number, scope: Scope): string {
    const random = this.#random;
    const args = field.args.flatMap((arg) => {
      const required = isNonNullType(arg.type);
      if (!required && random.chance(0.6)) return [];
      return [`${arg.name}: ${this.#argument(arg.name, String(arg.type), required)}`];
    });
    const asks = `${field.name}(${args.join()}):${String(field.type)}`;
    const response = this.#response(field.name, asks, scope);
    if (response === undefined) return '';
    const { inner } = scope.get(response) as { inner: Scope };
    const alias = response === field.name ? '' : `${response}: `;
    const named = getNamedType(field.type);
    const under = isLeafType(named) ? '' : ` ${this.selection(named, depth - 1, inner)}`;
    return `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${this.#condition()}${under}`;
  }

  /** A response name that stands for nothing else here; now and then one that may, and is then discarded as invalid. */
  #response(name: string, asks: string, scope: Scope): string | undefined {
    const random = this.#random;
    for (let attempt = 0; attempt < 5; attempt++) {
      const response = attempt > 0 || random.chance(0.25) ? random.pick(aliases) : name;
      const known = scope.get(response);
      if (known && known.asks !== asks && !random.chance(0.01)) continue;
      if (!known) scope.set(response, { asks, inner: new Map() });
      return response;
    }
    return undefined;
  }

  #fragment(type: GraphQLNamedType, depth: number, scope: Scope): string {
    const body = this.selection(type, Math.max(0, depth - 1), scope);
    if (this.#random.chance(0.5)) return `... on ${type.name}${this.#condition()} ${body}`;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type.name} ${body}`);
    return `...${name}${this.#condition()}`;
  }

  #condition(): string {
    const random = this.#random;
    if (!random.chance(0.1)) return '';
    const directive = random.pick(['include', 'skip']);
    const value = random.chance(0.5);
    if (random.chance(0.5)) return ` @${directive}(if: ${value})`;
    return ` @${directive}(if: $${this.#declare('Boolean!', value)})`;
  }

  #argument(name: string, type: string, required: boolean): string {
    const value = this.#value(name);
    if (this.#random.chance(0.5)) {
      const absent = !required && this.#random.chance(0.15);
      return `$${this.#declare(type, absent ? undefined : value)}`;
    }
    return literal(value);
  }

  #value(name: string): unknown {
    const random = this.#random;
    switch (name) {
      case 'id':
        return this.#id();
      case 'ids':
        return [this.#id(), this.#id()].slice(random.below(2));
      case 'name':
        return random.pick(['Name 0', 'Name 1', 'nobody']);
      case 'first':
        return random.pick([0, 1, 2, 5, null]);
      case 'offset':
        return random.pick([0, 1, null]);
      case 'band':
        return random.pick(['HIGH', 'LOW', null]);
      case 'kind':
        return random.pick(['any', 'any', 'home', null]);
      case 'upper':
        return random.chance(0.5);
      case 'where':
        return random.pick([
          { open: true },
          { open: false },
          { narrative: 'narrative 0' },
          { narrative: 'narrative 1', open: true },
          {},
          null,
        ]);
      default:
        return random.pick(['narrative 0', 'note 0', 'note 1', null]);
    }
  }

  #id(): string {
    const { children } = this.#world;
    return this.#random.pick([...children, ...children, unknownChild, idOf('incident', 0), idOf('incident', 1)]);
  }

  #declare(type: string, value: unknown): string {
    const name = `x${this.declared.size}`;
    this.declared.set(name, { type, value });
    return name;
  }
}

function isOfChildren({ name }: GraphQLField<unknown, unknown>): boolean {
  return ['child', 'children', 'caseload'].includes(name);
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, inner]) => `${name}: ${literal(inner)}`);
    return `{ ${fields.join(', ')} }`;
  }
  return JSON.stringify(value);
}
