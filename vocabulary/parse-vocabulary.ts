import { parse } from 'yaml';
import { z } from 'zod';
import type { Category, Vocabulary } from './vocabulary.ts';

const code = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a code is lower-case words joined by hyphens');
const codes = z.array(code);
const positive = z.int().positive();

const shape = z.strictObject({
  agencies: codes,
  roles: z.record(code, codes),
  kinds: z.array(z.enum(['worker', 'officer', 'family', 'system'])),
  purposes: z.record(code, z.strictObject({ hl7: z.string().optional() })),
  involvementKinds: codes,
  bases: z.array(z.enum(['NEVER', 'BY_LAW', 'ON_APPROVAL', 'UNLESS_REFUSED', 'WITH_CONSENT'])),
  levels: z.array(z.enum(['SUMMARY', 'FULL'])),
  limits: z.strictObject({
    bodyBytes: positive,
    tokens: positive,
    depth: positive,
    expandedSelections: positive,
    aliases: positive,
    rootFields: positive,
    listArguments: positive,
    fetchDeadlineMs: positive,
    agencyReplyBytes: positive,
  }),
  networkId: z.string(),
  labelsSpec: z.url(),
  categories: z.record(
    code,
    z.record(
      code,
      z.strictObject({
        en: z.string().min(1),
        fr: z.string().min(1),
        of: z.enum(['CHILD', 'ADULT', 'REPORTER']).default('CHILD'),
        labels: z.array(z.string()).default([]),
      }),
    ),
  ),
});

/** Reads a vocabulary written as YAML. Throws one error that names every place that does not fit. */
export function parseVocabulary(yaml: string): Vocabulary {
  const read = shape.safeParse(parse(yaml));
  if (!read.success) {
    throw new Error(`The vocabulary cannot be read:\n${z.prettifyError(read.error)}`);
  }
  const { categories: domains, purposes, networkId, ...words } = read.data;
  const categories: Category[] = Object.entries(domains).flatMap(([domain, entries]) =>
    Object.entries(entries).map(([name, entry]) => ({ code: `${domain}.${name}`, domain, ...entry })),
  );
  return Object.freeze({
    ...words,
    purposes: new Map(Object.entries(purposes)),
    categories,
    bit: new Map(categories.map((category, bit) => [category.code, bit])),
    networkId: new RegExp(networkId),
  });
}
