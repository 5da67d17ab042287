import { expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { TrellisError } from '../errors.ts';
import { CheckedDocuments } from './checked-documents.ts';
import { edgeLimits } from './edge-limits.ts';

const limits = edgeLimits(vocabulary.limits);

it('remembers what passed and not what was refused', () => {
  const documents = new CheckedDocuments(limits);
  expect(documents.check('{ me { user } }')).toBe(documents.check('{ me { user } }'));
  expect(() => documents.check('{')).toThrow(TrellisError);
  expect(documents.known('{')).toBeUndefined();
});

it('remembers no more text than it may', () => {
  const documents = new CheckedDocuments(limits, 250);
  documents.check('{ a }');
  documents.check('{ b }');
  documents.check('{ c }');
  expect(['{ a }', '{ b }', '{ c }'].map((text) => documents.known(text) !== undefined)).toEqual([false, true, true]);
});
