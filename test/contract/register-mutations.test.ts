import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startNetwork, type Network } from '@trellis/network';
import { vocabulary, type Kind as RequesterKind, type Requester } from '@trellis/vocabulary';
import { Kind, parse } from 'graphql';
import { patientDeadlines } from '../e2e/network/start-observed-network.ts';

const as = (kind: RequesterKind, agency: string, role: string): Requester => ({
  kind,
  agency,
  role,
  user: `x-${role}`,
});
const records = ['child-protection', 'mental-health', 'education', 'police'];
const officers = (agency: string): Requester[] =>
  ['privacy-officer', 'approver', 'auditor'].map((role) => as('officer', agency, role));
/** One of each that the table tells apart: none of them has anything to do with any child. */
const requesters: readonly Requester[] = [
  ...records.map((agency) => as('worker', agency, vocabulary.roles[agency]![0]!)),
  as('worker', 'child-protection', 'supervisor'),
  ...[...records.slice(0, 2), 'network'].flatMap(officers),
  ...['child', 'parent', 'substitute'].map((role) => as('family', 'family', role)),
  ...['identity', 'police', 'register'].map((agency) => as('system', agency, 'system')),
];

const child = 'x'.repeat(26);
const recipients = [{ agency: 'police' }];
const until = '2099-01-01T00:00:00Z';
const soon = new Date(Date.now() + 30 * 86_400_000).toISOString();
const categories = ['mental-health.risk'];
const purposes = ['law-enforcement-investigation'];
const consent = { child, decision: 'PERMIT', by: 'nobody', recipients, purposes, categories };
const order = { child, decision: 'REFUSE', recipients, categories, from: until, court: 'c', reference: 'r' };
const request = { child, custodian: 'mental-health', categories, purpose: purposes[0], rationale: 'r' };
const protocol = {
  recipient: recipients[0],
  purposes,
  categories,
  involvement: 'treatment',
  from: until,
  reviewOn: '2099-06-01',
  authority: 'a',
};

/** Each mutation of `mutations.graphql` and beside it: the types of its arguments, some that fit, and whom the table lets near it. */
type Who = (requester: Requester) => boolean;
const isRecords = ({ agency }: Requester): boolean => !['network', 'family'].includes(agency);
const worker: Who = (each) => each.kind === 'worker';
const supervisor: Who = (each) => worker(each) && each.role === 'supervisor';
const society: Who = (each) => worker(each) && each.agency === 'child-protection';
const family: Who = (each) => each.kind === 'family';
const system: Who = (each) => each.kind === 'system';
const decides: Who = (each) => each.kind === 'officer' && each.role !== 'auditor';
const officer: Who = (each) => decides(each) && isRecords(each);
const network: Who = (each) => decides(each) && each.agency === 'network';
const privacyOfNetwork: Who = (each) => network(each) && each.role === 'privacy-officer';
const anyOf =
  (...all: readonly Who[]): Who =>
  (each) =>
    all.some((one) => one(each));

const id = { $id: ['ID!', 'nobody'] } as const;
const reason = { $reason: ['String!', 'a reason'] } as const;
const ofChild = { $child: ['NetworkId!', child] } as const;
const input = (type: string, value: object) => ({ $input: [`${type}!`, value] }) as const;
type Arguments = Readonly<Record<string, readonly [type: string, value: unknown]>>;
const mutations: Readonly<Record<string, readonly [given: Arguments, may: Who]>> = {
  recordConsent: [input('ConsentInput', consent), anyOf(family, worker, officer)],
  withdrawConsent: [id, anyOf(family, worker, officer)],
  confirmConsent: [id, family],
  attestConsent: [{ ...id, $evidence: ['String!', 'e'] }, anyOf(worker, officer, network)],
  recordAuthority: [
    input('AuthorityInput', { child, holder: 'h', kind: 'custodial-parent', from: '2020-01-01' }),
    anyOf((each) => worker(each) && ['child-protection', 'mental-health'].includes(each.agency), officer, network),
  ],
  suspendAuthority: [{ ...id, ...reason }, anyOf(society, officer, network)],
  confirmAuthority: [id, anyOf(society, officer, network)],
  endAuthority: [{ ...id, $on: ['Date!', '2026-01-01'], ...reason }, anyOf(society, officer, network)],
  restoreAuthority: [{ ...id, ...reason }, anyOf(officer, network)],
  recordOrder: [input('OrderInput', order), anyOf(officer, network)],
  confirmOrder: [id, anyOf(officer, network)],
  endOrder: [{ ...id, ...reason }, anyOf(officer, network)],
  hideWhereabouts: [{ $children: ['[NetworkId!]!', [child]], ...reason }, anyOf(family, worker, officer)],
  dropProposal: [{ ...id, ...reason }, anyOf(family, worker, officer, network)],
  recordRelation: [
    input('RelationInput', { child, user: 'u', relation: 'ALLEGED', evidence: 'e' }),
    anyOf(society, officer, network),
  ],
  endRelation: [{ ...id, ...reason }, anyOf(officer, network)],
  confirmRelation: [id, anyOf(officer, network)],
  recordHarmRefusal: [input('HarmRefusalInput', { child, recipient: recipients[0], categories, reason: 'r' }), officer],
  endHarmRefusal: [{ ...id, ...reason }, anyOf(officer, network)],
  confirmHarmRefusal: [id, anyOf(officer, network)],
  openInvolvement: [input('InvolvementInput', { child, kind: 'treatment', evidence: 'e', assigned: ['w'] }), system],
  closeInvolvement: [id, system],
  requestDisclosure: [input('DisclosureRequest', request), anyOf(worker, officer)],
  approveDisclosure: [{ ...id, $until: ['DateTime!', soon], $rationale: ['String!', 'r'] }, officer],
  declineDisclosure: [{ ...id, ...reason }, officer],
  withdrawApproval: [{ ...id, ...reason }, officer],
  grantStandingApproval: [
    input('StandingApprovalInput', protocol),
    (each) => officer(each) && each.role === 'privacy-officer',
  ],
  confirmStandingApproval: [id, anyOf(officer, network)],
  openEmergencyAccess: [{ ...ofChild, ...reason }, worker],
  openEmergencyAccessByName: [{ $name: ['String!', 'Nobody'], ...reason }, worker],
  allowEmergencyAccess: [{ ...id, ...reason }, anyOf(supervisor, officer, network)],
  closeEmergencyAccess: [id, anyOf(worker, officer, network)],
  reviewEmergencyAccess: [
    { ...id, $finding: ['String!', 'f'], $justified: ['Boolean!', true] },
    anyOf(officer, network),
  ],
  recordStatement: [{ ...ofChild, $text: ['String!', 't'] }, family],
  requestCorrection: [{ ...ofChild, $agency: ['String!', 'police'], $text: ['String!', 't'] }, family],
  answerCorrection: [{ ...id, $corrected: ['Boolean!', true], ...reason }, officer],
  mergeChildren: [{ ...ofChild, $other: ['NetworkId!', 'y'.repeat(26)], ...reason }, network],
  splitChild: [{ ...ofChild, $other: ['NetworkId!', 'y'.repeat(26)], ...reason }, network],
  confirmLinkage: [id, network],
  placeLegalHold: [{ ...ofChild, $reference: ['String!', 'r'], ...reason }, anyOf(officer, network)],
  liftLegalHold: [{ ...id, ...reason }, anyOf(officer, network)],
  requestErasure: [{ ...ofChild, ...reason }, privacyOfNetwork],
  confirmErasure: [id, network],
  draftRules: [input('RulesInput', { base: 1, yaml: 'pack: none' }), privacyOfNetwork],
  approveRules: [{ $number: ['Int!', 1] }, network],
  publishRules: [{ $number: ['Int!', 1] }, network],
  revertRules: [{ $to: ['Int!', 99] }, network],
};
/** Those who may of some child alone: a child's lawyer asks for a disclosure, and is as FORBIDDEN as anybody of a family for every other. */
const mayOfSomeChild: Readonly<Record<string, Who>> = { requestDisclosure: family };
const fieldOf = (mutation: string): string => (/Rules$/.test(mutation) ? 'number' : 'id');

/** What is asked, who may, and, of what hangs from a child, who never may of any child: to these it is absent, and no error. */
const anyOfficer: Who = (each) => each.kind === 'officer';
const supervises: Who = (each) => supervisor(each) || (anyOfficer(each) && isRecords(each));
const ofNetwork: Who = (each) => anyOfficer(each) && each.agency === 'network';
const questions: Readonly<Record<string, readonly [text: string, may: Who, mightOfAnother?: Who]>> = {
  approvals: ['approvals { id }', anyOfficer],
  confirmations: ['confirmations { record }', anyOfficer],
  emergencyAccesses: ['emergencyAccesses { id overdue }', anyOfficer],
  disclosures: ['disclosures(by: "x") { edges { cursor } }', anyOfficer],
  notices: ['notices { id kind }', (each) => each.kind !== 'system'],
  lookUps: [`lookUps(child: "${child}") { id }`, (each) => ofNetwork(each) && each.role !== 'approver'],
  checkRules: ['checkRules(yaml: "pack: none") { head }', ofNetwork],
  ruleSet: ['ruleSet(number: 1) { number }', anyOfficer],
  rules: ['rules { number }', () => true],
  myChildren: ['myChildren { id }', family],
  explain: [
    `explain(child: "${child}", requester: { agency: "police", role: "officer" }, purpose: "placement", categories: ["police"]) { ruleSet }`,
    ofNetwork,
  ],
  whatCanSee: [
    `whatCanSee(child: "${child}", requester: { agency: "police", role: "officer" }, purpose: "placement") { category }`,
    ofNetwork,
  ],
  whoCanSee: [`whoCanSee(child: "${child}", category: "police.incident") { named }`, ofNetwork],
  whatIf: [
    `whatIf(child: "${child}", requester: { agency: "police", role: "officer" }, purpose: "placement") { opened }`,
    ofNetwork,
  ],
  vocabulary: ['vocabulary { involvementKinds }', () => true],
  standingOrders: ['standingOrders { id }', anyOfficer],
  standingHolds: ['standingHolds { id }', anyOfficer],
  reachability: ['reachability { agency }', anyOfficer],
  ownRequests: ['ownRequests { id }', anyOf(worker, family, (each) => anyOfficer(each) && isRecords(each))],
  ownEmergencyAccesses: ['ownEmergencyAccesses { id }', worker],
  teamCaseload: ['teamCaseload { id }', supervises],
  teamRequests: ['teamRequests { id }', supervises],
  teamEmergencyAccesses: ['teamEmergencyAccesses { id }', supervises],
  childFile: [
    `childFile(child: "${child}", from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z") { child }`,
    ofNetwork,
  ],
  unconfirmed: ['unconfirmed { record }', ofNetwork],
  'rules.difference': ['rules { difference(from: 1) { changed { before { id } } } }', anyOfficer],
  'rules.impact': ['rules { impact { changed } }', ofNetwork],
  'rules.reason': ['rules { reason dropped { reason } }', ofNetwork, ofNetwork],
  disclosuresAsListed: [
    `child(id: "${child}") { disclosuresAsListed(holder: "nobody") { edges { cursor } } }`,
    ofNetwork,
    anyOfficer,
  ],
  ...Object.fromEntries(
    Object.entries({
      consents: (each) => each.kind !== 'system',
      authorities: (each) =>
        ['family', 'officer'].includes(each.kind) ||
        (worker(each) && ['child-protection', 'mental-health'].includes(each.agency)),
      orders: anyOfficer,
      relations: anyOf((each) => worker(each) && each.agency === 'child-protection', anyOfficer),
      harmRefusals: anyOfficer,
      involvements: anyOf(worker, anyOfficer),
      statements: (each) => each.kind !== 'system',
      legalHolds: anyOfficer,
      linkages: ofNetwork,
      erasures: ofNetwork,
    } satisfies Readonly<Record<string, Who>>).map(([field, might]) => [
      field,
      [`child(id: "${child}") { ${field} { id } }`, ofNetwork, might] as const,
    ]),
  ),
  otherIds: [`child(id: "${child}") { otherIds }`, ofNetwork, (each) => each.kind !== 'system'],
  childDisclosures: [
    `child(id: "${child}") { disclosures { edges { cursor } } }`,
    ofNetwork,
    anyOf(family, anyOfficer),
  ],
};

describe('every mutation of the register, asked by everybody', () => {
  let running: Network;
  beforeAll(async () => {
    running = await startNetwork({ children: 4, deadlines: patientDeadlines });
  });
  afterAll(() => running?.close());

  const tokens = new Map<Requester, Promise<string>>();
  const ask = async (requester: Requester, query: string, variables: object = {}) => {
    const purpose = 'privacy-administration';
    const token = tokens.get(requester) ?? running.token({ ...requester, purposes: [purpose] });
    tokens.set(requester, token);
    const response = await fetch(`${running.urls.gateway}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await token}`,
        'purpose-of-use': purpose,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query, variables }),
    });
    const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    return errors.map(({ extensions }) => extensions.code);
  };
  const call = (requester: Requester, mutation: string, given: Arguments) => {
    const types = Object.entries(given).map(([name, [type]]) => `${name}: ${type}`);
    const args = Object.keys(given).map((name) => `${name.slice(1)}: ${name}`);
    const variables = Object.fromEntries(Object.entries(given).map(([name, [, value]]) => [name.slice(1), value]));
    return ask(
      requester,
      `mutation(${types.join()}) { ${mutation}(${args.join()}) { ${fieldOf(mutation)} } }`,
      variables,
    );
  };
  const written = async (): Promise<unknown> => {
    const { rows } = await running.data.databases['register']!.query(
      'select count(*)::int as events, sum(version)::int as versions from register.event',
    );
    return rows;
  };

  it.each(Object.entries(mutations))(
    '%s: refused to all that the table does not name, and nothing is written',
    async (mutation, [given, may]) => {
      const before = await written();
      for (const requester of requesters.filter((each) => !may(each)))
        expect([requester, await call(requester, mutation, given)]).toEqual([requester, ['FORBIDDEN']]);
      expect(await written()).toEqual(before);
    },
  );

  it('every mutation of the register is among them', () => {
    const schema = parse(readFileSync(new URL('../../subgraphs/register/schema.graphql', import.meta.url), 'utf8'));
    const defined = schema.definitions.flatMap((each) =>
      each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === 'Mutation' ? (each.fields ?? []) : [],
    );
    expect(Object.keys(mutations).sort()).toEqual(defined.map(({ name }) => name.value).sort());
  });

  it('the schema of each of them has the mutations that the table names for it, and no other', async () => {
    for (const requester of requesters) {
      const authorization = `Bearer ${await running.token({ ...requester, purposes: ['privacy-administration'] })}`;
      const response = await fetch(`${running.urls.gateway}/schema.graphql`, { headers: { authorization } });
      const shown = parse(await response.text()).definitions.flatMap((each) =>
        each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === 'Mutation' ? (each.fields ?? []) : [],
      );
      const may = Object.entries(mutations).flatMap(([name, [, who]]) =>
        anyOf(who, mayOfSomeChild[name] ?? (() => false))(requester) ? [name] : [],
      );
      expect([requester, shown.map(({ name }) => name.value).sort()]).toEqual([requester, may.sort()]);
    }
  });

  it.each(Object.entries(questions))(
    '%s: told to those that the table names, and refused to all others',
    async (_name, [text, may, might = () => true]) => {
      for (const requester of requesters)
        expect([requester, await ask(requester, `{ ${text} }`)]).toEqual([
          requester,
          may(requester) || !might(requester) ? [] : ['FORBIDDEN'],
        ]);
    },
  );

  /** Who passes the first mutation, so that what is wrong with the input is what is told. */
  const entitled: Readonly<Record<string, Requester>> = Object.fromEntries(
    Object.entries(mutations).map(([mutation, [, may]]) => [mutation, requesters.filter(may).at(-1)!]),
  );
  const wrong: readonly (readonly [mutation: string, change: object, code: string])[] = [
    ['recordConsent', { child: 'x' }, 'BAD_ID'],
    ['recordConsent', { recipients: [] }, 'BAD_REQUEST'],
    ['recordConsent', { recipients: [{ agency: 'nobody' }] }, 'BAD_REQUEST'],
    ['recordConsent', { recipients: [{ agency: 'police', role: 'teacher' }] }, 'BAD_REQUEST'],
    ['recordConsent', { purposes: ['anything'] }, 'BAD_REQUEST'],
    ['recordConsent', { categories: ['mental-health.nothing'] }, 'BAD_REQUEST'],
    ['recordConsent', { from: 'yesterday' }, 'BAD_REQUEST'],
    ['recordConsent', { decision: 'MAYBE' }, 'BAD_REQUEST'],
    ['recordConsent', { except: [{ except: [{ except: [{}] }] }] }, 'BAD_REQUEST'],
    ['recordOrder', { to: '2098-01-01T00:00:00Z' }, 'BAD_REQUEST'],
    ['recordOrder', { court: ' ' }, 'BAD_REQUEST'],
    ['recordAuthority', { kind: 'friend' }, 'BAD_REQUEST'],
    ['recordAuthority', { from: '2020-13-01' }, 'BAD_REQUEST'],
    ['recordAuthority', { domains: ['nothing'] }, 'BAD_REQUEST'],
    ['openInvolvement', { kind: 'friendship' }, 'BAD_REQUEST'],
    ['requestDisclosure', { custodian: 'police' }, 'BAD_REQUEST'],
    ['requestDisclosure', { rationale: 'x'.repeat(10_001) }, 'BAD_REQUEST'],
    ['draftRules', { base: -1 }, 'BAD_REQUEST'],
  ];
  it.each(wrong)('%s with %j: %s', async (mutation, change, code) => {
    const [given] = mutations[mutation]!;
    const { $input: [type, value] = ['', {}] } = given;
    expect(await call(entitled[mutation]!, mutation, { $input: [type, { ...(value as object), ...change }] })).toEqual([
      code,
    ]);
  });

  it('takes texts and numbers that fit, and says so of others', async () => {
    const [reviewer] = requesters.filter(network);
    for (const [mutation, change] of [
      ['openEmergencyAccess', { $reason: ['String!', ' '] }],
      ['openEmergencyAccess', { $reason: ['String!', 'x'.repeat(10_001)] }],
      ['revertRules', { $to: ['Int!', 0] }],
      ['approveDisclosure', { $until: ['DateTime!', '2099-01-01'] }],
      ['mergeChildren', { $other: ['NetworkId!', child] }],
    ] as const) {
      expect([mutation, await call(entitled[mutation]!, mutation, { ...mutations[mutation]![0], ...change })]).toEqual([
        mutation,
        ['BAD_REQUEST'],
      ]);
    }
    expect(
      await call(reviewer!, 'mergeChildren', { ...mutations['mergeChildren']![0], $other: ['NetworkId!', 'X'] }),
    ).toEqual(['BAD_ID']);
    expect(await ask(reviewer!, '{ notices(after: "x") { id } }')).toEqual(['BAD_REQUEST']);
    expect(
      await ask(
        reviewer!,
        `{ explain(child: "${child}", requester: { agency: "nobody", role: "x" }, purpose: "placement") { ruleSet } }`,
      ),
    ).toEqual(['BAD_REQUEST']);
  });
});
