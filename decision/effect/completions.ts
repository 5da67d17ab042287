import type { Approval, Authority, Consent, Instant, Involvement, Recipient } from '../facts.ts';
import { anyone, recipientsOf } from './act-questions.ts';
import type { Act, WaitsFor, World } from './effect.ts';

/** An act in its world, as it would be once something had come. */
export interface Supposed {
  readonly world: World;
  readonly act: Act;
}
export type Completion = (supposed: Supposed, now: Instant) => Supposed;

/** The things that an act may wait for, each with the world in which it has come; the likeliest to be told last. */
export const completions: readonly (readonly [WaitsFor, Completion])[] = [
  ['SOMETHING_TO_REFUSE', withSomethingToRefuse],
  ['INVOLVEMENT', withInvolvement],
  ['BEGINNING', withBeginning],
  ['CUSTODIAN', withCustodian],
  ['SECOND_PERSON', withSecondPerson],
  ['PARTNER', withPartners],
  ['HOLDER', withHolder],
];

function withHolder({ world, act }: Supposed): Supposed {
  if (act.kind !== 'CONSENT' || !['PROPOSED', 'NEEDS_CONFIRMATION'].includes(act.fact.state)) return { world, act };
  return { world, act: { ...act, fact: { ...act.fact, state: 'ACTIVE', unconfirmed: undefined } } };
}

/** The same consent given by everybody who decides jointly with its giver. */
export function withPartners({ world, act }: Supposed): Supposed {
  if (act.kind !== 'CONSENT' || act.fact.decision !== 'PERMIT') return { world, act };
  const { facts } = world;
  const giver = facts.authorities.find(({ id }) => id === act.fact.by);
  const partners = facts.authorities.filter(
    ({ id, jointWith }) =>
      id !== giver?.id && (giver?.jointWith.includes(id) === true || jointWith.includes(act.fact.by)),
  );
  const given = partners.map(({ id }): Consent => ({
    ...act.fact,
    id: `${act.fact.id} ${id}`,
    by: id,
    state: 'ACTIVE',
  }));
  return { world: { ...world, facts: { ...facts, consents: [...facts.consents, ...given] } }, act };
}

function withSecondPerson({ world, act }: Supposed): Supposed {
  if (act.kind === 'ORDER') return { world, act: { ...act, fact: { ...act.fact, confirmed: true } } };
  if (act.kind === 'STANDING_APPROVAL') return { world, act: { ...act, waits: false } };
  return { world, act };
}

function withCustodian({ world, act }: Supposed, now: Instant): Supposed {
  if (act.kind !== 'APPROVAL' || act.fact.state !== 'PENDING') return { world, act };
  return { world, act: { ...act, fact: { ...act.fact, state: 'APPROVED', until: now + 1 } } };
}

function withBeginning({ world, act }: Supposed, now: Instant): Supposed {
  if (act.kind === 'APPROVAL') return { world, act };
  const from = Math.min(act.fact.from, now);
  switch (act.kind) {
    case 'CONSENT':
      return { world, act: { ...act, fact: { ...act.fact, from } } };
    case 'ORDER':
      return { world, act: { ...act, fact: { ...act.fact, from } } };
    case 'STANDING_APPROVAL':
      return { world, act: { ...act, fact: { ...act.fact, from } } };
  }
}

/** Every agency that the act names works with the child, in every way, and whoever asks is assigned. */
function withInvolvement({ world, act }: Supposed, now: Instant): Supposed {
  return { world: involveAll(world, recipientsOf(act), now), act };
}

/** The world in which these recipients work with the child in every way there is. */
export function involveAll(world: World, recipients: ReturnType<typeof recipientsOf>, now: Instant): World {
  const { facts, rules } = world;
  const involvements = recipients.flatMap(({ agency, user }, index) =>
    rules.vocabulary.involvementKinds.map((kind): Involvement => ({
      id: `supposed ${String(index)} ${kind}`,
      agency,
      kind,
      evidence: '',
      assigned: [anyone, ...(user === undefined ? [] : [user])],
      from: now,
      to: null,
    })),
  );
  return { ...world, facts: { ...facts, involvements: [...facts.involvements, ...involvements] } };
}

/** Supposes all that a refusal or a restricting order could withhold: everything that could be given to whom it names, given. */
export function withSomethingToRefuse({ world, act }: Supposed, now: Instant): Supposed {
  const isRefusal = (act.kind === 'CONSENT' || act.kind === 'ORDER') && act.fact.decision !== 'PERMIT';
  if (!isRefusal) return { world, act };
  const { rules } = world;
  const { recipients, categories, id } = act.fact;
  const facts = { ...world.facts, authorities: [...world.facts.authorities, ...authoritiesOf(act.fact, world)] };
  const purposes = act.fact.purposes ?? [...rules.vocabulary.purposes.keys()];
  const permits = facts.authorities.map((authority, index): Consent => ({
    id: `${id} permit ${String(index)}`,
    decision: 'PERMIT',
    by: authority.id,
    recipients,
    purposes,
    categories,
    level: 'FULL',
    from: now,
    to: null,
    recordsFrom: null,
    recordsTo: null,
    notEvenInEmergency: false,
    except: [],
    state: 'ACTIVE',
    evidence: null,
    language: 'en',
    recordedAt: now,
  }));
  const people = recipients.map(({ agency, role, user }) => ({
    agency,
    ...(role ? { role } : {}),
    user: user ?? anyone,
  }));
  const approvals = people.flatMap((recipient, at) =>
    purposes.flatMap((purpose) =>
      rules.vocabulary.agencies.map((custodian): Approval => ({
        id: `${id} approval ${String(at)} ${purpose} ${custodian}`,
        custodian,
        recipient,
        purpose,
        categories,
        state: 'APPROVED',
        until: now + 1,
      })),
    ),
  );
  const emergencies = people.map(({ agency, user }, at) => ({
    id: `${id} emergency ${String(at)}`,
    agency,
    user,
    openedAt: now,
    until: now + 1,
    closedAt: null,
  }));
  const more = {
    consents: [...facts.consents, ...permits],
    approvals: [...facts.approvals, ...approvals],
    emergencies: [...facts.emergencies, ...emergencies],
  };
  return { world: { ...world, facts: { ...facts, ...more } }, act };
}

/** An authority of every kind for each person of the family whom an act names and who has none, and for anybody of a role that it names: theirs may still be recorded. */
function authoritiesOf(
  { id, recipients }: { readonly id: string; readonly recipients: readonly Recipient[] },
  world: World,
): readonly Authority[] {
  const held = new Set(world.facts.authorities.map(({ holder }) => holder));
  const kinds = [...world.rules.authorityKinds].filter(([, { family, self }]) => family != null && !self);
  return recipients.flatMap(({ agency, user = anyone, role }) =>
    agency !== 'family' || held.has(user)
      ? []
      : kinds
          .filter(([, { family }]) => role === undefined || family === role)
          .map(([kind]): Authority => ({
            id: `${id} ${user} ${role ?? ''} ${kind}`,
            holder: user,
            kind,
            domains: null,
            jointWith: [],
            from: '0001-01-01',
            to: null,
            suspended: false,
          })),
  );
}
