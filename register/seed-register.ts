import type {
  Approval,
  Authority,
  Consent,
  EmergencyAccess,
  HarmRefusal,
  Instant,
  Involvement,
  Order,
  Relation,
  StandingApproval,
} from '@trellis/decision';
import type { Queryable } from '@trellis/platform';
import { appendEvents, lockForWriting } from './append.ts';
import type { RecordEvent } from './record-event.ts';
import { keepNames } from './keep-names.ts';
import type { Actor, Bodies, RegisteredChild, Recorded, RecordKind, Statement } from './records.ts';

type Of<Body> = readonly (Body & { readonly child: string })[];

/** The records that a network starts with, or that an import brings. Ids are the caller's and must be new or the same record again. */
export interface RegisterSeed {
  readonly at: Instant;
  /** With the names that a child can be found by in an emergency, where they are known. */
  readonly children?: Of<RegisteredChild & { readonly names?: readonly string[] }>;
  readonly consents?: Of<Consent>;
  readonly authorities?: Of<Authority>;
  readonly orders?: Of<Order>;
  readonly involvements?: Of<Involvement>;
  readonly approvals?: Of<Approval>;
  readonly emergencies?: Of<EmergencyAccess>;
  readonly relations?: Of<Relation>;
  readonly harmRefusals?: Of<HarmRefusal>;
  readonly statements?: Of<Statement>;
  readonly standingApprovals?: readonly StandingApproval[];
  /** Published at once, numbered from 1 in this order; only into a register that has none. */
  readonly ruleSets?: readonly string[];
}

const seeder: Actor = {
  agency: 'network',
  role: 'system',
  user: 'seed',
  kind: 'system',
  purpose: 'privacy-administration',
};

/** Writes many records of many children in one transaction, as events like any others: one version more for each child touched. */
export async function seedRegister(tx: Queryable, seed: RegisterSeed): Promise<void> {
  const events: RecordEvent[] = [];
  const add = <Kind extends RecordKind>(
    kind: Kind,
    about: string,
    id: string,
    body: Bodies[Kind],
    more: Partial<Recorded> = {},
  ): void => {
    events.push({ act: 'SEEDED', kind, about, id, body, agency: null, state: null, detail: {}, ...more });
  };

  for (const { child, birthDate, disputed } of seed.children ?? []) {
    add('child', child, `child:${child}`, { birthDate, disputed });
  }
  const holders = new Map((seed.authorities ?? []).map(({ id, holder }) => [id, holder]));
  for (const { child, ...body } of seed.consents ?? []) {
    const holder = holders.get(body.by);
    const detail = holder === undefined ? {} : { recordedBy: holder, recordedByAgency: 'family' };
    add('consent', child, body.id, body, { state: body.state, detail });
  }
  for (const { child, ...body } of seed.authorities ?? []) add('authority', child, body.id, body);
  for (const { child, ...body } of seed.orders ?? []) add('order', child, body.id, body);
  for (const { child, ...body } of seed.involvements ?? []) {
    add('involvement', child, body.id, body, { agency: body.agency, state: body.to === null ? 'OPEN' : 'CLOSED' });
  }
  for (const { child, ...body } of seed.approvals ?? []) {
    const detail = { by: body.recipient.user ?? null };
    add('approval', child, body.id, body, { agency: body.custodian, state: body.state, detail });
  }
  for (const { child, ...body } of seed.emergencies ?? []) {
    add('emergency', child, body.id, body, { agency: body.agency, state: 'UNREVIEWED', detail: { by: body.user } });
  }
  for (const { child, ...body } of seed.relations ?? []) add('relation', child, body.id, body);
  for (const { child, ...body } of seed.harmRefusals ?? []) {
    add('harm-refusal', child, body.id, body, { agency: body.custodian });
  }
  for (const { child, ...body } of seed.statements ?? []) {
    add('statement', child, body.id, body, { agency: body.correctionBy });
  }
  for (const body of seed.standingApprovals ?? []) {
    add('standing-approval', 'network', body.id, body, { agency: body.custodian });
  }
  for (const [index, yaml] of (seed.ruleSets ?? []).entries()) {
    const number = index + 1;
    await tx.query('insert into register.rule_set_text (number, yaml) values ($1, $2)', [number, yaml]);
    add(
      'rule-set',
      'rules',
      `rule-set:${number}`,
      { number, base: index, state: 'PUBLISHED', author: 'seed', approvedBy: 'seed', draftedAt: seed.at },
      { state: 'PUBLISHED', detail: { by: 'seed' } },
    );
    add('publication', 'network', `publication:${number}`, { number, from: seed.at });
  }
  await lockForWriting(
    tx,
    events.map(({ about }) => about),
  );
  await appendEvents(tx, seed.at, seeder, events, []);
  await keepNames(
    tx,
    (seed.children ?? []).flatMap(({ child, names }) => (names === undefined ? [] : [{ child, names }])),
  );
}
