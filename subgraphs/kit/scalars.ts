import { types } from 'node:util';
import { isDay, vocabulary } from '@trellis/vocabulary';
import { GraphQLScalarType, Kind } from 'graphql';
import { CodedError, type AgencyErrorCode } from './coded-error.ts';

/** True for an opaque network identifier. */
export const isNetworkId = (value: unknown): value is string =>
  typeof value === 'string' && vocabulary.networkId.test(value);

const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const isCode = (value: unknown): value is string => typeof value === 'string' && /^[a-z][a-z0-9.-]{0,99}$/.test(value);

/** A day, whatever time of it a database gave along. */
const asDay = (value: unknown): string | undefined => {
  const day = types.isDate(value) && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : value;
  return isDay(day) ? day : undefined;
};

/** An instant in UTC; without a zone it is no instant. */
const asInstant = (value: unknown): string | undefined => {
  // A day that is none, 30 February, would be read as another.
  if (!types.isDate(value) && !(typeof value === 'string' && zoned.test(value) && isDay(value.slice(0, 10))))
    return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
};

const keep =
  (check: (value: unknown) => value is string) =>
  (value: unknown): string | undefined =>
    check(value) ? value : undefined;

/** The network's scalars: each checks what comes in and what goes out, and says nothing of a value that does not fit. */
export const scalars: Readonly<Record<string, GraphQLScalarType>> = {
  NetworkId: scalar('NetworkId', keep(isNetworkId), 'BAD_ID'),
  Date: scalar('Date', asDay),
  DateTime: scalar('DateTime', asInstant),
  Category: scalar('Category', keep(isCode)),
  Purpose: scalar('Purpose', keep(isCode)),
};

function scalar(name: string, read: (value: unknown) => string | undefined, code: AgencyErrorCode = 'BAD_REQUEST') {
  const incoming = (value: unknown): string => {
    const result = read(value);
    if (result === undefined) throw new CodedError(code);
    return result;
  };
  return new GraphQLScalarType({
    name,
    parseValue: incoming,
    parseLiteral: (node) => incoming(node.kind === Kind.STRING ? node.value : undefined),
    serialize(value) {
      const result = read(value);
      if (result === undefined) throw new CodedError('INTERNAL');
      return result;
    },
  });
}
