import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { faultsOfProof, readProof } from '@trellis/ledger';
import type { Requester } from '@trellis/vocabulary';
import { family, idOf, officer, worker } from '../e2e/network/people.ts';
import { oneAt, readAt } from '../e2e/network/read-at.ts';
import {
  patience,
  startObservedNetwork,
  type Answer,
  type ObservedNetwork,
} from '../e2e/network/start-observed-network.ts';

/** People with good tokens who try to learn from the accounts of disclosures what is not theirs to know. */
let network: ObservedNetwork;
const child = idOf('Adèle');
const office = 'privacy-administration';
const mother = family('mother', 'adele');
const node =
  'node { id reference purpose categories summarised requester { agency user } grounds { category kind id } }';
const list = (args = ''): string =>
  `disclosures${args} { edges { cursor ${node} } pageInfo { hasNextPage endCursor } }`;
const ask = (requester: Requester, purpose: string, selection: string, id = child): Promise<Answer> =>
  network.ask({
    requester,
    purpose,
    query: `query($id: NetworkId!) { child(id: $id) { ${selection} } }`,
    variables: { id },
  });
const listed = async (requester: Requester, purpose: string, args?: string): Promise<readonly unknown[]> =>
  readAt((await ask(requester, purpose, list(args))).data, 'child.disclosures.edges.node');
const codes = ({ errors }: Answer): readonly string[] => errors.map(({ extensions }) => extensions.code);
const pack = readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
/** A rule that no pack should have. */
const opening = `  - id: police-read-any-file
    sentence: { en: The police read the status of any file., fr: La police lit l'état de tout dossier. }
    recipients: [{ agency: police, roles: [officer], kinds: [worker] }]
    purposes: [law-enforcement-investigation]
    involvement: { need: NONE }
    categories: [child-protection.involvement, child-protection.status]
    level: FULL
    basis: BY_LAW
    authority: { citation: None, jurisdiction: CA-ON, asOf: 2026-11-21, confidence: UNVERIFIED, force: DUTY, duty: None. }
`;
const cursorAt = (index: number | string): string => Buffer.from(`0~${String(index)}`).toString('base64url');

beforeAll(async () => {
  network = await startObservedNetwork();
  for (let time = 0; time < 3; time++) {
    await ask(
      worker('te-delorme'),
      'education-support',
      'mentalHealth { safetyPlan { copingSteps } } education { grade }',
    );
    await ask(worker('cw-renaud'), 'ongoing-protection-service', 'protection { status riskLevel }');
  }
}, patience);
afterAll(() => network.close());

describe('the accounts of disclosures, before somebody with a good token', () => {
  it('tell a worker nothing, of any child', async () => {
    for (const [user, purpose] of [
      ['te-delorme', 'education-support'],
      ['cw-renaud', 'ongoing-protection-service'],
    ] as const) {
      const answer = await ask(worker(user), purpose, list());
      // No worker may ever read it: absent, so that one field does not cost the rest of the page.
      expect([oneAt(answer.data, 'child.disclosures') ?? null, codes(answer)]).toEqual([null, []]);
      const all = await network.ask({ requester: worker(user), purpose, query: `{ ${list()} }` });
      expect(codes(all)).toEqual(['FORBIDDEN']);
    }
  });

  it('tell an agency’s officer its own disclosures, and of others’ only what was its agency’s to give', async () => {
    const school = await listed(officer('education'), office);
    expect(school.length).toBeGreaterThan(0);
    for (const entry of school) {
      if (oneAt(entry, 'requester.agency') === 'education') continue;
      const told = [
        ...readAt(entry, 'categories'),
        ...readAt(entry, 'summarised'),
        ...readAt(entry, 'grounds.category'),
      ];
      expect(told.filter((code) => !String(code).startsWith('education.'))).toEqual([]);
    }
    // Nothing of the society's own reading of its own file.
    expect(school.some((entry) => oneAt(entry, 'requester.user') === 'cw-renaud')).toBe(false);
  });

  it('tell an officer who is not involved with the child nothing, and as much of a child that nobody knows', async () => {
    const answers = [
      await ask(officer('police'), office, list()),
      await ask(officer('police'), office, list(), 'b'.repeat(26)),
    ];
    expect(answers.map(codes)).toEqual([['FORBIDDEN'], ['FORBIDDEN']]);
  });

  it('give nothing more for another agency’s name, another user’s, or a forged cursor', async () => {
    const own = await listed(officer('education'), office);
    const ids = new Set(own.map((entry) => oneAt(entry, 'id')));
    const within = (entries: readonly unknown[]): boolean => entries.every((entry) => ids.has(oneAt(entry, 'id')));
    const { data } = await ask(officer('network'), office, list('(first: 1)'));
    const ofAnother = String(oneAt(data, 'child.disclosures.pageInfo.endCursor'));
    for (const args of ['(agency: "child-protection")', `(after: "${ofAnother}")`, `(after: "${cursorAt(3)}")`])
      expect([args, within(await listed(officer('education'), office, args))]).toEqual([args, true]);
    const by = await network.ask({
      requester: officer('education'),
      purpose: office,
      query: `{ disclosures(by: "cw-renaud", after: "${ofAnother}") { edges { ${node} } } }`,
    });
    expect(readAt(by.data, 'disclosures.edges.node')).toEqual([]);
  });

  it.each([
    'x',
    '',
    cursorAt(-1),
    cursorAt('1 or true'),
    cursorAt('1e3'),
    cursorAt('9'.repeat(40)),
    cursorAt("1'; drop table ledger.entry; --"),
    Buffer.from('withholding:1').toString('base64url'),
  ])('refuse a cursor that is none of theirs: %j', async (after) => {
    const answer = await ask(officer('network'), office, list(`(after: ${JSON.stringify(after)})`));
    expect(codes(answer)).toEqual(['BAD_REQUEST']);
    expect(answer.text).not.toContain('entry:');
  });

  it('stay the same, page by page, while others are told', async () => {
    const whole = await listed(officer('network'), office);
    const paged: unknown[] = [];
    for (let after = ''; ;) {
      const { data } = await ask(officer('network'), office, list(`(first: 2${after})`));
      paged.push(...readAt(data, 'child.disclosures.edges.node'));
      if (oneAt(data, 'child.disclosures.pageInfo.hasNextPage') !== true) break;
      after = `, after: ${JSON.stringify(oneAt(data, 'child.disclosures.pageInfo.endCursor'))}`;
      await ask(worker('te-delorme'), 'education-support', 'education { grade }');
    }
    expect(paged).toEqual(whole);
  });

  it('leave out of a family’s list what would endanger, whatever it filters by, and say nothing of it', async () => {
    const theo = idOf('Theo');
    await ask(worker('cw-osei'), 'child-protection-investigation', 'protection { status }', theo);
    const all = readAt(
      (await ask(officer('network'), office, list(), theo)).data,
      'child.disclosures.edges.node.purpose',
    );
    expect(new Set(all)).toEqual(new Set(['child-protection-investigation']));
    for (const args of ['', '(agency: "child-protection")', '(first: 1)']) {
      const { data, errors } = await ask(family('mother', 'theo'), 'family-access', list(args), theo);
      expect([errors, oneAt(data, 'child.disclosures')]).toEqual([
        [],
        { edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
      ]);
    }
  });

  it('prove each entry to whoever may see all of it, once it is signed, and to nobody else', async () => {
    const proofs = async (requester: Requester, purpose: string): Promise<readonly unknown[]> => {
      const { data } = await ask(
        requester,
        purpose,
        'disclosures { edges { node { index requester { agency } proof } } }',
      );
      return readAt(data, 'child.disclosures.edges.node');
    };
    expect((await proofs(officer('network'), office)).map((entry) => oneAt(entry, 'proof'))).toContain(null);
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    await network.data.ledger.checkpoint({ id: 'key-1', privateKey });
    const whole = await proofs(officer('network'), office);
    for (const entry of whole) {
      const proof = readProof(JSON.parse(String(oneAt(entry, 'proof'))));
      if (proof === undefined || !('body' in proof)) throw new Error('it is no proof of an entry');
      expect(faultsOfProof(proof, new Map([['key-1', publicKey]]))).toEqual([]);
      expect(JSON.parse(proof.body)).toMatchObject({ requester: oneAt(entry, 'requester') as object });
    }
    // Of what was given to others, an agency's officer sees its agency's categories, and no proof, which would show the rest.
    for (const entry of await proofs(officer('mental-health'), office)) {
      const isWhole = oneAt(entry, 'proof') !== null;
      if (!isWhole) continue;
      const { categories } = JSON.parse(String(oneAt(JSON.parse(String(oneAt(entry, 'proof'))), 'body'))) as {
        categories: Record<string, string[]>;
      };
      const foreign = Object.values(categories)
        .flat()
        .filter((code) => !code.startsWith('mental-health.'));
      expect(oneAt(entry, 'requester.agency') === 'mental-health' ? [] : foreign).toEqual([]);
    }
    // Adèle's teacher was given something of the clinic's and of the school's at once: recorded apart, each part has its own proof.
    const mixed = await proofs(officer('mental-health'), office);
    const toTeacher = mixed.filter((entry) => oneAt(entry, 'requester.agency') === 'education');
    expect(toTeacher.map((entry) => oneAt(entry, 'proof'))).not.toContain(null);
    expect(toTeacher.length).toBeGreaterThan(0);
  });

  it('try a draft rule set on what was withheld too, and name no child', async () => {
    const police = worker('po-garrick');
    const asked = await ask(police, 'law-enforcement-investigation', 'protection { status }', idOf('Gabriel'));
    expect(oneAt(asked.data, 'child.protection')).toBeNull();
    const officers = (query: string, variables?: Record<string, unknown>): Promise<Answer> =>
      network.ask({ requester: officer('network'), purpose: office, query, variables });
    const yaml = pack.replace('\nrules:\n', `\nrules:\n${opening}`);
    const drafted = await officers('mutation ($input: RulesInput!) { draftRules(input: $input) { number } }', {
      input: { base: 1, yaml },
    });
    const number = String(oneAt(drafted.data, 'draftRules.number'));
    const changes = 'questions complete changes { agency role purpose category opens questions }';
    const impact = await officers(`{ ruleSet(number: ${number}) { impact { ${changes} } } }`);
    expect(impact.errors).toEqual([]);
    const change = { agency: police.agency, role: police.role, purpose: 'law-enforcement-investigation', opens: true };
    expect(readAt(impact.data, 'ruleSet.impact.changes')).toContainEqual({
      ...change,
      category: 'child-protection.status',
      questions: 1,
    });
    expect(impact.text).not.toContain(idOf('Gabriel'));
  });

  it('name each entry by an id of its own, and place it in its own list', async () => {
    const { data } = await ask(officer('network'), office, 'disclosures { edges { node { id reference index } } }');
    const entries = readAt(data, 'child.disclosures.edges.node');
    expect(new Set(entries.map((entry) => oneAt(entry, 'id'))).size).toBe(entries.length);
    expect(entries.map((entry) => oneAt(entry, 'index'))).toEqual(entries.map((_, at) => at));
    // The teacher's answers rest partly on a consent: each has one reference and more than one entry.
    expect(new Set(entries.map((entry) => oneAt(entry, 'reference'))).size).toBeLessThan(entries.length);
  });

  it('keep the grounds as they were, when what they rest on is gone', async () => {
    const grounds = async (): Promise<readonly unknown[]> =>
      (await listed(officer('network'), office))
        .filter((entry) => oneAt(entry, 'requester.user') === 'te-delorme')
        .flatMap((entry) => readAt(entry, 'grounds'));
    const before = await grounds();
    expect(before.some((ground) => oneAt(ground, 'id') === 'adele-school')).toBe(true);
    const withdrawn = await network.ask({
      requester: mother,
      purpose: 'family-access',
      query: 'mutation { withdrawConsent(id: "adele-school") { state } }',
    });
    expect(codes(withdrawn)).toEqual([]);
    expect(await grounds()).toEqual(before);
  });
});
