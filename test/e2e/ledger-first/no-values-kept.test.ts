import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { namedChildren, namedChildQuery } from '@trellis/network';
import { call, done } from '../network/mutations.ts';
import { family, idOf, officer, worker } from '../network/people.ts';
import {
  patience,
  startObservedNetwork,
  type Answer,
  type ObservedNetwork,
} from '../network/start-observed-network.ts';

/** Written into records, requests and failures; found in answers to who may read them, and nowhere else. */
const canary = 'Qzx7canary';
const number = '078-05-1120';
const planted: Readonly<Record<string, readonly string[]>> = {
  identity: [
    `update children set given_name = '${canary} ' || given_name, family_name = family_name || ' ${number}'`,
    `update contacts set phone = '${number}', address = '${canary} street'`,
  ],
  'mental-health': [
    `update session_notes set text = '${canary} said ${number}'`,
    `update conditions set display = '${canary}'`,
  ],
  'child-protection': [
    `update referrals set concern = '${canary} ${number}'`,
    `update family_notes set text = '${canary}'`,
  ],
  education: [`update attendance_events set reason = '${canary}'`],
  police: [`update incidents set narrative = '${canary} ${number}', violation_text = '${canary}'`],
};

let network: ObservedNetwork;
const answers: Answer[] = [];
const printed: string[] = [];
const { stdout, stderr } = process;
const write = { stdout: stdout.write.bind(stdout), stderr: stderr.write.bind(stderr) };

beforeAll(async () => {
  for (const stream of [stdout, stderr]) {
    Object.assign(stream, { write: (text: unknown) => printed.push(String(text)) > 0 });
  }
  network = await startObservedNetwork();
  for (const [agency, statements] of Object.entries(planted)) {
    for (const text of statements) await network.data.databases[agency]!.query(text, []);
  }
  await live();
}, patience);
afterAll(async () => {
  Object.assign(stdout, { write: write.stdout });
  Object.assign(stderr, { write: write.stderr });
  await network.close();
});

/** Everything that could make a value slip: answers, withholdings, mutations, bad input, agencies and databases that fail. */
async function live(): Promise<void> {
  const keep = async (asked: Promise<Answer>): Promise<void> => void answers.push(await asked);
  for (const { id, asks } of namedChildren) {
    for (const { requester, purpose } of asks) {
      await keep(network.ask({ requester, purpose, query: namedChildQuery, variables: { id } }));
    }
  }
  const caseworker = { requester: worker('cw-renaud'), purpose: 'ongoing-protection-service' };
  const rosalie = idOf('Rosalie');
  const mother = family('mother', 'rosalie');
  await done(network, mother, 'recordStatement', { child: rosalie, text: `${canary} ${number}` });
  await done(network, worker('iw-singh'), 'openEmergencyAccess', { child: rosalie, reason: `${canary} ${number}` });
  await keep(call(network, mother, 'recordStatement', { child: rosalie, text: canary.repeat(2_000) }));
  await keep(call(network, mother, 'withdrawConsent', { id: canary, reason: number }));
  for (const [query, variables] of [
    [`query ${canary} { ${canary}: child(id: "${rosalie}") { ${canary}name: name } }`, {}],
    [`{ child(id: "${canary}") { name } }`, {}],
    [`{ child(id: "${rosalie}") { ${canary} } }`, {}],
    [`{ child(id: "${rosalie}") { name ${number} } }`, {}],
    ['query($id: NetworkId!) { child(id: $id) { name } }', { id: `${canary} ${number}` }],
    ['query($n: String!, $d: Date!) { findChild(name: $n, birthDate: $d) { id } }', { n: canary, d: number }],
    ['query($n: String!) { childByNumber(number: $n) { id } }', { n: `${canary} ${number}` }],
  ] as const) {
    await keep(network.ask({ ...caseworker, query, variables }));
  }
  for (const condition of ['down', 'failing', 'garbage', 'lying'] as const) {
    for (const proxy of Object.values(network.proxies)) proxy.condition = condition;
    await keep(network.ask({ ...caseworker, query: namedChildQuery, variables: { id: rosalie } }));
  }
  for (const proxy of Object.values(network.proxies)) proxy.condition = 'up';
  const protection = network.data.databases['child-protection']!;
  await protection.query(`alter table referrals alter column concern type int using length(concern)`, []);
  await keep(network.ask({ ...caseworker, query: namedChildQuery, variables: { id: rosalie } }));
  await protection.query('alter table referrals rename to referrals_away', []);
  await keep(network.ask({ ...caseworker, query: namedChildQuery, variables: { id: rosalie } }));
  const register = network.data.databases['register']!;
  await register.query('alter schema ledger rename to ledger_away', []);
  await keep(network.ask({ ...caseworker, query: namedChildQuery, variables: { id: rosalie } }));
  await register.query('alter schema ledger_away rename to ledger', []);
}

const clean = (where: string, text: string): void => {
  const at = Math.max(text.search(/qzx7canary|078-05-1120/i), text.indexOf(Buffer.from(canary).toString('base64')));
  expect([where, at < 0 ? '' : text.slice(Math.max(0, at - 200), at + 100)]).toEqual([where, '']);
};

describe('a value of a record', () => {
  it('is in the answers to who may read it', () => {
    const given = answers.filter(({ text }) => text.includes(canary));
    expect(given.length).toBeGreaterThan(10);
    expect(given.some(({ text }) => text.includes(number))).toBe(true);
  });

  it('is in no log line, nor is who asked or about whom', () => {
    const log = network.logged.join('');
    expect(network.logged.length).toBeGreaterThan(30);
    clean('log', log);
    expect(log).not.toMatch(/cw-renaud|mother-named|te-carrow/);
    for (const { id } of namedChildren) expect(log).not.toContain(id);
  });

  it('is in no metric', async () => {
    const metrics = await (await fetch(`${network.urls.admin}/metrics`)).text();
    expect(metrics).toContain('trellis_requests_total');
    for (const outcome of ['made', 'kept'])
      expect(metrics).toMatch(new RegExp(`trellis_plans_total{outcome="${outcome}"} [1-9]`));
    clean('metrics', metrics);
    expect(metrics).not.toMatch(/cw-renaud|mother-named/);
  });

  it('is in no entry of the ledger, and no child’s id is in a body', async () => {
    const { rows } = await network.data.databases['register']!.query<{ text: string }>(
      'select to_jsonb(entry)::text as text from ledger.entry union all select to_jsonb(withholding)::text from ledger.withholding',
      [],
    );
    expect(rows.length).toBeGreaterThan(20);
    const ledger = rows.map(({ text }) => text).join('\n');
    clean('ledger', ledger);
    for (const { id } of namedChildren) expect(ledger).not.toContain(id);
  });

  it('is in no error, and no error says more than its code allows', () => {
    const errors = answers.flatMap((answer) => answer.errors);
    expect(errors.length).toBeGreaterThan(10);
    const known = new Set(['code', 'reason', 'limit', 'allowed', 'contacts', 'in', 'path', 'expected']);
    for (const { extensions } of errors) expect(Object.keys(extensions).filter((key) => !known.has(key))).toEqual([]);
    // A name that the client wrote and the schema does not have is said back to it; no value is.
    const unknownField = `Cannot query field "${canary}" on type "Child".`;
    expect(errors.filter(({ message }) => message === unknownField)).toHaveLength(1);
    clean('errors', JSON.stringify(errors.filter(({ message }) => message !== unknownField)));
  });

  it('is printed nowhere', () => {
    clean('printed', printed.join(''));
  });

  it('is in no request to an agency that it was not asked of, and in no header', () => {
    clean('headers', JSON.stringify(network.recorded.map(({ headers }) => headers)));
    // What a client writes reaches an agency as variables alone: no alias and no name of an operation.
    clean('queries', network.recorded.map(({ query }) => query).join('\n'));
    expect(officer('network').user).not.toContain(canary);
  });
});
