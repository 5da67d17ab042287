import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';

/** The place where each error that a resolver threw arose: a coordinate of the schema, which has no value in it. */
const places = new WeakMap<object, string>();

/** The coordinate of the resolver that threw this, `Incident.status`; undefined where none did. */
export function failedAt(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null ? places.get(error) : undefined;
}

/** The same resolver, noting what it throws. */
export function noting<Args extends readonly unknown[]>(coordinate: string, run: (...args: Args) => unknown) {
  const note = (error: unknown): never => {
    if (typeof error === 'object' && error !== null && !places.has(error)) places.set(error, coordinate);
    throw error;
  };
  return (...args: Args): unknown => {
    try {
      const result = run(...args);
      return result instanceof Promise ? result.catch(note) : result;
    } catch (error) {
      return note(error);
    }
  };
}

/** Has every resolver of a schema note what it throws. */
export function noteFailures(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve)
        field.resolve = noting(`${type.name}.${field.name}`, field.resolve) as GraphQLFieldResolver<unknown, unknown>;
    }
  }
  return schema;
}
