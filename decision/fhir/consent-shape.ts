import { z } from 'zod';

const text = z.string().min(1).max(4000);
const many = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(200);

const coding = z.strictObject({ system: text, code: text, version: text.optional(), display: text.optional() });
const concept = z.strictObject({ coding: many(coding), text: text.optional() });
const identifier = z.strictObject({ system: text, value: text });
const reference = z.strictObject({
  reference: text.optional(),
  identifier: identifier.optional(),
  type: text.optional(),
  display: text.optional(),
});
const missing = (reason: string) => (issue: { input?: unknown }) => (issue.input === undefined ? reason : undefined);
const subject = z.strictObject(reference.shape, { error: missing('Whose it is, is not said.') });
const decidedBy = z
  .array(reference, { error: missing('Who decided is not said.') })
  .length(1, 'One consent has one who decides; where several must decide together, each records their own.');
const period = z.strictObject({ start: text.optional(), end: text.optional() });
const modifier = z.strictObject({ url: text, valueCode: text.optional(), valueBoolean: z.boolean().optional() });

const permitOrDeny = z.enum(['permit', 'deny'], { error: 'It says neither permit nor deny, and is never guessed.' });

const conditions = {
  period: period.optional(),
  actor: many(z.strictObject({ role: concept, reference })).optional(),
  securityLabel: many(coding).optional(),
  purpose: many(coding).optional(),
  dataPeriod: period.optional(),
};

// A Consent is a small tree: a decision, exceptions to it, and exceptions to those. Deeper ones are refused by having no place here.
const innermostR4 = z.strictObject({ type: permitOrDeny, ...conditions });
const innerR4 = innermostR4.extend({ provision: many(innermostR4).optional() });
const provisionR4 = innerR4.extend({ provision: many(innerR4).optional() });

const innermostR5 = z.strictObject(conditions);
const innerR5 = innermostR5.extend({ provision: many(innermostR5).optional() });
const provisionR5 = innerR5.extend({ provision: many(innerR5).optional() });

const either = {
  resourceType: z.literal('Consent'),
  id: text.optional(),
  meta: z.record(z.string(), z.json()).optional(),
  text: z.json().optional(),
  identifier: z.array(z.json()).optional(),
  language: text.optional(),
  modifierExtension: many(modifier).optional(),
  category: many(concept),
};

/** An R4 Consent, as far as Trellis can carry one. Every other element is refused by name. */
export const consentR4 = z.strictObject({
  ...either,
  status: text,
  scope: concept,
  patient: subject,
  dateTime: text.optional(),
  performer: decidedBy,
  organization: many(reference).optional(),
  sourceAttachment: z.strictObject({ title: text }).optional(),
  sourceReference: reference.optional(),
  policy: many(z.strictObject({ uri: text, authority: text.optional() })).optional(),
  provision: z.strictObject(provisionR4.shape, { error: missing('It decides nothing.') }),
});

/** An R5 Consent, as far as Trellis can carry one. */
export const consentR5 = z.strictObject({
  ...either,
  status: text,
  subject,
  date: text.optional(),
  period: period.optional(),
  grantor: decidedBy,
  controller: many(reference).optional(),
  manager: many(reference).optional(),
  sourceAttachment: z
    .array(z.strictObject({ title: text }))
    .length(1)
    .optional(),
  sourceReference: z.array(reference).length(1).optional(),
  decision: permitOrDeny,
  provision: many(provisionR5).optional(),
});

export type ConsentR4 = z.infer<typeof consentR4>;
export type ConsentR5 = z.infer<typeof consentR5>;
export type Coding = z.infer<typeof coding>;
export type Reference = z.infer<typeof reference>;
type Conditions = z.infer<typeof innermostR5>;
/** A provision of either release, with what it decides spelled out. */
export interface Provision extends Conditions {
  readonly type?: 'permit' | 'deny';
  readonly provision?: readonly Provision[] | undefined;
}
