import { expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { parse } from 'graphql';
import { CheckedDocuments } from '../operations/checked-documents.ts';
import { edgeLimits } from '../operations/edge-limits.ts';
import { ValidatedDocuments } from './validated-documents.ts';

const limits = edgeLimits(vocabulary.limits);

it('gives back the document that passed the limits, and under no other key', async () => {
  const documents = new CheckedDocuments(limits);
  const { document } = documents.check('{ a }');
  const valid = new ValidatedDocuments(documents);
  expect(await valid.get('one schema: a')).toBeUndefined();
  await valid.set('one schema: a', parse('{ a }'));
  expect(await valid.get('one schema: a')).toBe(document);
  expect(await valid.get('another schema: a')).toBeUndefined();
  await valid.delete('one schema: a');
  expect(await valid.get('one schema: a')).toBeUndefined();
});

it('what the limits have forgotten is validated again', async () => {
  const documents = new CheckedDocuments(limits, 250);
  documents.check('{ a }');
  const valid = new ValidatedDocuments(documents);
  await valid.set('a', parse('{ a }'));
  documents.check('{ b }');
  documents.check('{ c }');
  expect(await valid.get('a')).toBeUndefined();
});
