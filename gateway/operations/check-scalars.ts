import type { Vocabulary } from '@trellis/vocabulary';
import type { GraphQLInputType } from 'graphql';
import { getNullableType, isInputObjectType, isListType } from 'graphql';
import { TrellisError } from '../errors.ts';

const isCode = (text: string): boolean => /^[a-z][a-z0-9.-]{0,99}$/.test(text);
const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
  // JavaScript reads the 30th of February as the 2nd of March.
  isDay(text.slice(0, 10)) &&
  !Number.isNaN(Date.parse(text));

/** The forms of the network's own scalars. Whether a code is one of the vocabulary's is for whoever takes it to say. */
const forms: Readonly<Record<string, (text: string) => boolean>> = {
  Category: isCode,
  Purpose: isCode,
  Date: isDay,
  DateTime: isInstant,
};

/** Refuses a value that holds, anywhere in it, a scalar of the network that is none: before a plan is made or an agency asked. */
export function checkScalars(vocabulary: Vocabulary, type: GraphQLInputType, value: unknown): void {
  if (value === null || value === undefined) return;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    for (const item of Array.isArray(value) ? value : [value]) checkScalars(vocabulary, nullable.ofType, item);
  } else if (isInputObjectType(nullable)) {
    for (const [name, field] of Object.entries(nullable.getFields())) {
      checkScalars(vocabulary, field.type, (value as Record<string, unknown>)[name]);
    }
  } else if (nullable.name === 'NetworkId') {
    if (!(typeof value === 'string' && vocabulary.networkId.test(value))) throw new TrellisError('BAD_ID');
  } else if (Object.hasOwn(forms, nullable.name)) {
    if (!(typeof value === 'string' && forms[nullable.name]?.(value) === true)) {
      throw new TrellisError('BAD_REQUEST', { reason: 'VARIABLES' });
    }
  }
}
