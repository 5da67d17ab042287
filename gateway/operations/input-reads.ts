import type { GraphQLInputType } from 'graphql';
import { getNullableType, isInputObjectType, isListType } from 'graphql';

/** The coordinates `Input.field` of every input field that a coerced value names, at any depth. */
export function inputReads(type: GraphQLInputType, value: unknown): readonly string[] {
  const nullable = getNullableType(type);
  if (value === null || value === undefined) return [];
  if (isListType(nullable)) {
    const items = Array.isArray(value) ? value : [value];
    return items.flatMap((item) => inputReads(nullable.ofType, item));
  }
  if (!isInputObjectType(nullable) || typeof value !== 'object') return [];
  const fields = nullable.getFields();
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = fields[name];
    return field && inner !== undefined ? [`${nullable.name}.${name}`, ...inputReads(field.type, inner)] : [];
  });
}
