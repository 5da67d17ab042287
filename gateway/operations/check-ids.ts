import type { Vocabulary } from '@trellis/vocabulary';
import type { GraphQLInputType } from 'graphql';
import { getNullableType, isInputObjectType, isListType } from 'graphql';
import { TrellisError } from '../errors.ts';

/** Refuses a value that holds, anywhere in it, a NetworkId that is none: before a plan is made or an agency asked. */
export function checkIds(vocabulary: Vocabulary, type: GraphQLInputType, value: unknown): void {
  if (value === null || value === undefined) return;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    for (const item of Array.isArray(value) ? value : [value]) checkIds(vocabulary, nullable.ofType, item);
  } else if (isInputObjectType(nullable)) {
    for (const [name, field] of Object.entries(nullable.getFields())) {
      checkIds(vocabulary, field.type, (value as Record<string, unknown>)[name]);
    }
  } else if (nullable.name === 'NetworkId' && !(typeof value === 'string' && vocabulary.networkId.test(value))) {
    throw new TrellisError('BAD_ID');
  }
}
