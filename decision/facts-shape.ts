import { z } from 'zod';
import { deepestConsent } from './consent-tree.ts';
import { isInstant } from '@trellis/vocabulary';

const id = z.string().min(1).max(200);
const code = z.string().min(1).max(200);
const instant = z.number().refine(isInstant, 'no instant of the years 1000 to 9998');
const day = z.iso.date();
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(10_000);
const recipient = z.strictObject({ agency: code, role: code.optional(), user: id.optional() });

const scope = { recipients: list(recipient), purposes: list(code), categories: list(code) };
const exceptionScope = {
  recipients: scope.recipients.optional(),
  purposes: scope.purposes.optional(),
  categories: scope.categories.optional(),
};

/** An exception and the exceptions in it; written out level by level, so that a tree too deep has no place to go. */
function exceptionShape(depth: number): z.ZodType {
  return z.strictObject({
    ...exceptionScope,
    except: (depth < deepestConsent ? list(z.lazy(() => exceptionShape(depth + 1))) : list(z.never())).optional(),
  });
}

const period = { from: instant, to: instant.nullable() };

const consentShape = z.strictObject({
  id,
  decision: z.enum(['PERMIT', 'REFUSE']),
  by: id,
  ...scope,
  level: z.enum(['SUMMARY', 'FULL']),
  ...period,
  recordsFrom: day.nullable(),
  recordsTo: day.nullable(),
  notEvenInEmergency: z.boolean(),
  except: list(exceptionShape(2)),
  state: z.enum(['ACTIVE', 'NEEDS_CONFIRMATION', 'PROPOSED', 'WITHDRAWN', 'EXPIRED', 'SUPERSEDED']),
  evidence: z.string().max(10_000).nullable(),
  language: z.string().max(50),
  recordedAt: instant,
  unconfirmed: z.literal(true).optional(),
});

/** The shape of a child's facts, before codes, periods and references are checked. */
export const childFactsShape = z.strictObject({
  child: id,
  version: z.int().min(0),
  birthDate: day.nullable(),
  consents: list(consentShape),
  authorities: list(
    z.strictObject({
      id,
      holder: id,
      kind: code,
      domains: list(code).nullable(),
      jointWith: list(id),
      from: day,
      to: day.nullable(),
      suspended: z.boolean(),
    }),
  ),
  orders: list(
    z.strictObject({
      id,
      decision: z.enum(['PERMIT', 'REFUSE']),
      ...scope,
      purposes: scope.purposes.nullable(),
      ...period,
      court: z.string().max(1000),
      reference: z.string().max(1000),
      confirmed: z.boolean(),
    }),
  ),
  involvements: list(
    z.strictObject({ id, agency: code, kind: code, evidence: z.string().max(10_000), assigned: list(id), ...period }),
  ),
  approvals: list(
    z.strictObject({
      id,
      custodian: code,
      recipient,
      purpose: code,
      categories: list(code),
      state: z.enum(['PENDING', 'APPROVED', 'DECLINED', 'LAPSED']),
      until: instant.nullable(),
    }),
  ),
  emergencies: list(
    z.strictObject({ id, agency: code, user: id, openedAt: instant, until: instant, closedAt: instant.nullable() }),
  ),
  relations: list(z.strictObject({ id, user: id, relation: z.enum(['ALLEGED', 'OWN_FAMILY']), ...period })).optional(),
  harmRefusals: list(z.strictObject({ id, custodian: code, recipient, categories: list(code), ...period })).optional(),
});
