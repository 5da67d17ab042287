import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { childFileShape, faultsOfChildFile } from '@trellis/ledger';
import type { Requester } from '@trellis/vocabulary';
import { idOf, officer, worker } from '../network/people.ts';
import { oneAt, readAt } from '../network/read-at.ts';
import {
  patience,
  startObservedNetwork,
  type Answer,
  type ObservedNetwork,
} from '../network/start-observed-network.ts';

let network: ObservedNetwork;
const child = idOf('Adèle');
const office = 'privacy-administration';
const ask = (requester: Requester, purpose: string, query: string, variables: object = {}): Promise<Answer> =>
  network.ask({ requester, purpose, query, variables: { ...variables } });

describe('reading of register and ledger', () => {
  beforeAll(async () => {
    network = await startObservedNetwork();
  }, patience);
  afterAll(() => network.close());

  it('shows a supervisor the caseload of her agency’s workers, and a worker only her own', async () => {
    const supervisor: Requester = { ...worker('cw-renaud'), role: 'supervisor', user: 'sv-society' };
    const query =
      '{ teamCaseload(first: 500) { child { id } assigned } teamRequests { id } teamEmergencyAccesses { id } }';
    const { data, errors } = await ask(supervisor, 'ongoing-protection-service', query);
    expect(errors).toEqual([]);
    expect(readAt(data, 'teamCaseload.child.id')).toContain(child);
    const refused = await ask(worker('cw-renaud'), 'ongoing-protection-service', query);
    expect(refused.errors.map(({ extensions }) => extensions.code)).toContain('FORBIDDEN');
    const own = await ask(
      worker('cw-renaud'),
      'ongoing-protection-service',
      '{ ownRequests { id } ownEmergencyAccesses { id reason } }',
    );
    expect(own.errors).toEqual([]);
  });

  it('explains to an agency’s officer as if another agency had nothing to do with the child', async () => {
    const query = `query($child: NetworkId!) { explain(child: $child, requester: { agency: "child-protection", role: "caseworker", user: "cw-renaud" },
      purpose: "ongoing-protection-service") { categories { category level routes } } }`;
    const known = await ask(officer('education'), office, query, { child });
    expect(known.errors).toEqual([]);
    const open = readAt(known.data, 'explain.categories').filter((each) => oneAt(each, 'level') !== null);
    expect(open).toEqual([]);
    const network = await ask(officer('network'), office, query, { child });
    expect(readAt(network.data, 'explain.categories').some((each) => oneAt(each, 'level') !== null)).toBe(true);
  });

  it('gives the words and rules of the network, and who could see what', async () => {
    const query = `query {
      vocabulary { categories { code sentence } authorityKinds { kind title } }
      rules { rules { id sentence basis citation } }
    }`;
    const words = await ask(officer('network'), office, query);
    expect(words.errors).toEqual([]);
    expect(readAt(words.data, 'rules.rules.id')).toContain('reporter-never');
    const seers = `query($child: NetworkId!) {
      whoCanSee(child: $child, category: "education.enrolment") { requester { agency } purpose level grounds { kind id } }
      whatCanSee(child: $child, requester: { agency: "education", role: "teacher", user: "te-delorme" }, purpose: "education-support") { category level }
    }`;
    const { data, errors } = await ask(officer('network'), office, seers, { child });
    expect(errors).toEqual([]);
    expect(readAt(data, 'whoCanSee.requester.agency')).toContain('education');
    expect(readAt(data, 'whatCanSee').length).toBeGreaterThan(0);
  });

  it('gives a court a file whose proofs name the child, and that is checked without the network', async () => {
    await ask(
      worker('te-delorme'),
      'education-support',
      '{ child(id: "' + child + '") { education { grade } inMentalHealthService } }',
    );
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    await network.data.ledger.checkpoint({ id: 'key-1', privateKey });
    const { data, errors } = await ask(
      officer('network'),
      office,
      `query($child: NetworkId!) { childFile(child: $child, from: "2000-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z", first: 100) {
        child names { child salt } ruleSets { number yaml }
        entries { disclosure { id proof } grounds { kind id sentence record acts { act by { user } } } } } }`,
      { child },
    );
    expect(errors).toEqual([]);
    const entries = readAt(data, 'childFile.entries').map((entry) => ({
      id: oneAt(entry, 'disclosure.id'),
      proof: JSON.parse(String(oneAt(entry, 'disclosure.proof'))) as unknown,
    }));
    expect(entries.length).toBeGreaterThan(0);
    const file = childFileShape.parse({ ...(oneAt(data, 'childFile') as object), entries });
    const keys = new Map([['key-1', publicKey]]);
    expect(faultsOfChildFile(file, keys)).toEqual([]);
    const kinds = readAt(data, 'childFile.entries.grounds.kind');
    expect(kinds).toContain('CONSENT');
    // Another child's name does not fit, nor a rule set without its words.
    const other = { ...file, names: file.names.map((name) => ({ ...name, child: idOf('Theo') })), ruleSets: [] };
    expect(faultsOfChildFile(other, keys).length).toBe(2 * entries.length);
    const refused = await ask(
      officer('education'),
      office,
      `{ childFile(child: "${child}", from: "2000-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z") { child } }`,
    );
    expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});
