import type { GraphQLInputType, GraphQLSchema } from 'graphql';
import { getNullableType, isInputObjectType, isListType, isObjectType } from 'graphql';

/** No list that a client sends is longer: the register's inputs allow 200 places. */
const longestList = 200;

/** Checks whether a way leads from an argument of a field (`Type.field`) to an input: through fields that its type has, and places of its lists. */
export function isInput(
  schema: GraphQLSchema,
  coordinate: string,
  [name, ...rest]: readonly (string | number)[],
): boolean {
  const [type = '', field = ''] = coordinate.split('.');
  const object = schema.getType(type);
  const asked = isObjectType(object) ? object.getFields()[field] : undefined;
  let at: GraphQLInputType | undefined = asked?.args.find((each) => each.name === name)?.type;
  for (const step of rest) at = at && below(at, step);
  return at !== undefined;
}

function below(type: GraphQLInputType, step: string | number): GraphQLInputType | undefined {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return isPlace(step) ? nullable.ofType : undefined;
  if (!isInputObjectType(nullable) || typeof step !== 'string') return undefined;
  return nullable.getFields()[step]?.type;
}

/** A place that a list may have: any other number could be a value that an agency tells. */
function isPlace(step: string | number): boolean {
  return typeof step === 'number' && Number.isInteger(step) && step >= 0 && step < longestList;
}
