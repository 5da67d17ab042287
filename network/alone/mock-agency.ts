import { defineAgency, isNetworkId, recordId, type Agency } from '@trellis/subgraph-kit';
import { parse } from 'graphql';
import { openMockTypes, type MockField, type MockTypes } from './mock-types.ts';

/** An invented record or part of one: the child that it is of, and what makes its values the same each time. */
interface Invented {
  readonly __typename: string;
  readonly id: string;
  readonly child: string;
}

/** A list has as many members. */
const many = 2;
/** The children that a question about no child is answered for. */
const mostChildren = 3;

/**
 * An agency that is absent, made from its schema alone: every field answers something of its type, records belong to the child they were asked
 * for, and are found again by their keys. The same question is answered the same each time.
 */
export function mockAgency(
  { name, sdl }: { readonly name: string; readonly sdl: string },
  children: readonly string[],
): Agency {
  const types = openMockTypes(parse(sdl, { noLocation: true }));
  const childOf = new Map<string, string>();
  const invent = (field: MockField, parent: Invented, at: number): unknown => {
    const type = types.concrete(field.type, at);
    if (type === undefined) return types.valueOf(field, at);
    if (types.isChild(type)) return { __typename: type, id: parent.child, child: parent.child };
    const id = recordId(name, type, parent.id, field.name, String(at));
    childOf.set(id, parent.child);
    return { __typename: type, id, child: parent.child } satisfies Invented;
  };
  const answer = (type: string, field: MockField, parent: Invented): unknown => {
    if (field.name === 'id') return parent.id;
    if (types.isRoot(type)) return fromRoot(field);
    if (!field.isList) return invent(field, parent, 0);
    return Array.from({ length: types.lengthOf(field, many) }, (_, at) => invent(field, parent, at));
  };
  const fromRoot = (field: MockField): unknown => {
    if (!field.isList) return types.isComposite(field.type) ? null : types.valueOf(field, 0);
    return children.slice(0, mostChildren).map((child) => invent(field, { __typename: 'Child', id: child, child }, 0));
  };
  return defineAgency({
    name,
    sdl,
    loaders: () => ({}),
    references: Object.fromEntries(
      types.entities.map((type) => [
        type,
        ({ id, ...known }) => {
          const child = types.isChild(type) ? id : childOf.get(id);
          return child === undefined || !isNetworkId(id) ? null : { ...known, __typename: type, id, child };
        },
      ]),
    ),
    resolvers: resolversOf(types, answer),
  });
}

function resolversOf(types: MockTypes, answer: (type: string, field: MockField, parent: Invented) => unknown) {
  return Object.fromEntries(
    types.objects.map(({ name, fields }) => [
      name,
      Object.fromEntries(
        fields.map((field) => [field.name, (parent: Invented) => answer(name, field, parent)] as const),
      ),
    ]),
  );
}
