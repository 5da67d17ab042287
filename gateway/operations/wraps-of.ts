import type { GraphQLOutputType } from 'graphql';
import { isListType, isNonNullType } from 'graphql';
import type { Wraps } from './tree.ts';

/** What a type wraps its named type in. */
export function wrapsOf(type: GraphQLOutputType): Wraps {
  if (isNonNullType(type)) return { isNonNull: true, item: wrapsOf(type.ofType).item };
  return { isNonNull: false, item: isListType(type) ? wrapsOf(type.ofType) : undefined };
}
