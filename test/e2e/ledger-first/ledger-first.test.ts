import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { family, idOf, officer, worker } from '../network/people.ts';
import { oneAt, readAt } from '../network/read-at.ts';
import { namedIn } from '../network/graph-labels.ts';
import {
  patience,
  startObservedNetwork,
  type Answer,
  type ObservedNetwork,
} from '../network/start-observed-network.ts';

const office = 'privacy-administration';
let network: ObservedNetwork;
beforeAll(async () => {
  network = await startObservedNetwork();
}, patience);
afterAll(() => network.close());

interface Stored {
  readonly disclosure: string;
  readonly body: string;
}
async function stored(table: 'entry' | 'withholding', disclosure: string): Promise<readonly Stored[]> {
  const { rows } = await network.data.databases['register']!.query<Stored>(
    `select disclosure, body from ledger.${table} where disclosure = $1`,
    [disclosure],
  );
  return rows;
}

const ask = (user: string, purpose: string, child: string, selection: string): Promise<Answer> =>
  network.ask({
    requester: worker(user),
    purpose,
    query: `query($id: NetworkId!) { child(id: $id) { ${selection} } }`,
    variables: { id: child },
  });

const listed = `disclosures(first: 50) { edges { node {
  reference purpose ruleSet categories summarised flowedTo obligations requester { agency user } grounds { category kind id }
} } }`;
async function entriesOf(child: string, disclosure: string): Promise<readonly unknown[]> {
  const { data } = await network.ask({
    requester: officer('network'),
    purpose: office,
    query: `query($id: NetworkId!) { child(id: $id) { ${listed} } }`,
    variables: { id: child },
  });
  return readAt(data, 'child.disclosures.edges.node').filter((node) => oneAt(node, 'reference') === disclosure);
}

describe('every answer that discloses', () => {
  it('is on the ledger with its grounds: rule, consent, order, approval, protocol, emergency', async () => {
    const expected: readonly [string, string, string, string, object][] = [
      [
        'Rosalie',
        'cw-renaud',
        'ongoing-protection-service',
        'protection { riskLevel }',
        { kind: 'RULE', id: 'society-serves' },
      ],
      [
        'Adèle',
        'te-delorme',
        'education-support',
        'mentalHealth { safetyPlan { copingSteps } }',
        { kind: 'CONSENT', id: 'adele-school' },
      ],
      [
        'Imani',
        'co-penhale',
        'education-support',
        'protection { planOfService { goals } }',
        { kind: 'ORDER', id: 'fo-22-0093' },
      ],
      [
        'Noor',
        'po-quillan',
        'law-enforcement-investigation',
        'protection { riskLevel }',
        { kind: 'APPROVAL', id: 'noor-quillan' },
      ],
      [
        'Theo',
        'cw-osei',
        'child-protection-investigation',
        'mentalHealth { safetyPlan { copingSteps } }',
        { kind: 'STANDING_APPROVAL', id: 'clinic-to-society' },
      ],
      [
        'Willa',
        'iw-moreau',
        'emergency',
        'mentalHealth { safetyPlan { copingSteps } }',
        { kind: 'EMERGENCY', id: 'willa-moreau' },
      ],
    ];
    for (const [given, user, purpose, selection, ground] of expected) {
      const answer = await ask(user, purpose, idOf(given), selection);
      expect([given, answer.status, answer.errors]).toEqual([given, 200, []]);
      const [entry, ...more] = await entriesOf(idOf(given), answer.trellis.disclosure);
      expect(more).toEqual([]);
      expect(entry).toMatchObject({ purpose, ruleSet: 1, flowedTo: null, requester: { user } });
      const grounds = readAt(entry, 'grounds');
      expect([given, grounds.some((each) => oneAt(each, 'id') === oneAt(ground, 'id'))]).toEqual([given, true]);
      expect(grounds).toEqual(expect.arrayContaining([expect.objectContaining(ground)]));
      // A ground for each category, and for no other.
      const categories = [...readAt(entry, 'categories'), ...readAt(entry, 'summarised')];
      expect(new Set(grounds.map((each) => oneAt(each, 'category')))).toEqual(new Set(categories));
      expect(answer.trellis.obligations.map(({ code }) => code).sort()).toEqual(
        [...readAt(entry, 'obligations')].sort(),
      );
    }
  });

  it('says at which level, and keeps what was withheld apart', async () => {
    const answer = await ask(
      'te-delorme',
      'education-support',
      idOf('Adèle'),
      'inMentalHealthService birthYear protection { status }',
    );
    // One answer may have several entries: by law, by consent.
    const entries = await entriesOf(idOf('Adèle'), answer.trellis.disclosure);
    expect(entries.flatMap((each) => readAt(each, 'categories'))).toEqual([]);
    const summarised = entries.flatMap((each) => readAt(each, 'summarised'));
    expect(summarised.sort()).toEqual(['identity.birth-date', 'mental-health.involvement']);
    const [withheld, ...others] = await stored('withholding', answer.trellis.disclosure);
    expect(others).toEqual([]);
    expect(JSON.parse(withheld?.body ?? '')).toMatchObject({
      categories: ['child-protection.involvement', 'child-protection.status'],
    });
    expect(JSON.stringify(entries)).not.toContain('child-protection');
  });

  it('one that discloses nothing leaves a withholding and no disclosure; one that asks for nothing labelled leaves neither', async () => {
    const nothing = await ask(
      'po-garrick',
      'law-enforcement-investigation',
      idOf('Gabriel'),
      'name protection { status }',
    );
    expect(await stored('entry', nothing.trellis.disclosure)).toEqual([]);
    expect(await stored('withholding', nothing.trellis.disclosure)).toHaveLength(1);
    const open = await ask('po-garrick', 'law-enforcement-investigation', idOf('Gabriel'), 'id');
    expect(await stored('entry', open.trellis.disclosure)).toEqual([]);
    expect(await stored('withholding', open.trellis.disclosure)).toEqual([]);
  });

  it('leaves only when the entry is durable', async () => {
    const order: string[] = [];
    const register = network.data.databases['register']!;
    const { transaction } = register;
    Object.assign(register, {
      transaction: async (run: Parameters<typeof transaction>[0]) => {
        const result = await transaction.call(register, run);
        await new Promise((resolve) => setTimeout(resolve, 300));
        order.push('committed');
        return result;
      },
    });
    await ask('cw-renaud', 'ongoing-protection-service', idOf('Rosalie'), 'name').finally(() => {
      Object.assign(register, { transaction });
    });
    order.push('received');
    expect(order).toEqual(['committed', 'received']);
  });

  it('is listed to whom it may be listed: the family without investigations, an agency’s officer its own', async () => {
    const query = `query($id: NetworkId!) { child(id: $id) { ${listed} } }`;
    const seenBy = async (requester: Parameters<typeof network.tokenOf>[0], purpose: string, given: string) => {
      const { data } = await network.ask({ requester, purpose, query, variables: { id: idOf(given) } });
      return readAt(data, 'child.disclosures.edges.node');
    };
    await ask('cw-osei', 'child-protection-investigation', idOf('Theo'), 'name protection { status }');
    expect((await seenBy(officer('network'), office, 'Theo')).map((each) => oneAt(each, 'purpose'))).toContain(
      'child-protection-investigation',
    );
    expect(await seenBy(family('mother', 'theo'), 'family-access', 'Theo')).toEqual([]);
    const hers = await seenBy(family('mother', 'rosalie'), 'family-access', 'Rosalie');
    expect(hers.map((each) => oneAt(each, 'requester.user'))).toContain('cw-renaud');
    const { data, errors } = await network.ask({
      requester: worker('po-garrick'),
      purpose: 'law-enforcement-investigation',
      query,
      variables: { id: idOf('Rosalie') },
    });
    // A role that may never read it finds it absent.
    expect([oneAt(data, 'child.disclosures') ?? null, errors]).toEqual([null, []]);
    const by = await network.ask({
      requester: officer('child-protection'),
      purpose: office,
      query: '{ disclosures(by: "cw-renaud") { edges { node { child { id } requester { user } } } } }',
    });
    expect(new Set(readAt(by.data, 'disclosures.edges.node.requester.user'))).toEqual(new Set(['cw-renaud']));
    const others = await network.ask({
      requester: officer('police'),
      purpose: office,
      query: '{ disclosures(by: "cw-renaud") { edges { node { id } } } }',
    });
    expect(readAt(others.data, 'disclosures.edges.node')).toEqual([]);
  });
});

describe('what one agency’s field needs of another', () => {
  /** What the ledger had when a request reached the school. */
  let before: readonly Stored[];
  beforeAll(() => {
    network.onRequest = async ({ agency, query, headers }) => {
      if (agency === 'education' && namedIn(query).has('Child.expectedGrade')) {
        before = await stored('entry', String(headers['trellis-disclosure']));
      }
    };
  });
  afterAll(() => {
    network.onRequest = () => undefined;
  });

  it('is on the ledger as told to that agency before that agency is told', async () => {
    before = [];
    network.recorded.length = 0;
    const { data, trellis } = await ask('te-carrow', 'education-support', idOf('Finn'), 'expectedGrade');
    expect(oneAt(data, 'child.expectedGrade')).toBe('6');
    expect(before.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
      { categories: { FULL: [], SUMMARY: ['identity.birth-date'] }, flow: { to: 'education' } },
    ]);
    expect(network.recorded.map(({ agency }) => agency)).toEqual(['identity', 'education']);
    expect(network.recorded[1]?.body).toMatch(/"birthYear":20\d\d/);
    const entries = await entriesOf(idOf('Finn'), trellis.disclosure);
    expect(entries.map((each) => oneAt(each, 'flowedTo'))).toEqual(expect.arrayContaining(['education', null]));
    expect(entries.find((each) => oneAt(each, 'flowedTo') === 'education')).toMatchObject({
      grounds: [{ category: 'identity.birth-date', kind: 'RULE', id: 'school-works-out-the-grade' }],
    });
  });

  it('does not flow where that agency may not have it: the field is asked of nobody, and nothing stands in its place', async () => {
    before = [];
    network.recorded.length = 0;
    // Hugo’s mother may read of school; no school works with Hugo.
    const { data, errors, trellis } = await network.ask({
      requester: family('mother', 'hugo'),
      purpose: 'family-access',
      query: 'query($id: NetworkId!) { child(id: $id) { name expectedGrade } }',
      variables: { id: idOf('Hugo') },
    });
    expect([data, errors]).toEqual([{ child: { name: 'Hugo Montclair', expectedGrade: null } }, []]);
    expect(network.recorded.filter(({ agency }) => agency === 'education')).toEqual([]);
    expect((await entriesOf(idOf('Hugo'), trellis.disclosure)).map((each) => oneAt(each, 'flowedTo'))).toEqual([null]);
  });

  it('does not flow where the ledger is away: 503, and the dependent agency was never asked', async () => {
    const register = network.data.databases['register']!;
    await register.query('alter schema ledger rename to ledger_away', []);
    network.recorded.length = 0;
    const answer = await ask('te-carrow', 'education-support', idOf('Finn'), 'expectedGrade');
    await register.query('alter schema ledger_away rename to ledger', []);
    expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([503, 'LEDGER_UNAVAILABLE']);
    expect(network.recorded.filter(({ agency }) => agency === 'education')).toEqual([]);
  });
});
