import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { namedChildren, startNetwork, type Network } from '@trellis/network';
import type { Kind, Requester } from '@trellis/vocabulary';
import { patientDeadlines } from '../network/start-observed-network.ts';

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly string[];
    readonly extensions: { readonly code: string };
  }[];
}

const id = (given: string): string => namedChildren.find((child) => child.given === given)!.id;
const as = (kind: Kind, agency: string, role: string, user: string): Requester => ({ kind, agency, role, user });
const mother = as('family', 'family', 'parent', 'mother-named-adele');
const father = as('family', 'family', 'parent', 'father-named-adele');
const stranger = as('family', 'family', 'parent', 'mother-named-finn');
const teacher = as('worker', 'education', 'teacher', 'te-delorme');
const societyApprover = as('officer', 'child-protection', 'approver', 'ap-society');
const networkOfficer = as('officer', 'network', 'privacy-officer', 'po-network');
const secondOfficer = as('officer', 'network', 'approver', 'ap-network');

const family = 'family-access';
const officers = 'privacy-administration';
const school = 'education-support';

describe('the fields of register and ledger', () => {
  let network: Network;
  beforeAll(async () => {
    network = await startNetwork({ children: 20, deadlines: patientDeadlines });
  });
  afterAll(() => network?.close());

  async function ask(requester: Requester, purpose: string, query: string, variables: object = {}): Promise<Answer> {
    const token = await network.token({ ...requester, purposes: [purpose] });
    const response = await fetch(`${network.urls.gateway}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'purpose-of-use': purpose, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  }
  const codes = async (...question: Parameters<typeof ask>): Promise<string[]> =>
    ((await ask(...question)).errors ?? []).map(({ extensions }) => extensions.code);
  const ofChild = (given: string, selection: string): string => `{ child(id: "${id(given)}") { ${selection} } }`;

  it('names the input that only the register could tell does not fit, and never its value', async () => {
    const consent = {
      ...{ child: id('Hugo'), decision: 'PERMIT', by: 'authority-mother-named-hugo-child-named-hugo' },
      ...{ recipients: [{ agency: 'education' }], purposes: [school], categories: ['mental-health.involvement'] },
    };
    const order = {
      ...{ child: id('Hugo'), decision: 'REFUSE', recipients: [{ agency: 'education' }], categories: ['identity'] },
      ...{ from: '2026-01-01T00:00:00Z', court: 'c', reference: 'r' },
    };
    const authority = { child: id('Hugo'), holder: 'x', kind: 'relative', from: '2026-01-01' };
    const hugosMother = as('family', 'family', 'parent', 'mother-named-hugo');
    const misfits: readonly [Requester, string, string, object, string, readonly (string | number)[]][] = [
      ...([
        [{ recipients: [{ agency: 'secret-place' }] }, 'UNKNOWN_CODE', ['recipients', 0]],
        [{ recipients: [{ agency: 'education', role: 'secret-role' }] }, 'UNKNOWN_CODE', ['recipients', 0]],
        [{ except: [{ recipients: [{ agency: 'secret-place' }] }] }, 'UNKNOWN_CODE', ['except', 0, 'recipients', 0]],
        [{ purposes: [] }, 'OUT_OF_RANGE', ['purposes']],
        [{ evidence: ' ' }, 'OUT_OF_RANGE', ['evidence']],
        [{ to: '2020-01-01T00:00:00Z' }, 'WRONG_ORDER', ['to']],
        [{ recordsTo: '2020-01-01' }, 'MALFORMED', ['recordsTo']],
      ].map(([more, reason, path]) => [
        hugosMother,
        'recordConsent',
        'ConsentInput',
        { ...consent, ...(more as object) },
        reason,
        path,
      ]) as [Requester, string, string, object, string, readonly (string | number)[]][]),
      [
        networkOfficer,
        'recordAuthority',
        'AuthorityInput',
        { ...authority, kind: 'secret-kind' },
        'UNKNOWN_CODE',
        ['kind'],
      ],
      [
        networkOfficer,
        'recordAuthority',
        'AuthorityInput',
        { ...authority, domains: ['secret'] },
        'UNKNOWN_CODE',
        ['domains'],
      ],
      [networkOfficer, 'recordAuthority', 'AuthorityInput', { ...authority, to: '2020-01-01' }, 'WRONG_ORDER', ['to']],
      [
        networkOfficer,
        'recordOrder',
        'OrderInput',
        { ...order, recipients: [{ agency: 'secret' }] },
        'UNKNOWN_CODE',
        ['recipients', 0],
      ],
      [networkOfficer, 'recordOrder', 'OrderInput', { ...order, court: '' }, 'OUT_OF_RANGE', ['court']],
    ];
    for (const [who, name, type, input, reason, path] of misfits) {
      const purpose = who.kind === 'family' ? family : officers;
      const query = `mutation ($given: ${type}!) { done: ${name}(input: $given) { id } }`;
      const answer = await ask(who, purpose, query, { given: input });
      const [error] = (answer.errors ?? []).map(({ extensions }) => extensions);
      // A span of time is judged by the gateway, where both its ends are said.
      if (error && (error as { in?: string }).in === 'variable') continue;
      expect([name, input, error]).toEqual([
        name,
        input,
        expect.objectContaining({ code: 'BAD_REQUEST', reason, in: 'argument', path: ['done', 'input', ...path] }),
      ]);
      expect(JSON.stringify(answer)).not.toContain('secret');
    }
    const reasonless = 'mutation { withdrawConsent(id: "adele-school", reason: " ") { id } }';
    expect((await ask(mother, family, reasonless)).errors?.[0]?.extensions).toMatchObject({
      ...{ reason: 'OUT_OF_RANGE', path: ['withdrawConsent', 'reason'] },
    });
  });

  it('withholds on the very next request after a consent was withdrawn, and answers again once it is given anew', async () => {
    const inService = async (): Promise<unknown> => {
      const { data } = await ask(teacher, school, ofChild('Adèle', 'inMentalHealthService'));
      return (data?.['child'] as { inMentalHealthService: unknown }).inMentalHealthService;
    };
    expect(await inService()).toBe(true);
    const withdrawn = await ask(
      mother,
      family,
      'mutation { withdrawConsent(id: "adele-school", reason: "changed my mind") { id state child { id } } }',
    );
    expect(withdrawn).toMatchObject({
      data: { withdrawConsent: { id: 'adele-school', state: 'WITHDRAWN', child: { id: id('Adèle') } } },
    });
    expect(await inService()).toBeNull();
    const by = (await ask(mother, family, ofChild('Adèle', 'authorities { id holder }'))).data?.['child'] as {
      authorities: { id: string; holder: string }[];
    };
    const given = await ask(
      mother,
      family,
      'mutation ($input: ConsentInput!) { recordConsent(input: $input) { id state decision } }',
      {
        input: {
          child: id('Adèle'),
          decision: 'PERMIT',
          by: by.authorities.find(({ holder }) => holder === mother.user)!.id,
          recipients: [{ agency: 'education', role: 'teacher' }],
          purposes: [school],
          categories: ['mental-health.involvement'],
        },
      },
    );
    expect(given).toMatchObject({ data: { recordConsent: { state: 'ACTIVE', decision: 'PERMIT' } } });
    expect(await inService()).toBe(true);
  });

  it('lets family members see and act only for children over whom they hold an authority', async () => {
    expect((await ask(father, family, '{ myChildren { id } }')).data).toEqual({ myChildren: [{ id: id('Adèle') }] });
    for (const field of [
      'consents { id }',
      'authorities { id }',
      'statements { id }',
      'disclosures { edges { cursor } }',
    ]) {
      expect([field, await codes(stranger, family, ofChild('Adèle', field))]).toEqual([field, ['FORBIDDEN']]);
    }
    expect(await codes(stranger, family, 'mutation { withdrawConsent(id: "adele-school-too") { id } }')).toEqual([
      'FORBIDDEN',
    ]);
    expect(
      await codes(stranger, family, `mutation { recordStatement(child: "${id('Adèle')}", text: "x") { id } }`),
    ).toEqual(['FORBIDDEN']);
    expect(await codes(teacher, school, '{ myChildren { id } }')).toEqual(['FORBIDDEN']);
  });

  it('says of several acts in one request which was refused, and not that the register did not answer', async () => {
    const said = `first: recordStatement(child: "${id('Adèle')}", text: "x") { id }`;
    const { data, errors } = await ask(
      father,
      family,
      `mutation { ${said} second: withdrawConsent(id: "none") { id } }`,
    );
    expect([data, errors?.map(({ path, extensions }) => [path, extensions.code])]).toEqual([
      null,
      [[['second'], 'FORBIDDEN']],
    ]);
  });

  it('answers a child that nobody knows like one that is not theirs', async () => {
    const nobody = `{ child(id: "${'b'.repeat(26)}") { consents { id } } }`;
    const { errors } = await ask(stranger, family, nobody);
    expect(errors).toEqual((await ask(stranger, family, ofChild('Adèle', 'consents { id }'))).errors);
  });

  it("keeps what a capable child decided, and that it may, from its parents' sight", async () => {
    const parent = as('family', 'family', 'parent', 'mother-named-maya');
    const maya = as('family', 'family', 'child', 'child-named-maya');
    const query = ofChild('Maya', 'consents { id } authorities { holder }');
    const seen = (await ask(parent, family, query)).data?.['child'] as {
      consents: unknown[];
      authorities: { holder: string }[];
    };
    expect(seen.consents).toEqual([]);
    expect(seen.authorities.map(({ holder }) => holder)).not.toContain(maya.user);
    const own = (await ask(maya, family, query)).data?.['child'] as typeof seen;
    expect(own.consents).toEqual([{ id: 'maya-refuses' }]);
  });

  it('shows a worker no other agency’s involvement', async () => {
    const { data } = await ask(teacher, school, ofChild('Adèle', 'involvements { agency kind }'));
    expect(data?.['child']).toEqual({ involvements: [{ agency: 'education', kind: 'enrolment' }] });
    expect(
      await codes(as('worker', 'education', 'teacher', 'te-vale'), school, ofChild('Adèle', 'involvements { agency }')),
    ).toEqual(['FORBIDDEN']);
  });

  it('lists to a family who was told what, and to an agency’s officer what went to or came from it', async () => {
    await ask(teacher, school, ofChild('Finn', 'name education { grade }'));
    const finnsTeacher = as('worker', 'education', 'teacher', 'te-carrow');
    await ask(finnsTeacher, school, ofChild('Finn', 'name education { grade }'));
    const list =
      'disclosures { edges { node { purpose categories requester { agency role } } } pageInfo { hasNextPage } }';
    const told = (await ask(as('family', 'family', 'parent', 'mother-named-finn'), family, ofChild('Finn', list)))
      .data?.['child'] as { disclosures: { edges: { node: { categories: string[] } }[] } };
    expect(told.disclosures.edges).toHaveLength(1);
    expect(told.disclosures.edges[0]?.node).toMatchObject({
      purpose: school,
      requester: { agency: 'education', role: 'teacher' },
    });
    const clinicOfficer = as('officer', 'mental-health', 'privacy-officer', 'po-clinic');
    expect((await ask(clinicOfficer, officers, ofChild('Finn', list))).data?.['child']).toMatchObject({
      disclosures: { edges: [] },
    });
    expect(await codes(teacher, school, '{ disclosures(by: "te-carrow") { edges { cursor } } }')).toEqual([
      'FORBIDDEN',
    ]);
    const byUser = (
      await ask(
        networkOfficer,
        officers,
        '{ disclosures(by: "te-carrow") { edges { node { requester { user } child { id } } } } }',
      )
    ).data;
    expect(byUser).toMatchObject({
      disclosures: { edges: [{ node: { requester: { user: 'te-carrow' }, child: { id: id('Finn') } } }] },
    });
    expect(await codes(networkOfficer, officers, '{ disclosures(after: "x") { edges { cursor } } }')).toEqual([
      'BAD_REQUEST',
    ]);
  });

  it('carries a request for disclosure from the worker to the custodian and back', async () => {
    const officer = as('worker', 'police', 'officer', 'po-rivard');
    const police = 'law-enforcement-investigation';
    const risk = async (): Promise<unknown> =>
      (await ask(officer, police, ofChild('Noor', 'protection { riskLevel }'))).data?.['child'];
    expect(await risk()).toEqual({ protection: { riskLevel: null } });
    const input = {
      child: id('Noor'),
      custodian: 'child-protection',
      categories: ['child-protection.risk'],
      purpose: police,
      rationale: 'A threat was made',
    };
    const asked = await ask(
      officer,
      police,
      'mutation ($input: DisclosureRequest!) { requestDisclosure(input: $input) { id state rationale } }',
      { input },
    );
    expect(asked).toMatchObject({ data: { requestDisclosure: { state: 'PENDING', rationale: 'A threat was made' } } });
    const approval = (asked.data?.['requestDisclosure'] as { id: string }).id;
    // Whoever decides sees about whom, and nothing of the record.
    const inbox = '{ approvals(state: PENDING) { id custodian child { name chosenName protection { status } } } }';
    expect((await ask(societyApprover, officers, inbox)).data).toEqual({
      approvals: [
        {
          id: approval,
          custodian: 'child-protection',
          child: { name: expect.stringMatching(/^Noor /), chosenName: null, protection: null },
        },
      ],
    });
    const until = new Date(network.data.clock.now() + 86_400_000).toISOString();
    const approve = `mutation { approveDisclosure(id: "${approval}", until: "${until}", rationale: "Necessary") { state } }`;
    expect(await codes(officer, police, approve)).toEqual(['FORBIDDEN']);
    expect((await ask(societyApprover, officers, approve)).data).toEqual({ approveDisclosure: { state: 'APPROVED' } });
    expect(await risk()).toEqual({ protection: { riskLevel: 'HIGH' } });
    expect(await codes(societyApprover, officers, approve)).toEqual(['CONFLICT']);
    const take = `mutation { withdrawApproval(id: "${approval}", reason: "The threat is over") { state } }`;
    expect((await ask(societyApprover, officers, take)).data).toEqual({ withdrawApproval: { state: 'LAPSED' } });
    const done =
      '{ approvals(state: LAPSED) { id decidedBy decidedAt decisionRationale withdrawnBy withdrawnFor until } }';
    expect((await ask(societyApprover, officers, done)).data).toEqual({
      approvals: [
        {
          id: approval,
          decidedBy: societyApprover.user,
          decidedAt: expect.stringMatching(/^20/),
          decisionRationale: 'Necessary',
          withdrawnBy: societyApprover.user,
          withdrawnFor: 'The threat is over',
          until: expect.stringMatching(/^20/),
        },
      ],
    });
  });

  it('finds by name, for an officer, the children with whom the agency works; for the network’s all; page by page', async () => {
    const finn = namedChildren.find(({ given }) => given === 'Finn')!;
    const { data } = await ask(networkOfficer, officers, `{ child(id: "${finn.id}") { name birthDate } }`);
    const { name, birthDate } = data?.['child'] as { name: string; birthDate: string };
    const [first = '', ...rest] = name.split(' ');
    const typed = `${first.toUpperCase()} ${rest.join(' ')}`;
    const search = `{ findChildren(name: "${typed}", birthDate: "${birthDate}") { id } findCandidates(name: "${name.slice(0, -1)}", birthDate: "${birthDate}", first: 1) { id name } }`;
    const found = { findChildren: [{ id: finn.id }], findCandidates: [{ id: finn.id, name }] };
    const officerOf = (agency: string): Requester => as('officer', agency, 'privacy-officer', `po-${agency}`);
    expect((await ask(networkOfficer, officers, search)).data).toEqual(found);
    expect((await ask(officerOf('education'), officers, search)).data).toEqual(found);
    const none = { findChildren: [], findCandidates: [] };
    expect((await ask(officerOf('police'), officers, search)).data).toEqual(none);
    expect((await ask(as('officer', 'network', 'auditor', 'au-1'), officers, search)).data).not.toEqual(found);
    // That an officer looked is on no family's list.
    const list = '{ disclosures { edges { node { purpose } } } }'.slice(1, -1);
    const mothers = await ask(as('family', 'family', 'parent', 'mother-named-finn'), family, ofChild('Finn', list));
    expect(JSON.stringify(mothers.data)).not.toContain(officers);
    expect(JSON.stringify(mothers.data)).toContain(school);
  });

  it('explains to officers, at a moment, and to nobody else', async () => {
    const question = (at: string): string =>
      `{ explain(child: "${id('Theo')}", requester: { agency: "child-protection", role: "caseworker", user: "cw-osei" }, purpose: "child-protection-investigation", categories: ["child-protection.risk"]${at}) { ruleSet categories { category level decidedBy } } }`;
    expect((await ask(networkOfficer, officers, question(''))).data).toEqual({
      explain: { ruleSet: 1, categories: [{ category: 'child-protection.risk', level: 'FULL', decidedBy: 4 }] },
    });
    expect(await codes(teacher, school, question(''))).toEqual(['FORBIDDEN']);
    // Before there were rules, there was nothing to decide by.
    expect(await codes(networkOfficer, officers, question(', at: "2001-01-01T00:00:00Z"'))).toEqual(['BAD_REQUEST']);
    // An agency's officer is shown what its own agency is custodian of.
    const schoolOfficer = as('officer', 'education', 'privacy-officer', 'po-school');
    expect((await ask(schoolOfficer, officers, question(''))).data).toEqual({
      explain: { ruleSet: 1, categories: [] },
    });
  });

  it('tries several consents together, as of parents who decide together, for the same officers as one, and records nothing', async () => {
    const permit = (parent: string): object => ({
      child: id('Adèle'),
      by: `authority-${parent}-named-adele-child-named-adele`,
      decision: 'PERMIT',
      recipients: [{ agency: 'education', role: 'teacher' }],
      purposes: [school],
      categories: ['mental-health.condition'],
    });
    const query = `query ($consent: ConsentInput, $consents: [ConsentInput!]) { whatIf(child: "${id('Adèle')}", requester: { agency: "education", role: "teacher", user: "te-delorme" }, purpose: "${school}", consent: $consent, consents: $consents) { opened } }`;
    const opened = async (variables: object) =>
      ((await ask(networkOfficer, officers, query, variables)).data?.['whatIf'] as { opened: string[] }).opened;
    const [ofMother, ofFather] = [permit('mother'), permit('father')];
    expect(await opened({ consents: [ofMother] })).toEqual([]);
    expect(await opened({ consents: [ofFather, ofFather] })).toEqual([]);
    expect(await opened({ consents: [ofMother, ofFather] })).toEqual(['mental-health.condition']);
    expect(await opened({ consent: ofMother, consents: [ofFather] })).toEqual(['mental-health.condition']);
    expect(await opened({})).toEqual([]);
    expect(await codes(teacher, school, query, { consents: [ofMother, ofFather] })).toEqual(['FORBIDDEN']);
    const other = as('officer', 'education', 'privacy-officer', 'po-school');
    const { data } = await ask(other, officers, query, { consents: [ofMother, ofFather] });
    expect(data).toEqual({ whatIf: { opened: [] } });
  });

  it('publishes rules that two officers agreed on, and refuses a bad one', async () => {
    const live = (await ask(networkOfficer, officers, '{ rules { number yaml } }')).data?.['rules'] as {
      number: number;
      yaml: string;
    };
    const draft = 'mutation ($input: RulesInput!) { draftRules(input: $input) { number state } }';
    expect(await codes(networkOfficer, officers, draft, { input: { base: live.number, yaml: 'pack: none' } })).toEqual([
      'BAD_REQUEST',
    ]);
    expect(await codes(networkOfficer, officers, draft, { input: { base: 99, yaml: live.yaml } })).toEqual([
      'CONFLICT',
    ]);
    const drafted = (await ask(networkOfficer, officers, draft, { input: { base: live.number, yaml: live.yaml } }))
      .data?.['draftRules'] as { number: number };
    const number = String(drafted.number);
    expect(await codes(networkOfficer, officers, `mutation { approveRules(number: ${number}) { number } }`)).toEqual([
      'FORBIDDEN',
    ]);
    expect(
      (await ask(secondOfficer, officers, `mutation { approveRules(number: ${number}) { state approvedBy } }`)).data,
    ).toEqual({ approveRules: { state: 'APPROVED', approvedBy: secondOfficer.user } });
    await ask(networkOfficer, officers, `mutation { publishRules(number: ${number}) { state } }`);
    expect((await ask(networkOfficer, officers, '{ rules { number } }')).data).toEqual({
      rules: { number: drafted.number },
    });
  });

  it('opens an emergency access for the caller, and leaves it to another to review', async () => {
    const singh = as('worker', 'child-protection', 'intake-worker', 'iw-singh');
    const plan = async (): Promise<unknown> =>
      (await ask(singh, 'emergency', ofChild('Willa', 'mentalHealth { safetyPlan { copingSteps } }'))).data?.['child'];
    expect(await plan()).toEqual({ mentalHealth: null });
    const opened = await ask(
      singh,
      'emergency',
      `mutation { openEmergencyAccess(child: "${id('Willa')}", reason: "She said she will not be there tomorrow") { id justified } }`,
    );
    expect(await plan()).toMatchObject({ mentalHealth: { safetyPlan: { copingSteps: expect.any(Array) } } });
    const access = (opened.data?.['openEmergencyAccess'] as { id: string }).id;
    const review = `mutation { reviewEmergencyAccess(id: "${access}", finding: "Right", justified: true) { justified finding } }`;
    expect(await codes(singh, 'emergency', review)).toEqual(['FORBIDDEN']);
    expect((await ask(networkOfficer, officers, review)).data).toEqual({
      reviewEmergencyAccess: { justified: true, finding: 'Right' },
    });
  });
});
