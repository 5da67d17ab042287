import type { Vocabulary } from '@trellis/vocabulary';
import type { Reason } from '../errors.ts';
import type { Expectation } from '../expectations.ts';

/** The reason why a value is none of its scalar; undefined where it is one. */
export type LeafFault = readonly [Reason, Expectation] | undefined;

/** The fault of a value of a scalar type, the network's own or GraphQL's. Of a scalar that is unknown here, only its texts are looked at. */
export function leafFault(vocabulary: Vocabulary, scalar: string, value: unknown): LeafFault {
  switch (scalar) {
    case 'NetworkId':
      return isText(value) && vocabulary.networkId.test(value) ? undefined : ['MALFORMED', 'CHILD_ID'];
    case 'Category':
      return isText(value) && isCategory(vocabulary, value) ? undefined : ['UNKNOWN_CODE', 'CATEGORY'];
    case 'Purpose':
      return isText(value) && vocabulary.purposes.has(value) ? undefined : ['UNKNOWN_CODE', 'PURPOSE'];
    case 'Date':
      return isText(value) && isDay(value) ? undefined : ['MALFORMED', 'DATE'];
    case 'DateTime':
      return isText(value) && isInstant(value) ? undefined : ['MALFORMED', 'DATE_TIME'];
    case 'String':
      return isText(value) ? textFault(value) : ['WRONG_TYPE', 'STRING'];
    case 'ID':
      return isText(value) ? textFault(value) : Number.isSafeInteger(value) ? undefined : ['WRONG_TYPE', 'ID'];
    case 'Int':
      return Number.isInteger(value) && Math.abs(Number(value) + 0.5) < 2 ** 31 ? undefined : ['WRONG_TYPE', 'INT'];
    case 'Float':
      return Number.isFinite(value) ? undefined : ['WRONG_TYPE', 'FLOAT'];
    case 'Boolean':
      return typeof value === 'boolean' ? undefined : ['WRONG_TYPE', 'BOOLEAN'];
    default:
      return textsIn(value).some((text) => textFault(text)) ? ['UNREADABLE_TEXT', 'TEXT'] : undefined;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** No database keeps U+0000, and half of a surrogate pair is no character: it would be kept as another. */
function textFault(text: string): LeafFault {
  return text.includes('\0') || /\p{Cs}/u.test(text) ? ['UNREADABLE_TEXT', 'TEXT'] : undefined;
}

function textsIn(value: unknown): readonly string[] {
  if (isText(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
}

function isCategory({ bit, categories }: Vocabulary, text: string): boolean {
  return bit.has(text) || categories.some(({ domain }) => domain === text);
}

/** A day of the calendar in a year that every database knows. */
function isDay(text: string): boolean {
  if (!/^(?:1[89]|[2-9]\d)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  return new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
}

function isInstant(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return false;
  // JavaScript reads the 30th of February as the 2nd of March; a zone may lead out of the years.
  const instant = new Date(text);
  return isDay(text.slice(0, 10)) && !Number.isNaN(instant.getTime()) && isDay(instant.toISOString().slice(0, 10));
}
