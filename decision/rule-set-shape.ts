import { z } from 'zod';
import { categoryCode, code, few, sentence, text } from './rule-set-words.ts';
import { familySafetyShape } from './safety/safety-shape.ts';

const day = z.iso.date();
const age = z.int().min(0).max(150);

/** A pack of before has its duties in English alone; a published set never changes, so it is read for good. */
const duty = z.union([sentence, text.transform((en) => ({ en, fr: null }))]);

const legalAuthority = z.strictObject({
  citation: text,
  jurisdiction: z.string().min(1).max(50),
  asOf: day,
  confidence: z.enum(['VERIFIED', 'SEEN', 'UNVERIFIED']),
  force: z.enum(['DUTY', 'DISCRETION', 'CONSENT', 'PROHIBITION']),
  duty: duty.nullable().default(null),
});

const recipient = z.strictObject({
  agency: code,
  roles: few(code),
  kinds: few(z.enum(['worker', 'officer', 'family', 'system'])),
});

const involvement = z.strictObject({
  need: z.enum(['NONE', 'AGENCY', 'ASSIGNED']),
  kinds: z.array(code).max(100).default([]),
});

const relations = z
  .array(z.enum(['ALLEGED', 'OWN_FAMILY']))
  .max(2)
  .default([]);

const conditions = z.strictObject({
  childAge: z
    .strictObject({ from: age.nullable().default(null), to: age.nullable().default(null) })
    .nullable()
    .default(null),
  whileOpen: z.array(code).max(100).default([]),
  notFor: relations,
  onlyFor: relations,
  authority: z
    .strictObject({
      kinds: z.array(code).max(100).default([]),
      standing: z.enum(['HOLDS', 'DECIDES']),
      beside: z.array(code).max(100).default([]),
    })
    .nullable()
    .default(null),
  consentBy: z.array(code).max(100).default([]),
});

const sharingRule = z.strictObject({
  id: code,
  sentence,
  recipients: z.union([z.literal('EVERYONE'), few(recipient)]),
  purposes: z.union([z.literal('EVERY'), few(code)]),
  involvement,
  when: conditions.prefault({}),
  categories: few(categoryCode),
  level: z.enum(['SUMMARY', 'FULL']),
  basis: z.enum(['NEVER', 'BY_LAW', 'ON_APPROVAL', 'UNLESS_REFUSED', 'WITH_CONSENT']),
  inEmergency: z.boolean().default(false),
  lockableBy: z.array(code).max(100).optional(),
  lockBinds: z.boolean().default(false),
  unlessHarm: z.boolean().default(false),
  obligations: z
    .array(
      z.strictObject({
        code: z.enum(['NO_FURTHER_DISCLOSURE', 'KEEP_SEPARATE', 'DESTROY_BY', 'NOTIFY_CUSTODIAN', 'HUMAN_REVIEW']),
        en: text,
        fr: text,
      }),
    )
    .max(20)
    .default([]),
  authority: legalAuthority,
});

const reach = z.strictObject({
  may: few(z.enum(['CONSENT', 'REFUSE'])),
  categories: few(categoryCode),
  of: few(z.enum(['CHILD', 'ADULT'])).default(['CHILD']),
  fromAge: age.nullable().default(null),
  toAge: age.nullable().default(null),
  yieldsAt: age.nullable().default(null),
  presumedFrom: age.nullable().default(null),
});

const authorityKind = z.strictObject({
  kind: code,
  title: sentence,
  decides: z.enum(['SELF', 'FOR_CHILD']),
  family: code.nullable().default(null),
  rank: z.int().min(0).max(1000),
  reach: z.array(reach).max(100),
  authority: legalAuthority,
});

const accessPeriods = z.strictObject({
  id: code,
  within: categoryCode,
  after: categoryCode,
  outcomes: few(
    z.strictObject({
      outcome: code,
      startsAt: code,
      years: z.int().min(0).max(200).default(0),
      months: z.int().min(0).max(1200).default(0),
      authority: legalAuthority,
    }),
  ),
});

/** The shape of a pack's YAML, before its codes are checked against a vocabulary. `rule-set.schema.json` is made from it. */
export const ruleSetShape = z.strictObject({
  pack: code,
  version: z.string().min(1).max(50),
  jurisdiction: z.string().min(1).max(50),
  timeZone: z.string().min(1).max(100),
  asOf: day,
  notice: sentence,
  ageUnknownBelow: z.int().min(2).max(150).nullable().default(null),
  longestProtocolDays: z.int().min(1).max(3660).default(731),
  longestApprovalDays: z.int().min(1).max(3660).default(366),
  authorities: z.array(authorityKind).max(100),
  rules: z.array(sharingRule).max(20_000),
  onlyByOrder: z.array(categoryCode).max(500).default([]),
  accessPeriods: z.array(accessPeriods).max(20).default([]),
  familySafety: familySafetyShape,
});

export type RuleSetText = z.infer<typeof ruleSetShape>;
