import type { DocumentNode, GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { execute, getNamedType, getNullableType, isAbstractType, isListType, isObjectType } from 'graphql';
import type { Asking, Permissions } from '../permissions.ts';
import { at, isBeyond } from '../permissions.ts';
import { carriedFor, childrenOf, isObject, typeNamed, workedOut } from './drawn-world.ts';
import type { DrawnObject, DrawnWorld } from './drawn-world.ts';
import type { DrawnField } from './graph.ts';
import { fieldOf } from './graph.ts';

/** Whether each of these children lets a recipient have all of these categories; without a label nobody need be asked, without a child nobody can be. */
export function permits(
  permissions: Permissions,
  children: readonly string[],
  recipient: string,
  labels: readonly string[],
): boolean {
  if (labels.length === 0) return true;
  return (
    children.length > 0 &&
    children.every((child) => labels.every((label) => permissions.get(child)?.get(recipient)?.get(label) === 'FULL'))
  );
}

/** The purposes for which a record may appear where a field of these labels leads to it. */
export function appears(
  world: DrawnWorld,
  { permissions, purposes }: Asking,
  record: DrawnObject,
  labels: readonly string[],
): readonly string[] {
  const type = typeNamed(world.graph, record.type);
  const children = childrenOf(world, record);
  const all = [...labels, ...type.labels, ...record.kinds];
  return purposes.filter((purpose) => children.length > 0 && permits(permissions, children, at('me', purpose), all));
}

/** Whether some rule gives the requester all of this for a purpose, of whatever child. */
export function couldPermit(purpose: string, labels: readonly string[]): boolean {
  return !labels.some((label) => isBeyond('me', purpose, label));
}

interface Placed {
  readonly object: DrawnObject;
  /** The children that it hangs from, or is of; undefined at the root. */
  readonly children: readonly string[] | undefined;
  /** The purposes for which it is there: below it, nothing is there for another. */
  readonly under: readonly string[];
}

/** One naive server that holds a drawn world whole and decides field by field. */
export function answerDrawn(
  schema: GraphQLSchema,
  world: DrawnWorld,
  asking: Asking,
  document: DocumentNode,
  variableValues: Record<string, unknown>,
) {
  const server = new Server(world, asking);
  return execute({
    schema,
    document,
    variableValues,
    typeResolver: (value) => (value as Placed).object.type,
    fieldResolver: (source: Placed | undefined, args: Record<string, unknown>, _context, info) =>
      server.field(source, args, info),
  }) as { data?: unknown; errors?: readonly { path?: readonly (string | number)[] }[] };
}

class Server {
  readonly #world: DrawnWorld;
  readonly #asking: Asking;

  constructor(world: DrawnWorld, asking: Asking) {
    this.#world = world;
    this.#asking = asking;
  }

  field(source: Placed | undefined, args: Record<string, unknown>, info: GraphQLResolveInfo): unknown {
    const { graph } = this.#world;
    const name = info.fieldName;
    if (!source && name === 'child') return this.#child(String(args['id']));
    if (!source && name === 'children') return (args['ids'] as string[]).map((id) => this.#child(id));
    const object = source?.object;
    if (object && name === 'id') return object.id;
    if (object && name === 'code') return object.code;
    if (object && name === 'kinds') return object.kinds;
    const field = fieldOf(graph, object?.type ?? 'Query', name);
    if (!field) throw new Error(`no field ${name}`);
    const records = recordsOf(info).filter((type) => typeNamed(graph, type).kind !== 'entity');
    const isOfRecords = records.length > 0;
    // Records that no child could permit are not even asked for.
    const isWithinReach = (purpose: string) =>
      !isOfRecords || records.some((type) => couldPermit(purpose, typeNamed(graph, type).labels));
    if (!object) {
      if (!isOfRecords && field.labels.length > 0) return null;
      const under = this.#asking.purposes.filter(
        (purpose) => couldPermit(purpose, field.labels) && isWithinReach(purpose),
      );
      if (under.length === 0) return null;
      return this.#place(
        this.#world.objects.filter(({ type }) => type === field.returns),
        { children: undefined, under },
        field,
      );
    }
    const under = this.#mayAsk(source, field, isOfRecords).filter(isWithinReach);
    if (under.length === 0) return null;
    const held = object.knownTo.has(field.agency) ? this.#held(object, field) : null;
    // No records, and none that may be seen, are one answer.
    if (held === null && isOfRecords && isListType(getNullableType(info.returnType))) return [];
    return this.#place(held, { children: source.children, under }, field);
  }

  #mayAsk({ object, children, under }: Placed, field: DrawnField, isOfRecords: boolean): readonly string[] {
    if (children === undefined) return isOfRecords || field.labels.length === 0 ? under : [];
    // What a type tells by itself is of everybody whom it names, whoever it hangs from.
    const own = isOfRecords ? children : [...new Set([...children, ...childrenOf(this.#world, object)])];
    const { permissions } = this.#asking;
    return under.filter(
      (purpose) =>
        permits(permissions, own, at('me', purpose), field.labels) &&
        (!field.requires || permits(permissions, own, at(field.agency, purpose), field.requires.labels)),
    );
  }

  #held(object: DrawnObject, field: DrawnField): unknown {
    if (!field.requires) return object.values[field.name] ?? null;
    return object.knownTo.has(field.requires.from) ? workedOut(field, carriedFor(field, object)) : null;
  }

  #place(held: unknown, above: Omit<Placed, 'object'>, field: DrawnField): unknown {
    if (Array.isArray(held))
      return held.map((each) => this.#place(each, above, field)).filter((each) => each !== undefined);
    if (!isObject(held))
      return typeof held === 'object' && held !== null ? this.#station(held as DrawnObject, above) : held;
    const { kind } = typeNamed(this.#world.graph, held.type);
    if (kind === 'value' || kind === 'entity') return { ...above, object: held };
    const { permissions } = this.#asking;
    const under = appears(this.#world, { permissions, purposes: above.under }, held, field.labels);
    return under.length > 0 ? { object: held, children: childrenOf(this.#world, held), under } : undefined;
  }

  #station({ type, id }: DrawnObject, above: Omit<Placed, 'object'>): Placed {
    return { ...above, object: { type, id, code: '', values: {}, kinds: [], knownTo: new Set() } };
  }

  #child(id: string): Placed {
    const known = this.#world.kids.find((kid) => kid.id === id);
    return {
      object: known ?? { type: 'Child', id, code: '', values: {}, kinds: [], knownTo: new Set() },
      children: [id],
      under: this.#asking.purposes,
    };
  }
}

/** The types, other than values, that a field may return. */
function recordsOf({ returnType, schema }: GraphQLResolveInfo): readonly string[] {
  const named = getNamedType(returnType);
  const types: readonly GraphQLObjectType[] = isAbstractType(named)
    ? schema.getPossibleTypes(named)
    : isObjectType(named)
      ? [named]
      : [];
  return types.map(({ name }) => name).filter((name) => /^(R\d|E|Child)$/.test(name));
}
