import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { namedChildQuery } from '@trellis/network';
import { saveRecords } from '@trellis/subgraph-identity';
import { recordId } from '@trellis/subgraph-kit';
import { countStatements } from '../network/count-statements.ts';
import { idOf, worker } from '../network/people.ts';
import { oneAt } from '../network/read-at.ts';
import {
  patience,
  startObservedNetwork,
  type Answer,
  type ObservedNetwork,
  type Question,
} from '../network/start-observed-network.ts';

const nobody = 'zzzzzzzzzzzzzzzzzzzzzzzzzz';
const teacher = { requester: worker('te-carrow'), purpose: 'education-support' };
const stranger = { requester: worker('po-garrick'), purpose: 'law-enforcement-investigation' };
/** Nothing here may be seen by a teacher: whether a child has any of it must not be seen either. */
const hidden = `query($id: NetworkId!) {
  child(id: $id) {
    id
    inProtection
    protection { status placements(first: 1) { from } referrals { concern reporter { kind } } }
    inMentalHealthService
    mentalHealth { inService conditions { display } scores(instrument: PHQ_9) { total } }
    knownToPolice
    incidents(where: { clearance: OPEN }) { violation narrative }
  }
}`;

/** What of a request can be seen, and what of it could be timed. */
interface Seen {
  readonly answer: unknown;
  readonly requests: readonly unknown[];
  readonly statements: Readonly<Record<string, number>>;
}

/** All that a client receives, with what no two answers share by nature made the same. */
function received({ status, headers, text, trellis }: Answer, child: string): unknown {
  const body = text.replaceAll(trellis.disclosure, 'disclosure').replaceAll(child, 'child');
  // The trace is made of the disclosure's random id.
  const kept = [...headers].filter(([name]) => name !== 'date' && name !== 'traceparent');
  return { status, headers: kept, body };
}

let network: ObservedNetwork;
let statements: ReturnType<typeof countStatements>;
let firstWorld: readonly unknown[];
beforeAll(async () => {
  network = await startObservedNetwork();
  // Before anything else is asked of it: ids are given in a row.
  firstWorld = await allThatLeaves(network);
  statements = countStatements(network.data.databases);
}, patience);
afterAll(() => network.close());

const questions: readonly Question[] = [
  { ...teacher, query: namedChildQuery, variables: { id: idOf('Finn') } },
  { ...teacher, query: hidden, variables: { id: idOf('Finn') } },
  { ...teacher, query: hidden, variables: { id: idOf('Theo') } },
  { ...stranger, query: namedChildQuery, variables: { id: idOf('Gabriel') } },
  {
    ...teacher,
    query: `query($ids: [NetworkId!]!) { children(ids: $ids) {
      id name expectedGrade education { grade discipline { behaviour } } protection { riskLevel }
    } }`,
    variables: { ids: [idOf('Finn'), idOf('Theo'), idOf('Willa')] },
  },
];

/** Status, headers and bodies to the client, and the requests to the agencies, whole but for what falls as it may: a nonce, a port, the hour. */
async function allThatLeaves({ ask, recorded }: ObservedNetwork): Promise<readonly unknown[]> {
  const left: unknown[] = [];
  for (const question of questions) {
    recorded.length = 0;
    const { status, headers, text } = await ask(question);
    const requests = recorded.map(({ agency, body, headers: sent }) => {
      const input = String(sent['signature-input']).replace(/nonce="[^"]*"/, '');
      return JSON.stringify([agency, body, { ...sent, host: '', signature: '', 'signature-input': input }]);
    });
    left.push([status, [...headers].filter(([name]) => name !== 'date'), text, requests.sort()]);
  }
  return left;
}

describe('one network', () => {
  async function see(
    asking: Omit<Question, 'query'>,
    child: string,
    query: string,
    { first = false } = {},
  ): Promise<Seen> {
    const question = { ...asking, query, variables: { id: child, ...asking.variables } };
    // Once before, so that what is kept for everybody (plans, prepared statements) is there.
    if (!first) await network.ask(question);
    network.recorded.length = 0;
    statements.take();
    const answer = await network.ask(question);
    return {
      answer: received(answer, child),
      requests: network.recorded.map(({ agency, body }) => [agency, body.replaceAll(child, 'child')]),
      statements: statements.take(),
    };
  }

  it('what is withheld looks the same whether it is there, is not, or belongs to no child at all', async () => {
    // Of Gabriel three agencies have records, of Hugo one has; the third id is nobody's.
    const present = await see(stranger, idOf('Gabriel'), namedChildQuery);
    expect(present.requests).toEqual([]);
    expect(JSON.stringify(present.answer)).toContain('Child.mentalHealth');
    expect(await see(stranger, idOf('Hugo'), namedChildQuery)).toEqual(present);
    expect(await see(stranger, nobody, namedChildQuery)).toEqual(present);
    // The first question about a child costs what the first one about nobody's id costs.
    const first = await see(stranger, idOf('Rosalie'), namedChildQuery, { first: true });
    expect(await see(stranger, 'y'.repeat(26), namedChildQuery, { first: true })).toEqual(first);
  });

  it('to a teacher of both, a child with a file, refusals and orders looks like one without', async () => {
    const finn = await see(teacher, idOf('Finn'), hidden);
    expect(finn.requests).toEqual([]);
    expect(await see(teacher, idOf('Theo'), hidden)).toEqual(finn);
  });

  it('a number of another agency’s is a number of nobody’s', async () => {
    const query = 'query($number: String!) { childByNumber(number: $number) { id name } }';
    const { rows } = await network.data.databases['identity']!.query<{ number: string }>(
      `select number from numbers where agency = 'police' limit 1`,
      [],
    );
    const theirs = String(rows[0]?.number);
    const ask = async (number: string) => {
      const seen = await see({ ...teacher, variables: { number } }, nobody, query);
      return JSON.parse(JSON.stringify(seen).replaceAll(number, 'number')) as unknown;
    };
    const none = await ask('no-such-number');
    expect(none).toMatchObject({ answer: { body: expect.stringContaining('"childByNumber":null') as unknown } });
    expect(await ask(theirs)).toEqual(none);
  });

  it('finding by name and birth date finds nobody for who may have neither', async () => {
    const { rows } = await network.data.databases['register']!.query<{ born: string }>(
      `select body->>'birthDate' as born from register.record where kind = 'child' and about = $1`,
      [idOf('Gabriel')],
    );
    const query =
      'query($name: String!, $born: Date!) { findChild(name: $name, birthDate: $born) { id name birthYear } }';
    const ask = (name: string, born: string) => see({ ...teacher, variables: { name, born } }, nobody, query);
    const found = await ask('Gabriel Cedarpoint', String(rows[0]?.born));
    const wrong = await ask('Gabriel Cedarpoint', '2013-03-03');
    expect(found.answer).toEqual(wrong.answer);
    expect(found.requests.length).toBe(wrong.requests.length);
    expect(JSON.stringify(found.answer)).not.toContain(idOf('Gabriel'));
    // Who may have both does find: it is not for want of a match.
    const intake = { requester: worker('iw-moreau'), purpose: 'child-protection-investigation' };
    const variables = { name: 'Gabriel Cedarpoint', born: String(rows[0]?.born) };
    const { data } = await network.ask({ ...intake, query, variables });
    expect(oneAt(data, 'findChild.id')).toBe(idOf('Gabriel'));
  });

  it('a namesake who may not be seen changes nothing, and the ledger knows who was looked for', async () => {
    const { identity, register } = network.data.databases;
    const query = `query($name: String!, $born: Date!) {
      findChild(name: $name, birthDate: $born) { id name }
      findChildren(name: $name, birthDate: $born) { id birthDate }
    }`;
    const clinician = { requester: worker('cl-beaulieu'), purpose: 'treatment' };
    const look = async (name: string, born: string) => {
      const seen = await see({ ...clinician, variables: { name, born } }, nobody, query);
      return JSON.parse(JSON.stringify(seen).replaceAll(name, 'name')) as Seen;
    };
    const hide = async (name: string, given: string, familyName: string, birthDate: string) => {
      const id = recordId('test', name);
      const child = { id, source: 'test', sourceId: name, givenName: given, familyName, birthDate };
      await saveRecords(identity!, { children: [child] });
      return id;
    };
    const entered = async () => {
      const { rows } = await register!.query<{ child: string; categories: string }>(
        `select child, body::json->>'categories' as categories from ledger.withholding join ledger.salt using (child_hash)`,
        [],
      );
      return rows.map(({ child, categories }) => `${child} ${categories}`);
    };
    const reads = '["identity.birth-date","identity.name"]';
    const none = await look('Nora Nowhere', '2013-03-03');
    expect(JSON.stringify(none.answer)).toContain('"findChild\\":null,\\"findChildren\\":[]');
    expect((await entered()).at(-1)).toBe(`${'a'.repeat(26)} []`);
    const { questions } = await network.data.ledger.questions({ from: 0, most: 100 });
    expect(questions.filter(({ child }) => child === 'a'.repeat(26))).toEqual([]);
    const nora = await hide('nora', 'Nora', 'Nowhere', '2013-03-03');
    expect(await look('Nora Nowhere', '2013-03-03')).toEqual(none);
    expect(await entered()).toContain(`${nora} ${reads}`);

    const { rows } = await identity!.query<{ born: string }>(
      'select birth_date::text as born from children where id = $1',
      [idOf('Hugo')],
    );
    const born = String(rows[0]?.born);
    const hugo = await look('Hugo Montclair', born);
    expect(JSON.stringify(hugo.answer)).toContain(idOf('Hugo'));
    await hide('hugo', 'Hugo', 'Montclair', born);
    expect(await look('Hugo Montclair', born)).toEqual(hugo);
  });

  it('a list leaves no gap where a record is withheld, and nothing tells how many there were', async () => {
    const list = 'query($ids: [NetworkId!]!) { children(ids: $ids) { id incidents(first: 5) { id violation } } }';
    const officer = { requester: worker('po-quillan'), purpose: 'law-enforcement-investigation' };
    const ids = [idOf('Noor'), idOf('Gabriel'), nobody];
    const { data, trellis } = await network.ask({ ...officer, query: list, variables: { ids } });
    expect(oneAt(data, 'children')).toMatchObject({ incidents: [{ violation: expect.any(String) as unknown }] });
    const rest = trellis.withheld.map(({ child, coordinate, routes }) => ({ child, coordinate, routes }));
    expect(rest).toEqual(
      [idOf('Gabriel'), nobody].map((child) => ({ child, coordinate: 'Child.incidents', routes: [] })),
    );
  });
});

it(
  'two networks that differ in nothing this requester may see differ in not one byte of status, headers, bodies and requests',
  async () => {
    const other = await startObservedNetwork();
    try {
      for (const [agency, tables] of Object.entries({
        'mental-health': 'services, conditions, risk_assessments, scores, safety_plans, session_notes',
        'child-protection': 'files, siblings',
        police: 'incidents',
      })) {
        await other.data.databases[agency]?.query(`truncate ${tables} cascade`, []);
      }
      expect(JSON.stringify(firstWorld)).toContain('Finn Penhale');
      expect(await allThatLeaves(other)).toEqual(firstWorld);
    } finally {
      await other.close();
    }
  },
  patience,
);
