import { getNamedType, parse, TypeInfo, visit, visitWithTypeInfo, type GraphQLSchema } from 'graphql';

/** The coordinates that an operation asks for: types, fields, arguments and input fields. */
export function coordinatesUsed(schema: GraphQLSchema, document: string): ReadonlySet<string> {
  const used = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    parse(document),
    visitWithTypeInfo(types, {
      Field({ name }) {
        const type = types.getParentType()?.name;
        if (type === undefined) return;
        used.add(type).add(`${type}.${name.value}`);
      },
      Argument({ name }) {
        const [type, field] = [types.getParentType()?.name, types.getFieldDef()?.name];
        if (type !== undefined && field !== undefined) used.add(`${type}.${field}.${name.value}`);
      },
      ObjectField({ name }) {
        const input = types.getParentInputType();
        if (input) used.add(`${getNamedType(input).name}.${name.value}`);
      },
    }),
  );
  return used;
}
