import { TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';

/** The coordinate of the field of a document that an error arose at, `Child.notes`, whatever it was called there; undefined where it names none. */
export function coordinateOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  { nodes }: GraphQLError,
): string | undefined {
  const types = new TypeInfo(schema);
  let coordinate: string | undefined;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const type = types.getParentType();
        if (type && nodes?.[0] === node) coordinate = `${type.name}.${node.name.value}`;
      },
    }),
  );
  return coordinate;
}
