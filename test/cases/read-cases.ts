import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const code = z.string();
const recipient = z.strictObject({ agency: code, role: code.optional(), user: code.optional() });

const exception = z.strictObject({
  recipients: z.array(recipient).optional(),
  purposes: z.array(code).optional(),
  categories: z.array(code).optional(),
  get except() {
    return z.array(z.json()).optional();
  },
});

const consent = z.strictObject({
  id: code,
  decision: z.enum(['PERMIT', 'REFUSE']),
  by: code,
  recipients: z.array(recipient),
  purposes: z.array(code),
  categories: z.array(code),
  level: z.enum(['SUMMARY', 'FULL']).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  notEvenInEmergency: z.boolean().optional(),
  except: z.array(exception).optional(),
  state: z.string().optional(),
  unconfirmed: z.literal(true).optional(),
});

/** What is true of one child at the start. Everything not said is absent; every date not said is long past and open-ended. */
const child = z.strictObject({
  child: z.strictObject({ born: z.string().nullable() }),
  authorities: z
    .array(
      z.strictObject({
        id: code,
        holder: code,
        kind: code,
        domains: z.array(code).optional(),
        jointWith: z.array(code).optional(),
        from: z.string().optional(),
        to: z.string().optional(),
        suspended: z.boolean().optional(),
      }),
    )
    .optional(),
  involvements: z
    .array(z.strictObject({ agency: code, kind: code, assigned: z.array(code), to: z.string().optional() }))
    .optional(),
  consents: z.array(consent).optional(),
  orders: z
    .array(
      z.strictObject({
        id: code.optional(),
        decision: z.enum(['PERMIT', 'REFUSE']),
        recipients: z.array(recipient),
        categories: z.array(code),
        purposes: z.array(code).optional(),
        from: z.string().optional(),
        to: z.string().optional(),
        confirmed: z.boolean().optional(),
      }),
    )
    .optional(),
  approvals: z
    .array(
      z.strictObject({
        id: code.optional(),
        custodian: code,
        recipient,
        purpose: code,
        categories: z.array(code),
        state: z.enum(['PENDING', 'APPROVED']).optional(),
      }),
    )
    .optional(),
  emergencies: z
    .array(z.strictObject({ agency: code, user: code, openedAt: z.string().optional(), until: z.string().optional() }))
    .optional(),
  /** Persons whom rules take into account: named by an open investigation, or workers of the child's own family. */
  relations: z
    .array(z.strictObject({ user: code, relation: z.enum(['ALLEGED', 'OWN_FAMILY']), to: z.string().optional() }))
    .optional(),
  harmRefusals: z
    .array(z.strictObject({ custodian: code, recipient, categories: z.array(code), to: z.string().optional() }))
    .optional(),
});

const given = z.union([
  child.extend({ protocols: z.literal(true).optional() }),
  z.strictObject({ children: z.record(code, child), protocols: z.literal(true).optional() }),
]);

const codes = z.array(code).default([]);

const actor = z.strictObject({
  agency: code,
  role: code,
  user: code,
  kind: z.enum(['worker', 'officer', 'family', 'system']).default('worker'),
  purpose: code.optional(),
});

/** A call of one of the register's mutations. In what is given, `$name` is the id of a child, of a record of the case, or of what an act before it made. */
const act = z.strictObject({
  act: code,
  as: actor,
  given: z.record(z.string(), z.json()),
  /** The name under which later steps mean what came of it. */
  named: code.optional(),
  then: z.strictObject({
    /** The code of the refusal; none where it succeeds. */
    refused: code.optional(),
    reason: code.optional(),
    /** Part of the answer: of a list, what is among it. */
    shows: z.record(z.string(), z.json()).default({}),
  }),
});

/** A question to the register's part of the graph: one field, which `child { … }` asks of the child. */
const look = z.strictObject({
  look: z.string(),
  as: actor,
  then: z.strictObject({ shows: z.array(z.json()).default([]), lacks: z.array(z.json()).default([]) }),
});

const step = z.union([
  act,
  look,
  z.strictObject({
    do: z.union([
      z.strictObject({ withdrawConsent: code }),
      z.strictObject({ recordConsent: consent }),
      z.strictObject({ approve: code }),
    ]),
  }),
  z.strictObject({
    ask: z.strictObject({ agency: code, role: code, user: code, kind: code.default('worker'), purpose: code }),
    /** The child asked about, where there are several. */
    of: code.default('child'),
    at: z.string().optional(),
    /** A record about these children, with what it is as well as its kind. */
    record: z
      .strictObject({
        children: z.array(code),
        categories: z.array(code),
        youth: z.strictObject({ outcome: code, startedOn: z.string() }).optional(),
      })
      .optional(),
    then: z.strictObject({
      /** In full. */
      permitted: codes,
      /** In summary, and not in full. */
      summaryOnly: codes,
      withheld: codes,
      /** category → `KIND id` of a ground it rests on */
      grounds: z.record(code, z.string()).default({}),
      /** category → the routes the requester is told of */
      routes: z.record(code, codes).default({}),
      /** category → codes of the obligations that come with it */
      obligations: z.record(code, codes).default({}),
      /** Whether the record appears. */
      shown: z.boolean().optional(),
      /** Categories by which the requester may not filter, sort or count either. */
      filters: codes,
      /** Disclosures made before stay on the ledger. */
      stillListed: codes,
      /** What a member of the family finds of this very disclosure on the list of who looked. */
      listed: z.array(z.strictObject({ user: code, role: code, categories: codes })).default([]),
    }),
  }),
]);

const table = z.strictObject({
  cases: z.array(
    z.strictObject({
      /** 1 to 25: the decision cases; from 26 on: situations of the people around a child. */
      number: z.int().min(1).max(99),
      /** The situations told to us that it decides, by their numbers. */
      people: z.array(z.string().regex(/^\d{1,2}[a-c]?$/)).default([]),
      title: z.string(),
      given,
      steps: z.array(step).min(1),
    }),
  ),
});

export type Act = z.infer<typeof act>;
export type Look = z.infer<typeof look>;
export type GivenChild = z.infer<typeof child>;
export type GivenConsent = z.infer<typeof consent>;
export type Step = z.infer<typeof step>;
export type Case = z.infer<typeof table>['cases'][number];

/** Whether a step is told by the register alone, so that the engine by itself has nothing to say to it. */
export function isOfRegister(step: Step): step is Act | Look {
  return 'act' in step || 'look' in step;
}

/** The instant of a step that names none. */
export const now = '2026-11-21T12:00:00-05:00';

/** The worked cases, from every YAML table in this folder. Free of engine types: two runners read it. */
export function readCases(): readonly Case[] {
  const folder = new URL('.', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const yaml: unknown = parse(readFileSync(new URL(name, folder), 'utf8'), { merge: true });
      const read = table.safeParse(yaml);
      if (!read.success) throw new Error(`${name}:\n${z.prettifyError(read.error)}`);
      return read.data.cases;
    });
}
