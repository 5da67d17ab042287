import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dutyContacts, namedChildQuery } from '@trellis/network';
import type { Requester } from '@trellis/vocabulary';
import { idOf, officer, worker } from '../network/people.ts';
import { oneAt } from '../network/read-at.ts';
import type { Condition } from '../network/recording-proxy.ts';
import {
  patience,
  startObservedNetwork,
  type Answer,
  type ObservedNetwork,
} from '../network/start-observed-network.ts';

const theo = idOf('Theo');
const caseworker = { requester: worker('cw-osei'), purpose: 'child-protection-investigation' };
const teacher = { requester: worker('te-carrow'), purpose: 'education-support' };
const conditions: readonly Condition[] = ['down', 'hung', 'failing', 'garbage', 'redirecting', 'lying'];

interface Reachable {
  readonly agency: string;
  readonly answeredAt: string | null;
  readonly failedAt: string | null;
  readonly failure: string | null;
}

let network: ObservedNetwork;
beforeAll(async () => {
  network = await startObservedNetwork();
}, patience);
afterAll(() => network.close());

const ask = (asking: typeof caseworker): Promise<Answer> =>
  network.ask({ ...asking, query: namedChildQuery, variables: { id: theo } });
/** A header without the trace that is made from the answer's id. */
const withoutId = (value: string, disclosure: string): string => {
  const trace = disclosure.replaceAll('-', '');
  return value.replace(`${trace}-${trace.slice(16)}`, 'id');
};
/** All that a client receives, but for the id, in any form, and the date that no two answers share. */
const received = ({ status, headers, text, trellis }: Answer): unknown => [
  status,
  [...headers].filter(([name]) => name !== 'date').map(([name, value]) => [name, withoutId(value, trellis.disclosure)]),
  text.replace(trellis.disclosure, 'id'),
];

describe.each(conditions)('an agency that is %s', (condition) => {
  it('costs its own fields alone, and its words do not pass', async () => {
    const healthy = await ask(caseworker);
    expect(healthy.errors).toEqual([]);
    expect(oneAt(healthy.data, 'child.mentalHealth.safetyPlan.copingSteps')).toEqual(expect.any(String));
    const { 'mental-health': clinic } = network.proxies;
    if (clinic === undefined) throw new Error('the clinic has no proxy');
    clinic.condition = condition;
    const answer = await ask(caseworker);
    clinic.condition = 'up';
    expect(answer.status).toBe(200);
    expect(answer.data?.['child']).toEqual({
      ...(healthy.data?.['child'] as object),
      inMentalHealthService: null,
      mentalHealth: null,
    });
    const contacts = dutyContacts.filter(({ agency }) => agency === 'mental-health');
    expect(contacts).toHaveLength(1);
    expect(answer.errors.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['child', 'inMentalHealthService'], { code: 'AGENCY_UNAVAILABLE', contacts }],
      [['child', 'mentalHealth'], { code: 'AGENCY_UNAVAILABLE', contacts }],
    ]);
    expect(answer.text).not.toMatch(/10\.0\.0\.7|role admin|mental-health service|127\.0\.0\.1|aaaaaaaa/);
    expect(answer.trellis.withheld).toEqual(healthy.trellis.withheld);
    expect((await ask(caseworker)).errors).toEqual([]);
  });

  it('looks the same as one that is up, to whoever may not see it', async () => {
    const up = await ask(teacher);
    const { 'mental-health': clinic } = network.proxies;
    if (clinic === undefined) throw new Error('the clinic has no proxy');
    clinic.condition = condition;
    const ill = await ask(teacher);
    clinic.condition = 'up';
    expect(up.errors).toEqual([]);
    expect(oneAt(up.data, 'child.education.grade')).toEqual(expect.any(String));
    expect(received(ill)).toEqual(received(up));
  });
});

describe('officers', () => {
  it("see that an agency fails and why: the network's of all, an agency's of their own", async () => {
    const { 'mental-health': clinic } = network.proxies;
    if (clinic === undefined) throw new Error('the clinic has no proxy');
    clinic.condition = 'down';
    await ask(caseworker);
    clinic.condition = 'up';
    const purpose = 'privacy-administration';
    const query = '{ reachability { agency answeredAt failedAt failure } }';
    const seenBy = async (requester: Requester): Promise<readonly Reachable[]> => {
      const { data, errors } = await network.ask({ requester, purpose, query });
      expect(errors).toEqual([]);
      return data?.['reachability'] as readonly Reachable[];
    };
    let clinics: Reachable | undefined;
    // A gateway notes what it met after some seconds.
    while (clinics?.failedAt == null) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      clinics = (await seenBy(officer('network'))).find(({ agency }) => agency === 'mental-health');
    }
    expect(clinics.failure).toEqual(expect.stringMatching(/^[A-Z_]+$/));
    expect(await seenBy(officer('mental-health'))).toEqual([clinics]);
    expect((await seenBy(officer('education'))).map(({ agency }) => agency)).toEqual(['education']);
    const { errors } = await network.ask({ ...teacher, query });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});

describe('what a request rests on', () => {
  const nothing = (answer: Answer, code: string): void => {
    expect([answer.status, answer.errors.map(({ extensions }) => extensions)]).toEqual([
      503,
      [{ code, contacts: dutyContacts }],
    ]);
    expect(answer.data ?? null).toBeNull();
    expect(answer.text).not.toMatch(/Larkham|Theo|OPEN|relation|schema|select/i);
    expect(answer.headers.get('retry-after')).toBe('1');
  };
  const ready = async (): Promise<number> => (await fetch(`${network.urls.admin}/health/ready`)).status;
  const statement = (text: string) => network.data.databases['register']?.query(text, []);

  it('the register away: 503 with whom to call, and no agency is asked', async () => {
    expect(await ready()).toBe(200);
    await statement('alter schema register rename to register_away');
    network.recorded.length = 0;
    nothing(await ask(caseworker), 'REGISTER_UNAVAILABLE');
    expect(network.recorded).toEqual([]);
    expect(await ready()).toBe(503);
    await statement('alter schema register_away rename to register');
    expect((await ask(caseworker)).status).toBe(200);
    expect(await ready()).toBe(200);
  });

  it('the ledger away: 503 with whom to call, and nothing that agencies answered passes', async () => {
    await statement('alter schema ledger rename to ledger_away');
    network.recorded.length = 0;
    nothing(await ask(caseworker), 'LEDGER_UNAVAILABLE');
    expect(network.recorded.length).toBeGreaterThan(3);
    expect(await ready()).toBe(503);
    await statement('alter schema ledger_away rename to ledger');
    expect((await ask(caseworker)).status).toBe(200);
  });

  it('a database that does not answer: 503 with whom to call, in time', async () => {
    const register = network.data.databases['register'];
    let letGo = (): void => undefined;
    const stuck = new Promise<void>((resolve) => (letGo = resolve));
    let begun = (): void => undefined;
    const holds = new Promise<void>((resolve) => (begun = resolve));
    const held = register?.transaction(async () => {
      begun();
      await stuck;
    });
    await holds;
    network.deadlines.registerMs = 500;
    try {
      nothing(await ask(caseworker), 'REGISTER_UNAVAILABLE');
    } finally {
      network.deadlines.registerMs = patience;
      letGo();
      await held;
    }
    expect((await ask(caseworker)).status).toBe(200);
  });

  it('the database stopped: 503 with whom to call, for this and for every request after', async () => {
    await network.data.close();
    nothing(await ask(caseworker), 'REGISTER_UNAVAILABLE');
    nothing(await ask(teacher), 'REGISTER_UNAVAILABLE');
    expect(await ready()).toBe(503);
    expect((await fetch(`${network.urls.admin}/health/live`)).status).toBe(200);
  });

  it('and of all this the log tells codes, not people', () => {
    const log = network.logged.join('');
    expect(log).toContain('REGISTER_UNAVAILABLE');
    expect(log).toContain('LEDGER_UNAVAILABLE');
    expect(log).not.toMatch(/Larkham|Theo|cw-osei|te-carrow/);
    expect(log).not.toContain(theo);
  });
});
