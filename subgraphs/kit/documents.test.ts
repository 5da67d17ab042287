import { buildSchema } from 'graphql';
import { expect, test } from '@jest/globals';
import { createDocuments } from './documents.ts';

test('documents are read once, and the least recently used is forgotten first', () => {
  const admit = createDocuments(buildSchema('type Query { a: Int b: Int c: Int }'), 250);
  const [a, b] = [admit('{ a }'), admit('{ b }')];
  expect(admit('{ a }')).toBe(a);
  admit('{ c }');
  expect(admit('{ a }')).toBe(a);
  expect(admit('{ b }')).not.toBe(b);
});
