import { z } from 'zod';
import { isTimeZone } from './local-day.ts';
import { sharedWords } from './shared-words.ts';

/** A word of a network: lower-case words joined by hyphens. */
export const code = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a code is lower-case words joined by hyphens');
export const codes = z.array(code);

const sentence = z.string().min(1);

/** A sentence in each language of the network. */
const sentences = z.record(z.string().regex(/^[a-z]{2,3}$/, 'a language code, such as `en`'), sentence);

/** A category as it is declared, its sentences beside its other members: `{ en, fr, of, labels }`. */
const category = z
  .looseObject({
    of: z.enum(['CHILD', 'ADULT', 'REPORTER']).default('CHILD'),
    labels: z.array(z.string()).default([]),
  })
  .transform(({ of, labels, ...rest }, context) => {
    const read = sentences.safeParse(rest);
    if (read.success) return { of, labels, sentences: read.data };
    for (const { path, message } of read.error.issues)
      context.issues.push({
        code: 'custom',
        path,
        message: `${message}; else only \`of\` and \`labels\``,
        input: rest,
      });
    return z.NEVER;
  });

/** Categories by name, without their domain. */
export const categories = z.record(code, category);

const positive = z.int().positive();

export const limits = z.strictObject({
  bodyBytes: positive,
  tokens: positive,
  depth: positive,
  expandedSelections: positive,
  aliases: positive,
  rootFields: positive,
  listArguments: positive,
  fetchDeadlineMs: positive,
  agencyReplyBytes: positive,
});

/** How people call the things that codes stand for, within a sentence, by code. */
const titles = z.record(code, sentences);

export const purposes = z.record(code, z.strictObject({ hl7: z.string().optional(), title: sentences.optional() }));

export const mandates = z.array(z.enum(sharedWords.mandates));

const dutyContact = z.string().min(3, 'whom to call at any hour');

/** A service that the network itself runs. */
const service = z.strictObject({ title: sentences, dutyContact });

/** `network.yaml`. */
export const networkShape = z
  .strictObject({
    name: z.string().min(1),
    jurisdiction: z.string().min(1),
    timeZone: z.string().refine(isTimeZone, 'an IANA time zone, such as America/Toronto'),
    languages: z.array(z.string()).min(1),
    rules: z.string(),
    protocols: z.string().optional(),
    services: z.strictObject({ identity: service.optional(), register: service }),
    roles: z.strictObject({ network: codes.default([]), family: codes }),
    roleTitles: titles.optional(),
    purposes,
    limits: limits.partial().default({}),
    categories: z.record(code, categories).default({}),
  })
  .refine(
    ({ roles: { network, family }, roleTitles = {} }) =>
      Object.keys(roleTitles).every((role) => [...network, ...family].includes(role)),
    { path: ['roleTitles'], message: 'names a role that is none of `roles`' },
  );

/** `agencies/NAME/agency.yaml`. */
export const agencyShape = z
  .strictObject({
    title: sentences,
    dutyContact,
    package: z.string().optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
    roles: codes,
    roleTitles: titles.optional(),
    involvementKinds: codes,
    mandates: mandates.default([]),
    intakeRoles: codes.default([]),
    supervisorRoles: codes.optional(),
    categories,
  })
  .refine(({ roles, supervisorRoles = [] }) => supervisorRoles.every((role) => roles.includes(role)), {
    path: ['supervisorRoles'],
    message: 'names a role that is none of `roles`',
  })
  .refine(({ roles, roleTitles = {} }) => Object.keys(roleTitles).every((role) => roles.includes(role)), {
    path: ['roleTitles'],
    message: 'names a role that is none of `roles`',
  });
