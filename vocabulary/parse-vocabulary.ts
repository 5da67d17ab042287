import { parse } from 'yaml';
import { z } from 'zod';
import { createVocabulary } from './create-vocabulary.ts';
import { categories, code, codes, limits, mandates, purposes } from './shapes.ts';
import type { Vocabulary } from './vocabulary.ts';

const shape = z.object({
  agencies: codes,
  roles: z.record(code, codes),
  purposes,
  involvementKinds: codes,
  mandates: z.record(code, mandates).default({}),
  limits: limits.partial().optional(),
  categories: z.record(code, categories),
});

/** Reads a whole vocabulary from one YAML text. Throws one error that names every place that does not fit. */
export function parseVocabulary(yaml: string): Vocabulary {
  const read = shape.safeParse(parse(yaml));
  if (!read.success) throw new Error(`The vocabulary cannot be read:\n${z.prettifyError(read.error)}`);
  const { limits: set, ...words } = read.data;
  return createVocabulary({ ...words, ...(set && { limits: set }) });
}
