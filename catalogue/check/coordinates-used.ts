import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  parse,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
  type GraphQLNamedType,
  type GraphQLSchema,
  type TypeNode,
} from 'graphql';

/** The coordinates that an operation asks for. */
export interface CoordinatesUsed {
  /** Types, fields, arguments, input fields and values of enums that it names. */
  readonly named: ReadonlySet<string>;
  /** Input fields and values of enums that its variables may hold: what an app puts there, nobody sees. */
  readonly inVariables: ReadonlySet<string>;
}

/** Reads from an operation's text what of a graph it asks for. */
export function coordinatesUsed(schema: GraphQLSchema, document: string): CoordinatesUsed {
  const used = new Set<string>();
  const inVariables = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    parse(document),
    visitWithTypeInfo(types, {
      VariableDefinition({ type }) {
        addHeld(getNamedType(typeOf(schema, type)), inVariables);
      },
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
      EnumValue({ value }) {
        const type = getNamedType(types.getInputType());
        if (type) used.add(type.name).add(`${type.name}.${value}`);
      },
    }),
  );
  return { named: used, inVariables };
}

function typeOf(schema: GraphQLSchema, node: TypeNode) {
  return typeFromAST(schema, node as Parameters<typeof typeFromAST>[1]);
}

/** Notes all that a value of this type may hold. */
function addHeld(type: GraphQLNamedType | undefined, held: Set<string>): void {
  if (isEnumType(type)) for (const { name } of type.getValues()) held.add(`${type.name}.${name}`);
  if (!isInputObjectType(type)) return;
  for (const field of Object.values(type.getFields())) {
    const coordinate = `${type.name}.${field.name}`;
    if (held.has(coordinate)) continue;
    held.add(coordinate);
    addHeld(getNamedType(field.type), held);
  }
}
