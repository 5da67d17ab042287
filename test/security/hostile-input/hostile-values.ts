import type { GraphQLInputType } from 'graphql';
import { getNullableType, isInputObjectType, isListType, isNonNullType, isScalarType } from 'graphql';

const texts = [
  '',
  '\0',
  'a\0b',
  '\ud800',
  '\udc00a',
  "'; drop table x; --",
  '%',
  '\u202e',
  '../..',
  'x'.repeat(9_000),
  7,
  {},
  [],
];
const times = [
  '',
  '\0',
  'today',
  '2018-8-1',
  '2023-02-29',
  '0000-01-01',
  '10000-01-01',
  '-000001-01-01',
  20_180_801,
  {},
];
const byScalar: Readonly<Record<string, readonly unknown[]>> = {
  NetworkId: ['', 'x', '\0', '\ud800', 'q5rj2mzkd7w3xhcybn6tfgo4e1', 7, {}],
  Category: ['', '*', 'nothing.such', '\0', 'a'.repeat(200), 7, {}],
  Purpose: ['', '*', 'nothing', '\0', 7, {}],
  Date: [...times, '1800-01-01', '9999-12-31', '2024-01-01T00:00:00Z'],
  DateTime: [...times, '1800-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '9999-12-31T23:59:59-12:00', '2024-01-01'],
  Int: [-1, 0, -(2 ** 31), 2 ** 31 - 1, 2 ** 31, 1.5, 1e300, '1', {}],
  Float: ['1', {}],
  Boolean: [0, 'true', {}],
};

/** What somebody who means harm, or somebody's broken form, may put where a value of this type belongs. */
export function hostileValues(type: GraphQLInputType): readonly unknown[] {
  const nullable = getNullableType(type);
  const missing = isNonNullType(type) ? [null] : [];
  if (isListType(nullable)) return [...missing, [], [null], 7, {}, [[]]];
  if (isInputObjectType(nullable)) return [...missing, {}, 7, 'x', [], { nothing: 1 }];
  if (isScalarType(nullable)) return [...missing, ...(byScalar[nullable.name] ?? texts)];
  return [...missing, 'NOTHING', '\0', 1, {}];
}
