import { describe, expect, it, test } from '@jest/globals';
import { exportConsent, importConsent } from '@trellis/decision';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { document } from './fhir-consents/document.ts';
import { hospital, shown } from './fhir-consents/hospital.ts';
import { ownConsents } from './fhir-consents/own-consents.ts';
import { meanings, readSamples, samplesArePresent, type Meaning } from './fhir-consents/samples.ts';

const page = new URL('../../docs/fhir-consents.md', import.meta.url);

if (!samplesArePresent)
  console.info('The public samples are not here (../shared/data/consent): their Consents are not read.');

type Named = ReadonlyMap<string, { readonly json: unknown; readonly meaning: Meaning | undefined }>;

const samples: ReadonlyMap<string, unknown> = samplesArePresent ? readSamples() : new Map();
const published: Named = new Map([...samples].map(([name, json]) => [name, { json, meaning: meanings[name] }]));

describe('a Consent of our own making', () => {
  decidesAsItMeans(new Map(Object.entries(ownConsents)));
});

(samplesArePresent ? describe : describe.skip)('every public Consent', () => {
  it('has a meaning written down', () => {
    expect(Object.keys(meanings).sort()).toEqual([...samples.keys()].sort());
  });

  if (samplesArePresent) decidesAsItMeans(published);

  test('docs/fhir-consents.md is current (write it with UPDATE_DOCS=1)', async () => {
    const style = await resolveConfig(fileURLToPath(page));
    const current = await format(document(samples), { ...style, parser: 'markdown' });
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(page, current);
    expect(readFileSync(page, 'utf8')).toBe(current);
  });
});

function decidesAsItMeans(consents: Named): void {
  it.each([...consents])('%s is decided as it means, or refused by name', (_, { json, meaning }) => {
    const imported = importConsent(json, hospital);
    if (meaning && 'refused' in meaning) {
      expect(imported).toMatchObject({
        refused: expect.arrayContaining([expect.objectContaining({ element: meaning.refused })]),
      });
      return;
    }
    if ('refused' in imported) throw new Error(JSON.stringify(imported.refused));
    for (const [ask, expected] of meaning?.asks ?? []) {
      expect({ ask, shown: shown(imported.consents, ask) }).toEqual({ ask, shown: expected });
    }
  });

  it.each([...consents])(
    '%s, where it is carried, is carried whole: written and read again it is the same',
    (_, { json }) => {
      const imported = importConsent(json, hospital);
      if ('refused' in imported) return;
      for (const consent of imported.consents) {
        const written = exportConsent(consent, 'R4', hospital.vocabulary, imported.kept);
        if ('refused' in written) throw new Error(JSON.stringify(written.refused));
        const again = importConsent(written.resource, hospital);
        expect(again).toMatchObject({ consents: [consent] });
        expect(again).toMatchObject({ kept: imported.kept });
      }
    },
  );

  it.each([...consents])('%s, where it is carried, has no element that does not count', (_, { json }) => {
    const imported = importConsent(json, hospital);
    if ('refused' in imported) return;
    for (const altered of alterations(json)) {
      expect({ altered, imported: importConsent(altered, hospital) }).not.toEqual({ altered, imported });
    }
  });
}

/** The same document with one leaf changed, one leaf left out, or one element added, everywhere in turn. */
function alterations(json: unknown): unknown[] {
  if (typeof json !== 'object' || json === null) return [`${String(json)}-altered`];
  const entries = Object.entries(json as Record<string, unknown>);
  const rebuilt = (changed: readonly (readonly [string, unknown])[]) =>
    Array.isArray(json) ? changed.map(([, value]) => value) : Object.fromEntries(changed);
  return [
    ...(Array.isArray(json) ? [] : [{ ...json, unheardOf: true }]),
    ...entries.flatMap(([key, value], index) => [
      rebuilt(entries.filter((_, place) => place !== index)),
      ...alterations(value).map((altered) =>
        rebuilt(entries.map((entry) => (entry[0] === key ? [key, altered] : entry))),
      ),
    ]),
  ];
}
