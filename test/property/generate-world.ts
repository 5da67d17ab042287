import type { Requester, Vocabulary } from '@trellis/vocabulary';
import type {
  Approval,
  Authority,
  ChildFacts,
  Day,
  Involvement,
  NetworkFacts,
  Order,
  Question,
  RuleSet,
} from '@trellis/decision';
import { generateConsent } from './generate-consent.ts';
import {
  days,
  future,
  generateCategories,
  generatePurposes,
  generateRecipient,
  instants,
  past,
  requesters,
  several,
} from './generate-parts.ts';
import { generateRules } from './generate-rules.ts';
import type { Random } from './random.ts';
import { smallVocabulary, wideVocabulary } from './small-vocabularies.ts';

/** One whole case: words, rules, facts and a question. */
export interface World {
  readonly vocabulary: Vocabulary;
  readonly ruleSet: RuleSet;
  readonly network: NetworkFacts;
  readonly facts: ChildFacts;
  readonly question: Question;
}

const births: readonly (Day | null)[] = [
  ...[8, 12, 14, 16, 17, 18].flatMap((age) =>
    days.slice(2, 5).map((day) => `${Number(day.slice(0, 4)) - age}${day.slice(4)}`),
  ),
  ...Array<Day>(14).fill('2018-05-05'),
  ...['2012-01-31', '2012-01-31', '2008-02-29', '2015-02-28', '2030-01-01', null, '2012-02-31'],
];
/** Days around the birthdays of some of these children, on which a child may have been found capable, or not. */
const findings: readonly Day[] = ['2024-01-30', '2024-01-31', '2024-02-29', '2024-03-01'];
const users = ['u1', 'u2', 'u3'];

const strangers: readonly Requester[] = [
  { agency: 'east', role: 'worker', user: 'u1', kind: 'worker' },
  { agency: 'north', role: 'chief', user: 'u1', kind: 'worker' },
  { agency: 'north', role: 'worker', user: '', kind: 'worker' },
  { agency: 'north', role: 'system', user: 'u1', kind: 'worker' },
  { agency: 'family', role: 'parent', user: 'p1', kind: 'worker' },
];

/** Makes worlds one after another, several questions on one child and several children under one rule set. */
export function* generateWorlds(choose: Random): Generator<World, never> {
  for (;;) {
    const vocabulary = choose.chance(0.05) ? wideVocabulary : smallVocabulary;
    const ruleSet = generateRules(choose, vocabulary);
    for (let child = 0; child < 12; child += 1) {
      const facts = generateFacts(choose, vocabulary);
      const network = generateNetwork(choose, vocabulary);
      for (let asked = 0; asked < 4; asked += 1) {
        yield { vocabulary, ruleSet, network, facts, question: generateQuestion(choose) };
      }
    }
  }
}

function generateQuestion(choose: Random): Question {
  return {
    requester: choose.chance(0.98) ? choose.pick([...requesters, ...requesters.slice(0, 4)]) : choose.pick(strangers),
    purpose: choose.chance(0.98)
      ? choose.pick(['care', 'care', 'care', 'care', 'inquiry', 'inquiry', 'family-access', 'family-access', 'urgent'])
      : choose.pick(['research', 'fun']),
    now: choose.pick(instants),
    ...(choose.chance(0.3) ? { recordedOn: choose.pick(days) } : {}),
  };
}

export function generateFacts(choose: Random, vocabulary: Vocabulary): ChildFacts {
  const authorities = Array.from({ length: 1 + choose.below(4) }, (_, id) => generateAuthority(choose, `a${id}`));
  return {
    child: 'child',
    version: 1,
    birthDate: choose.pick(births),
    authorities,
    consents: several(choose, 7, (id) => generateConsent(choose, vocabulary, `c${id}`)),
    orders: several(choose, 2, (id) => generateOrder(choose, vocabulary, `o${id}`)).filter(() => choose.chance(0.4)),
    involvements: several(choose, 6, (id) => generateInvolvement(choose, `i${id}`)),
    approvals: several(choose, 5, (id) => generateApproval(choose, vocabulary, `p${id}`)),
    emergencies: several(choose, 2, (id) => ({
      id: `e${id}`,
      agency: choose.pick(['north', 'south', 'family']),
      user: choose.pick(['u1', 'u1', 'u2', 'p1']),
      openedAt: past(choose),
      until: choose.chance(0.9) ? future(choose) : past(choose),
      closedAt: choose.chance(0.7) ? null : choose.pick(instants),
    })),
    relations: several(choose, 2, (id) => ({
      id: `r${id}`,
      user: choose.pick(['u1', 'u2', 'p1']),
      relation: choose.pick(['ALLEGED', 'OWN_FAMILY'] as const),
      from: past(choose),
      to: choose.chance(0.5) ? null : future(choose),
    })).filter(() => choose.chance(0.5)),
    harmRefusals: several(choose, 2, (id) => ({
      id: `h${id}`,
      custodian: choose.chance(0.95) ? choose.pick(['north', 'south']) : 'nowhere',
      recipient: choose.chance(0.5) ? { agency: 'family' } : generateRecipient(choose),
      categories: generateCategories(choose, vocabulary),
      from: past(choose),
      to: choose.chance(0.7) ? null : future(choose),
    })).filter(() => choose.chance(0.5)),
  };
}

function generateNetwork(choose: Random, vocabulary: Vocabulary): NetworkFacts {
  return {
    version: 1,
    ruleSet: 1,
    standingApprovals: several(choose, 2, (id) => ({
      id: `s${id}`,
      custodian: choose.pick(['north', 'south', 'nowhere']),
      recipient: generateRecipient(choose),
      purposes: generatePurposes(choose),
      categories: generateCategories(choose, vocabulary),
      involvement: choose.chance(0.95) ? choose.pick(['open-file', 'enrolment', 'treatment']) : 'unknown',
      from: past(choose),
      reviewOn: choose.chance(0.9) ? choose.pick(days) : 'someday',
      authority: 'x',
    })),
  };
}

export function generateAuthority(choose: Random, id: string): Authority {
  const kind = choose.chance(0.995)
    ? choose.pick(['child', 'parent', 'parent', 'parent', 'access', 'society', 'adult'])
    : 'unheard-of';
  return {
    id,
    holder: kind === 'child' ? 'c' : choose.pick(['p1', 'p1', 'p2']),
    kind,
    domains: choose.chance(0.75)
      ? null
      : choose.chance(0.98)
        ? choose.some(['north', 'south', 'marks', 'filler'], 0, 3)
        : ['north', 'unknown'],
    jointWith: choose.chance(0.9) ? [] : [choose.chance(0.9) ? `a${choose.below(4)}` : 'missing'],
    from: choose.chance(0.8) ? '2016-01-01' : choose.pick([...days, ...findings]),
    to: choose.chance(0.9) ? null : choose.pick(days),
    suspended: choose.chance(0.07),
  };
}

function generateOrder(choose: Random, vocabulary: Vocabulary, id: string): Order {
  return {
    id,
    decision: choose.chance(0.5) ? 'PERMIT' : 'REFUSE',
    recipients: choose.chance(0.05) ? [] : [generateRecipient(choose)],
    categories: generateCategories(choose, vocabulary).slice(0, 2),
    purposes: choose.chance(0.4) ? null : generatePurposes(choose),
    from: past(choose),
    to: choose.chance(0.6) ? null : choose.pick(instants),
    court: 'x',
    reference: 'x',
    confirmed: choose.chance(0.8),
  };
}

function generateInvolvement(choose: Random, id: string): Involvement {
  return {
    id,
    agency: choose.pick(['north', 'south']),
    kind: choose.chance(0.97) ? choose.pick(['open-file', 'enrolment', 'treatment']) : 'unknown',
    evidence: 'x',
    assigned: choose.some(users, 0, 3),
    from: past(choose),
    to: choose.chance(0.6) ? null : choose.pick(instants),
  };
}

function generateApproval(choose: Random, vocabulary: Vocabulary, id: string): Approval {
  const { agency, role, user } = choose.pick(requesters);
  return {
    id,
    custodian: choose.chance(0.95) ? choose.pick(['north', 'south']) : choose.pick(['west', 'nowhere']),
    recipient: { agency, role: choose.chance(0.5) ? role : undefined, user: choose.chance(0.9) ? user : undefined },
    purpose: choose.pick(['care', 'care', 'inquiry']),
    categories: generateCategories(choose, vocabulary),
    state: choose.chance(0.8) ? 'APPROVED' : choose.pick(['PENDING', 'DECLINED', 'LAPSED']),
    until: choose.chance(0.95) ? future(choose) : null,
  };
}
