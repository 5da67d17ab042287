import type { GraphQLOutputType } from 'graphql';
import { isListType, isNonNullType } from 'graphql';
import type { Wraps } from './tree.ts';

/** The wrappers of a type around its named type. */
export function wrapsOf(type: GraphQLOutputType): Wraps {
  if (isNonNullType(type)) return { isNonNull: true, item: wrapsOf(type.ofType).item };
  return { isNonNull: false, item: isListType(type) ? wrapsOf(type.ofType) : undefined };
}
