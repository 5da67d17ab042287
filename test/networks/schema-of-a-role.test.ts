// What `GET /schema.graphql` shows each kind and role of both networks: a schema that GraphQL's own reader accepts, with what the register may ever tell them.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { compileRules, parseRuleSet } from '@trellis/decision';
import { firstRules } from '@trellis/network/first-rules';
import { readSubgraphs } from '@trellis/network/subgraphs';
import { compose } from '@trellis/schema';
import { readNetwork, type Requester } from '@trellis/vocabulary';
import { buildSchema, Kind, parse, printSchema, validateSchema, type DocumentNode } from 'graphql';
import type { GatewayDependencies } from '../../gateway/gateway-dependencies.ts';
import { prepareGate, type PreparedGate } from '../../gateway/gate.ts';

const folders = fileURLToPath(new URL('../../networks/', import.meta.url));
const reject = (): never => {
  throw new Error('The view asks for nothing but the rules.');
};
const none = { facts: new Map(), now: 0, network: { version: 1, ruleSet: 1, standingApprovals: [] } };

/** The fields that somebody may never ask for, and who may: the table of reading, written a second time and by field. */
type Who = (requester: Requester) => boolean;
const isAgency = ({ agency }: Requester): boolean => !['network', 'family', 'nobody'].includes(agency);
const family: Who = ({ kind, agency }) => kind === 'family' && agency === 'family';
const worker: Who = (each) => each.kind === 'worker' && isAgency(each);
const system: Who = (each) => each.kind === 'system' && isAgency(each);
const officer: Who = (each) => each.kind === 'officer' && isAgency(each);
const network: Who = ({ kind, agency }) => kind === 'officer' && agency === 'network';
const supervisor: Who = (each) =>
  worker(each) && ['child-protection supervisor', 'curatelle cheffe-d-unite'].includes(`${each.agency} ${each.role}`);
const watcher: Who = (each) => network(each) && ['auditor', 'privacy-officer'].includes(each.role);
const protects: Who = (each) => worker(each) && ['child-protection', 'curatelle'].includes(each.agency);
const judgesCapacity: Who = (each) => worker(each) && ['mental-health', 'pediatrie'].includes(each.agency);
const anyOf =
  (...all: readonly Who[]): Who =>
  (each) =>
    all.some((one) => one(each));

const officers = anyOf(officer, network);
const decided = anyOf(family, worker, officers);
const guarded: Readonly<Record<string, Readonly<Record<string, Who>>>> = {
  Query: {
    myChildren: family,
    explain: officers,
    whatCanSee: officers,
    whoCanSee: officers,
    whatIf: officers,
    vocabulary: anyOf(decided, system),
    approvals: officers,
    confirmations: officers,
    notices: decided,
    checkRules: network,
    emergencyAccesses: officers,
    standingOrders: officers,
    standingHolds: officers,
    reachability: officers,
    ownRequests: anyOf(family, worker, officer),
    ownEmergencyAccesses: worker,
    teamCaseload: anyOf(supervisor, officer),
    teamRequests: anyOf(supervisor, officer),
    teamEmergencyAccesses: anyOf(supervisor, officer),
    disclosures: officers,
    childFile: network,
    lookUps: watcher,
    rules: anyOf(decided, system),
    unconfirmed: network,
    ruleSet: officers,
  },
  Child: {
    consents: decided,
    authorities: anyOf(family, protects, judgesCapacity, officers),
    orders: officers,
    involvements: anyOf(worker, officers),
    relations: anyOf(protects, officers),
    harmRefusals: officers,
    otherIds: decided,
    linkages: network,
    erasures: network,
    legalHolds: officers,
    statements: decided,
    disclosures: anyOf(family, officers),
    disclosuresAsListed: officers,
  },
  RuleSet: { difference: officers, reason: network, dropped: network, impact: network },
};
/** What the register lets everybody ask. */
const open: Readonly<Record<string, readonly string[]>> = {
  Query: ['me', 'agencies'],
  Child: ['id'],
  RuleSet: ['number', 'state', 'base', 'yaml', 'rules', 'author', 'approvedBy', 'liveFrom', 'reverts'],
};
/** Types and inputs that some are not led to, and who is, by a field or a mutation. */
const ledTo: Readonly<Record<string, Who>> = {
  Explanation: officers,
  RulesCheck: network,
  ChildFile: network,
  LookUp: watcher,
  RulesImpact: network,
  Erasure: network,
  Confirmation: officers,
  ListedDisclosureConnection: officers,
  DisclosureConnection: anyOf(family, officers),
  SharingRule: anyOf(decided, system),
  RequesterInput: officers,
};

const fieldsIn = (document: DocumentNode | undefined, type: string): readonly string[] =>
  (document?.definitions ?? [])
    .flatMap((each) => (each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === type ? each.fields : []))
    .flatMap((field) => field?.name.value ?? []);

describe.each(['ontario', 'romandie'])('in the network %s', (name) => {
  const folder = readNetwork(join(folders, name));
  const { vocabulary } = folder;
  const subgraphs = readSubgraphs(folder);
  const purposes = [...vocabulary.purposes.keys()];
  const requesters = [...vocabulary.agencies, 'network', 'family', 'nobody'].flatMap((agency) =>
    vocabulary.kinds.flatMap((kind) =>
      [...new Set([...(vocabulary.roles[agency] ?? []), ...(vocabulary.roles['network'] ?? []), 'system'])].map(
        (role): Requester => ({ kind, agency, role, user: 'someone' }),
      ),
    ),
  );
  const views = new Map<Requester, string>();
  const documents = new Map<string, DocumentNode>();
  const register = parse(subgraphs.find((each) => each.name === 'register')?.sdl ?? '');

  beforeAll(async () => {
    const composed = compose(subgraphs, vocabulary);
    if ('problems' in composed) throw new Error(composed.problems.map(({ message }) => message).join('\n'));
    const rules = compileRules(parseRuleSet(firstRules(folder).yaml, vocabulary), vocabulary);
    const read: GatewayDependencies['read'] = () => Promise.resolve({ ...none, rules });
    const gate: PreparedGate = prepareGate(
      { vocabulary, read, release: reject, agencies: { send: reject } },
      composed.supergraphSdl,
    );
    for (const requester of requesters) views.set(requester, (await gate.describe?.(requester, purposes)) ?? '');
    for (const text of new Set(views.values())) documents.set(text, parse(text, { noLocation: true }));
  });

  it('every kind and role is shown a schema that is valid, with all that it leads to and nothing else', () => {
    for (const [text, document] of documents) {
      const schema = buildSchema(text);
      expect(validateSchema(schema)).toEqual([]);
      expect(parse(printSchema(schema), { noLocation: true })).toEqual(document);
    }
    expect(documents.size).toBeGreaterThan(8);
  });

  it.each(Object.keys(guarded))('%s has the fields of the register that the table names, and no other', (type) => {
    const defined = fieldsIn(register, type);
    expect([...(open[type] ?? []), ...Object.keys(guarded[type] ?? {})].sort()).toEqual([...defined].sort());
    for (const [requester, text] of views) {
      const shown = fieldsIn(documents.get(text), type).filter((field) => defined.includes(field));
      const may = Object.entries(guarded[type] ?? {}).flatMap(([field, who]) => (who(requester) ? [field] : []));
      const isReached = type !== 'RuleSet' || anyOf(decided, system)(requester);
      expect([requester, [...shown].sort()]).toEqual([
        requester,
        isReached ? [...(open[type] ?? []), ...may].sort() : [],
      ]);
    }
  });

  it.each(Object.entries(ledTo))('%s is there for those who are led to it alone', (type, who) => {
    const has = new RegExp(`^(type|input) ${type} `, 'm');
    for (const [requester, text] of views) expect([requester, has.test(text)]).toEqual([requester, who(requester)]);
  });
});
