import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from '@jest/globals';

const root = process.env['TRELLIS_SAMPLES'] ?? join(import.meta.dirname, '../../../../shared/data');

/** The public samples, which lie beside the project and are never copied into it. */
export const samples = {
  root,
  crosswalk: join(root, 'crosswalk.csv'),
  fhir: 'health/synthea-r4-slim',
  usCore: 'health/us-core-examples',
  edFi: 'education/ed-fi-5.2-sample-xml',
  nibrs: 'police/nibrs-iepd-2019-xml',
  nibrsToolkit: 'police/nibrs-xml-toolkit-tests',
  ndex: 'police/ndex-lexs-xml',
  cin: 'child-welfare/england-cin-census-xml',
} as const;

/** The data files of a sample folder, in order. */
export function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => /\.(json|xml)$/.test(name))
    .sort()
    .map((name) => join(root, folder, name));
}

const there = existsSync(root);
if (!there) console.warn(`The public samples are not in ../shared/data: the tests that load them are skipped.`);

/** A suite that needs the samples; skipped, with a message, where they are not. */
export const describeWithSamples: (title: string, tests: () => void) => void = there ? describe : describe.skip;
