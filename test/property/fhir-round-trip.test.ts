import { expect, test } from '@jest/globals';
import {
  exportConsent,
  importConsent,
  type ConsentDraft,
  type ConsentException,
  type FhirContext,
} from '@trellis/decision';
import { vocabulary } from '@trellis/vocabulary';
import fc from 'fast-check';

/** Nothing outside the document is known: a Consent that Trellis wrote must say all it says by itself. */
const alone: FhirContext = {
  vocabulary,
  timeZone: 'America/Toronto',
  child: () => undefined,
  authority: () => undefined,
  recipients: () => undefined,
  custodian: () => undefined,
  everyone: undefined,
  policies: new Set(),
};

const word = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
const sub = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' });
const recipient = fc.record(
  { agency: fc.constantFrom(...vocabulary.agencies), role: word, user: sub },
  { requiredKeys: ['agency'] },
);
const purpose = fc.constantFrom(...vocabulary.purposes.keys());
const category = fc.constantFrom(...vocabulary.categories.flatMap(({ code, domain }) => [code, domain]));
const some = <Item>(item: fc.Arbitrary<Item>) => fc.uniqueArray(item, { minLength: 1, maxLength: 4 });
const instant = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) });
const day = instant.map((at) => new Date(at).toISOString().slice(0, 10));
const span = <Point extends string | number>(point: fc.Arbitrary<Point>) =>
  fc.tuple(fc.option(point), fc.option(point)).filter(([from, to]) => from === null || to === null || from < to);

/** Exceptions, and exceptions to those. */
const exceptions = (depth: number): fc.Arbitrary<readonly ConsentException[]> =>
  fc.array(
    fc.record(
      {
        recipients: some(recipient),
        purposes: some(purpose),
        categories: some(category),
        ...(depth > 0 && { except: exceptions(depth - 1).filter((except) => except.length > 0) }),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 2 },
  );

const draft: fc.Arbitrary<ConsentDraft> = fc
  .record({
    child: sub,
    by: sub,
    decision: fc.constantFrom('PERMIT', 'REFUSE'),
    recipients: some(recipient),
    purposes: some(purpose),
    categories: some(category),
    level: fc.constantFrom('FULL', 'SUMMARY'),
    period: span(instant),
    records: span(day),
    notEvenInEmergency: fc.boolean(),
    except: exceptions(1),
    state: fc.constantFrom('ACTIVE', 'PROPOSED', 'NEEDS_CONFIRMATION', 'WITHDRAWN', 'EXPIRED', 'SUPERSEDED'),
    evidence: fc.option(fc.oneof(sub, fc.constant('DocumentReference/1'))),
    language: fc.constantFrom('en', 'fr', 'oj'),
    everyone: fc.boolean(),
  })
  .map(({ period: [from, to], records: [recordsFrom, recordsTo], everyone, ...rest }) => ({
    ...rest,
    // A refusal may leave whom, what for and of what open: it then names everything.
    ...(everyone && rest.decision === 'REFUSE' && { recipients: [], purposes: [], categories: [] }),
    from,
    to,
    recordsFrom,
    recordsTo,
  }));

test.each(['R4', 'R5'] as const)('a consent written as FHIR %s is read back as it was', (release) => {
  fc.assert(
    fc.property(draft, (consent) => {
      const written = exportConsent(consent, release, vocabulary);
      if ('refused' in written) throw new Error(JSON.stringify(written));
      const read = importConsent(JSON.parse(JSON.stringify(written.resource)), alone);
      expect(read).toMatchObject({ consents: [consent] });
    }),
    { numRuns: 1500 },
  );
});

test('a permit that names nobody, nothing or no purpose is not written: FHIR would read it as everything', () => {
  const [consent] = fc.sample(
    draft.filter(({ decision }) => decision === 'PERMIT'),
    1,
  );
  for (const element of ['recipients', 'purposes', 'categories'] as const) {
    expect(exportConsent({ ...consent!, [element]: [] }, 'R4', vocabulary)).toMatchObject({ refused: [{ element }] });
  }
});

test('a Consent with anything in the place of any element is carried or refused, and never throws', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('', '%', 'permit', 'deny', '2026-13-45', '0000', null, [], {}),
  );
  fc.assert(
    fc.property(draft, fc.constantFrom('R4', 'R5'), fc.nat(), anything, (consent, release, place, value) => {
      const written = exportConsent(consent, release, vocabulary);
      if ('refused' in written) throw new Error(JSON.stringify(written));
      const json: unknown = JSON.parse(JSON.stringify(written.resource));
      const places = placesIn(json);
      places[place % places.length]?.(value);
      const read = importConsent(json, alone);
      expect('refused' in read ? read.refused.length : read.consents.length).toBeGreaterThan(0);
    }),
    { numRuns: 3000 },
  );
});

/** A setter for every element of a document, however deep. */
function placesIn(json: unknown): ((value: unknown) => void)[] {
  if (typeof json !== 'object' || json === null) return [];
  const node = json as Record<string, unknown>;
  return Object.keys(node).flatMap((key) => [(value: unknown) => void (node[key] = value), ...placesIn(node[key])]);
}
