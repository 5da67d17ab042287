import type { GraphQLField, GraphQLSchema } from 'graphql';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  type GraphQLNamedType,
} from 'graphql';

const deepest = 5;

/** For each field of a type that can be asked without a word: all that can be asked below it. Of a child within, who it is: what else there is of it is asked of it. */
export function everythingOf(schema: GraphQLSchema, type: string): readonly string[] {
  return fieldsOf(schema.getType(type)).map((field) => ask(schema, field, deepest, ''));
}

function fieldsOf(type: GraphQLNamedType | undefined): readonly GraphQLField<unknown, unknown>[] {
  const all = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  return all.filter(({ args }) => args.every((arg) => !isNonNullType(arg.type)));
}

function ask(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth: number, prefix: string): string {
  const returned = getNamedType(field.type);
  const below = isCompositeType(returned) ? ` ${selection(schema, returned, depth - 1)}` : '';
  // Whoever gets a page gets all of them, page by page.
  const all = field.args.some(({ name }) => name === 'first') ? '(first: 1000)' : '';
  return `${prefix}${field.name}${all}${below}`;
}

function selection(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (type.name === 'Child') return '{ id }';
  if (isAbstractType(type)) {
    // One name may stand for different types in different members.
    const members = schema.getPossibleTypes(type).map((member) => {
      const fields = shallow(member, depth).map((field) => ask(schema, field, depth, `${member.name}_${field.name}: `));
      return `... on ${member.name} { ${fields.join(' ')} }`;
    });
    return `{ __typename ${members.join(' ')} }`;
  }
  return `{ __typename ${shallow(type, depth)
    .map((field) => ask(schema, field, depth, ''))
    .join(' ')} }`;
}

function shallow(type: GraphQLNamedType, depth: number): readonly GraphQLField<unknown, unknown>[] {
  return fieldsOf(type).filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)));
}
