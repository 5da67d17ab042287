import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Requester } from '@trellis/vocabulary';
import { family, idOf, officer, worker } from '../network/people.ts';
import { readAt } from '../network/read-at.ts';
import { patience, startObservedNetwork, type ObservedNetwork } from '../network/start-observed-network.ts';

const officers = 'privacy-administration';
const society = officer('child-protection');
const second = officer('child-protection', 'privacy-officer', 2);

describe('orders and legal holds that stand, across children', () => {
  let network: ObservedNetwork;
  const ask = async (requester: Requester, query: string, purpose = officers) => {
    const answer = await network.ask({ requester, purpose, query });
    return { ...answer, codes: answer.errors.map(({ extensions }) => extensions.code) };
  };
  const orders = async (who: Requester, page = '') => {
    const { data, codes } = await ask(who, `{ standingOrders${page} { id reference effect { state } } }`);
    expect(codes).toEqual([]);
    return readAt(data, 'standingOrders.reference');
  };
  const record = async (given: string, reference: string): Promise<string> => {
    const input = `{ child: "${idOf(given)}", decision: REFUSE, recipients: [{ agency: "family", user: "father-named-noor" }], categories: ["education"], from: "2026-01-01T00:00:00Z", court: "Superior Court", reference: "${reference}" }`;
    const { data, codes } = await ask(society, `mutation { recordOrder(input: ${input}) { id } }`);
    expect(codes).toEqual([]);
    return String(readAt(data, 'recordOrder.id')[0]);
  };

  beforeAll(async () => {
    network = await startObservedNetwork({ children: 0 });
  }, patience);
  afterAll(() => network?.close());

  it('are there from the start: an order that was seeded or loaded has no state of its own', async () => {
    expect(await orders(officer('network'))).toEqual(expect.arrayContaining(['FO-21-0417', 'FO-22-0093']));
  });

  it('are the agency’s own to its officers, and every agency’s to the network’s, page by page', async () => {
    const before = (await orders(officer('network'))).length;
    await record('Noor', 'F-1');
    await record('Imani', 'F-2');
    expect([...(await orders(society))].sort()).toEqual(expect.arrayContaining(['F-1', 'F-2']));
    expect(await orders(officer('network'))).toHaveLength(before + 2);
    expect(await orders(officer('education'))).not.toContain('F-1');
    const { data } = await ask(officer('network'), '{ standingOrders(first: 1) { id } }');
    const first = String(readAt(data, 'standingOrders.id')[0]);
    expect(await orders(officer('network'), `(after: "${first}")`)).toHaveLength(before + 1);
  });

  it('leave the list when they end', async () => {
    const id = await record('Theo', 'F-3');
    expect(await orders(society)).toContain('F-3');
    const ended = await ask(second, `mutation { endOrder(id: "${id}", reason: "set aside") { id } }`);
    expect(ended.codes).toEqual([]);
    expect(await orders(society)).toContain('F-3');
    const confirmed = await ask(society, `mutation { confirmOrder(id: "${id}") { id } }`);
    expect(confirmed.codes).toEqual([]);
    expect(await orders(society)).not.toContain('F-3');
  });

  it('holds are listed until they are lifted, and to whom they are shown leaves a trace', async () => {
    const network1 = officer('network');
    const placed = await ask(
      network1,
      `mutation { placeLegalHold(child: "${idOf('Hugo')}", reference: "Inquest 7", reason: "asked by the coroner") { id } }`,
    );
    expect(placed.codes).toEqual([]);
    const holds = async (who: Requester) =>
      readAt((await ask(who, '{ standingHolds { reference } }')).data, 'standingHolds.reference');
    expect(await holds(network1)).toEqual(['Inquest 7']);
    expect(await holds(society)).toEqual([]);
    const { data } = await ask(officer('network', 'auditor'), `{ lookUps(child: "${idOf('Hugo')}") { heading } }`);
    expect(readAt(data, 'lookUps.heading')).toContain('legalHolds');
    const id = String(readAt(placed.data, 'placeLegalHold.id')[0]);
    const lifted = await ask(
      officer('network', 'privacy-officer', 2),
      `mutation { liftLegalHold(id: "${id}", reason: "over") { id } }`,
    );
    expect(lifted.codes).toEqual([]);
    expect(await holds(network1)).toEqual([]);
  });

  it('are refused to a family and to workers', async () => {
    for (const [who, purpose] of [
      [family('mother', 'adele'), 'family-access'],
      [worker('cw-renaud'), 'ongoing-protection-service'],
    ] as const) {
      expect((await ask(who, '{ standingOrders { id } }', purpose)).codes).toEqual(['FORBIDDEN']);
      expect((await ask(who, '{ standingHolds { id } }', purpose)).codes).toEqual(['FORBIDDEN']);
    }
  });
});
