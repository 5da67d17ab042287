import { describe, expect, it } from '@jest/globals';
import { auditEvent, type AccountEntry } from '@trellis/ledger';
import { vocabulary } from '@trellis/vocabulary';
import fc from 'fast-check';
import { z } from 'zod';

/**
 * What of FHIR R4's AuditEvent is used here (hl7.org/fhir/R4/auditevent.html), written from its page: each element with its cardinality, its
 * type and, where the binding is required, its codes. Nothing is empty in FHIR's JSON, and nothing unknown is allowed.
 */
const text = z.string().regex(/\S/);
const uri = z.string().regex(/^\S+$/);
const coding = z.strictObject({ system: uri, code: z.string().regex(/^\S+( \S+)*$/) });
const concept = z.strictObject({ coding: z.array(coding).min(1) });
const reference = z.strictObject({ identifier: z.strictObject({ system: uri, value: text }) });
const agent = z.strictObject({
  type: concept.optional(),
  role: z.array(concept).min(1).optional(),
  who: reference.optional(),
  requestor: z.boolean(),
});
const entity = z.strictObject({
  what: reference.optional(),
  type: coding.optional(),
  role: coding.optional(),
  detail: z.array(z.strictObject({ type: text, valueString: text })).min(1),
});
const r4 = z.strictObject({
  resourceType: z.literal('AuditEvent'),
  id: z.string().regex(/^[A-Za-z0-9\-.]{1,64}$/),
  type: coding,
  action: z.enum(['C', 'R', 'U', 'D', 'E']),
  recorded: z.iso.datetime(),
  outcome: z.enum(['0', '4', '8', '12']),
  purposeOfEvent: z.array(concept).min(1),
  agent: z.array(agent).min(1),
  source: z.strictObject({ observer: reference }),
  entity: z.array(entity).min(1),
});

const codes = vocabulary.categories.map(({ code }) => code);
const some = fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 4 });
const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const entries: fc.Arbitrary<AccountEntry> = fc.record(
  {
    index: fc.nat(),
    at: fc.integer({ min: 0, max: 4_102_444_800_000 }),
    disclosure: fc.stringMatching(/^\S.{0,89}$/),
    requester: fc.record({ agency: word, role: word, user: fc.stringMatching(/^\S.{0,40}$/), kind: word }),
    purpose: fc.constantFrom(...vocabulary.purposes.keys()),
    child: fc.option(fc.stringMatching(/^[a-z2-7]{26}$/)),
    ruleSet: fc.integer({ min: 1, max: 900 }),
    categories: fc.record({ FULL: some, SUMMARY: some }),
    grounds: fc.array(fc.record({ kind: fc.constantFrom('RULE', 'CONSENT', 'ORDER'), id: word, categories: some }), {
      maxLength: 3,
    }),
    obligations: fc.uniqueArray(fc.constantFrom('KEEP_SEPARATE', 'NO_FURTHER_DISCLOSURE')),
    flow: fc.record({ to: word }),
  },
  {
    requiredKeys: [
      'index',
      'at',
      'disclosure',
      'requester',
      'purpose',
      'child',
      'ruleSet',
      'categories',
      'grounds',
      'obligations',
    ],
  },
);
const names = {
  system: 'urn:trellis:network',
  hl7Purpose: (purpose: string) => vocabulary.purposes.get(purpose)?.hl7,
};

describe('an account of disclosures as FHIR R4 AuditEvents', () => {
  it('is what R4 allows, whatever was disclosed', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const written: unknown = JSON.parse(JSON.stringify(auditEvent(entry, names)));
        expect(r4.safeParse(written).error?.issues ?? []).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('names no two entries alike, also of one request about several children', () => {
    fc.assert(
      fc.property(entries, fc.nat(), fc.nat(), (entry, one, other) => {
        const idAt = (index: number): string => auditEvent({ ...entry, index }, names).id;
        expect(idAt(one) === idAt(other)).toBe(one === other);
      }),
    );
  });
});
