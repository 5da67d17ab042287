import { expandCategories, type Vocabulary } from '@trellis/vocabulary';
import type { ConsentException } from '@trellis/decision';
import { z } from 'zod';
import { misfit, RegisterError } from './error.ts';

const textLimit = 10_000;
const listLimit = 200;

/** The shapes of what the mutations take in, in the words of a vocabulary. */
export type Inputs = ReturnType<typeof inputsFor>;

/** Everything a command takes is read here; what does not fit is BAD_REQUEST and names the place, never the value. */
export function inputsFor(vocabulary: Vocabulary) {
  const list = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(listLimit);
  const text = z.string().trim().min(1).max(textLimit);
  const short = z.string().trim().min(1).max(200);
  const instant = z
    .union([z.number(), z.date(), z.iso.datetime({ offset: true })])
    .transform((moment) => new Date(moment).getTime())
    .refine(Number.isFinite, 'is not a moment');
  const day = z.iso.date();
  const child = z.string().regex(vocabulary.networkId, 'is not a network id');
  const agency = z.enum(vocabulary.agencies as [string, ...string[]], 'is not an agency of the network');
  const purpose = z.string().refine((code) => vocabulary.purposes.has(code), 'is not a purpose');
  const category = z
    .string()
    .refine((code) => expandCategories(vocabulary, code) !== undefined, 'is neither a category nor a domain');
  const recipient = z
    .strictObject({ agency: z.string(), role: short.nullish(), user: short.nullish() })
    .refine((each) => each.agency in vocabulary.roles || vocabulary.agencies.includes(each.agency), 'names no agency')
    .refine(
      ({ agency: name, role }) => !role || role === 'system' || (vocabulary.roles[name] ?? []).includes(role),
      'names a role its agency does not have',
    )
    .transform(({ agency: name, role, user }) => ({
      agency: name,
      ...(role ? { role } : {}),
      ...(user ? { user } : {}),
    }));
  const decision = z.enum(['PERMIT', 'REFUSE']);
  const exception = (depth: number): z.ZodType<ConsentException> =>
    z
      .strictObject({
        recipients: list(recipient).nullish(),
        purposes: list(purpose).nullish(),
        categories: list(category).nullish(),
        except:
          depth > 1
            ? z
                .array(exception(depth - 1))
                .max(listLimit)
                .nullish()
            : z.null().optional(),
      })
      .transform(({ recipients, purposes, categories, except }) => ({
        ...(recipients ? { recipients } : {}),
        ...(purposes ? { purposes } : {}),
        ...(categories ? { categories } : {}),
        ...(except ? { except } : {}),
      }));

  return {
    child,
    reason: text,
    id: short,
    instant,
    number: z.int().positive(),
    registerChild: z.strictObject({
      child,
      birthDate: day.nullable(),
      disputed: z.boolean().default(false),
      names: list(short).nullish(),
    }),
    consent: z.strictObject({
      child,
      decision,
      by: short,
      recipients: list(recipient),
      purposes: list(purpose),
      categories: list(category),
      level: z.enum(['SUMMARY', 'FULL']).nullish(),
      from: instant.nullish(),
      to: instant.nullish(),
      recordsFrom: day.nullish(),
      recordsTo: day.nullish(),
      notEvenInEmergency: z.boolean().nullish(),
      except: z.array(exception(2)).max(listLimit).nullish(),
      evidence: text.nullish(),
      language: z.string().max(35).nullish(),
    }),
    authority: z.strictObject({
      child,
      holder: short,
      kind: short,
      domains: list(short).nullish(),
      jointWith: z.array(short).max(listLimit).nullish(),
      from: day,
      to: day.nullish(),
      order: short.nullish(),
    }),
    day,
    relation: z.strictObject({
      child,
      user: short,
      relation: z.enum(['ALLEGED', 'OWN_FAMILY']),
      from: instant.nullish(),
      to: instant.nullish(),
      evidence: text,
    }),
    harmRefusal: z.strictObject({
      child,
      recipient,
      categories: list(category),
      from: instant.nullish(),
      to: instant.nullish(),
      reason: text,
    }),
    order: z.strictObject({
      child,
      children: list(child).nullish(),
      decision,
      recipients: list(recipient),
      categories: list(category),
      purposes: list(purpose).nullish(),
      from: instant,
      to: instant.nullish(),
      court: short,
      reference: short,
    }),
    whereabouts: z.strictObject({
      children: list(child),
      reason: text,
      safe: z.array(short).max(listLimit).nullish(),
    }),
    involvement: z.strictObject({
      child,
      kind: z.enum(vocabulary.involvementKinds as [string, ...string[]], 'is not a kind of involvement'),
      evidence: text,
      assigned: z.array(short).max(listLimit),
    }),
    disclosureRequest: z.strictObject({
      child,
      custodian: agency,
      categories: list(category),
      purpose,
      rationale: text,
    }),
    standingApproval: z.strictObject({
      recipient,
      purposes: list(purpose),
      categories: list(category),
      involvement: z.enum(vocabulary.involvementKinds as [string, ...string[]], 'is not a kind of involvement'),
      from: instant,
      reviewOn: day,
      authority: text,
    }),
    erasure: z.strictObject({ child, reason: text }),
    merge: z
      .strictObject({ child, other: child, reason: text })
      .refine((each) => each.child !== each.other, { error: twice, path: ['other'] }),
    split: z
      .strictObject({ child, other: child, records: z.array(short).max(listLimit).nullish(), reason: text })
      .refine((each) => each.child !== each.other, { error: twice, path: ['other'] }),
    legalHold: z.strictObject({ child, reference: short, reason: text }),
    statement: z.strictObject({
      child,
      text,
      recipients: list(recipient).nullish(),
      tellsOfHarm: z.boolean().nullish(),
    }),
    emergencyByName: z.strictObject({ name: short, birthDate: day.nullish(), reason: text }),
    correction: z.strictObject({ child, agency, text }),
    rules: z.strictObject({ base: z.int().nonnegative(), yaml: z.string().max(2_000_000), reason: text.nullish() }),
  };
}

const twice = 'names one id twice';

/** Reads an input by its shape; one that is read by itself has the name of its argument. A malformed network id has a code of its own. */
export function readInput<Output>(shape: z.ZodType<Output>, input: unknown, name?: string): Output {
  const read = shape.safeParse(input);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = (issue?.path ?? []).filter((step) => typeof step !== 'symbol');
  const [place] = path;
  const isId = path.length === 1 && (place === 'child' || place === 'other') && issue?.message !== twice;
  if (isId && isText(input, place)) throw new RegisterError('BAD_ID', `\`${place}\` ${plain(issue?.message)}`);
  throw misfit(name === undefined ? path : [name, ...path], reasonOf(issue), plain(issue?.message));
}

function reasonOf(issue: z.core.$ZodIssue | undefined): 'MALFORMED' | 'UNKNOWN_CODE' | 'OUT_OF_RANGE' {
  if (issue?.code === 'too_small' || issue?.code === 'too_big') return 'OUT_OF_RANGE';
  const isCode = issue?.code === 'invalid_value' || issue?.code === 'custom';
  return isCode && issue.message !== twice ? 'UNKNOWN_CODE' : 'MALFORMED';
}

/** Of the right type and still none: a malformed id. */
function isText(input: unknown, place: 'child' | 'other'): boolean {
  const given = typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[place] : undefined;
  return typeof given === 'string';
}

function plain(message: string | undefined): string {
  return message?.startsWith('is ') || message?.startsWith('names ') ? message : 'does not fit';
}
