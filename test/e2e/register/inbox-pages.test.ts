import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Requester } from '@trellis/vocabulary';
import { idOf, officer, worker } from '../network/people.ts';
import { readAt } from '../network/read-at.ts';
import { patience, startObservedNetwork, type ObservedNetwork } from '../network/start-observed-network.ts';

const officers = 'privacy-administration';

describe('an inbox that is worked through a page at a time', () => {
  let network: ObservedNetwork;
  beforeAll(async () => {
    network = await startObservedNetwork({ children: 0 });
  }, patience);
  afterAll(() => network?.close());

  const ask = async (requester: Requester, purpose: string, query: string) => {
    const { data, errors } = await network.ask({ requester, purpose, query });
    expect(errors).toEqual([]);
    return data;
  };
  /** All that an inbox lists, one by one, each dealt with before the next is asked for. */
  const workThrough = async (inbox: (page: string) => Promise<readonly unknown[]>, deal: (id: string) => unknown) => {
    const seen: string[] = [];
    for (let page = '(first: 1)'; seen.length < 20; page = `(first: 1, after: "${seen.at(-1) ?? ''}")`) {
      const [next] = await inbox(page);
      if (next === undefined) return seen;
      seen.push(String(next));
      await deal(String(next));
    }
    return seen;
  };

  /** The kinds of the first notices that the stream tells an officer. */
  const toldOf = async (requester: Requester, count: number): Promise<readonly string[]> => {
    const controller = new AbortController();
    const { body } = await fetch(`${network.urls.gateway}/stream`, {
      headers: { authorization: `Bearer ${await network.tokenOf(requester)}`, 'purpose-of-use': officers },
      signal: controller.signal,
    });
    let text = '';
    for await (const chunk of (body ?? new ReadableStream<Uint8Array>()).pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const kinds = [...text.matchAll(/"kind":"([A-Z_]+)"/g)].map(([, kind = '']) => kind);
      if (kinds.length < count) continue;
      controller.abort();
      return kinds;
    }
    return [];
  };

  it('of requests shows every one that waits, though those before it were declined', async () => {
    const police = worker('po-quillan');
    const approver = officer('child-protection', 'approver');
    const purpose = 'law-enforcement-investigation';
    const waiting = async (page: string) => {
      const query = `{ approvals${page.replace('(', '(state: PENDING, ')} { id } }`;
      return readAt(await ask(approver, officers, query), 'approvals.id');
    };
    for (const name of ['Noor', 'Hugo', 'Maya', 'Theo']) {
      const input = `{ child: "${idOf(name)}", custodian: "child-protection", categories: ["child-protection.risk"], purpose: "${purpose}", rationale: "r" }`;
      await ask(police, purpose, `mutation { requestDisclosure(input: ${input}) { id } }`);
    }
    const all = await waiting('(first: 50)');
    expect(all.length).toBeGreaterThanOrEqual(4);
    expect(await toldOf(approver, 4)).toEqual(Array.from({ length: 4 }, () => 'DISCLOSURE_REQUESTED'));
    const decline = (id: string) =>
      ask(approver, officers, `mutation { declineDisclosure(id: "${id}", reason: "r") { id } }`);
    expect(await workThrough(waiting, decline)).toEqual(all);
    expect(await waiting('(first: 50)')).toEqual([]);
    expect(await waiting('(first: 50, after: "nobody")')).toEqual([]);
  });

  it('of what was approved shows every one that stands, though those before it were withdrawn', async () => {
    const police = worker('po-quillan');
    const approver = officer('child-protection', 'approver');
    const purpose = 'law-enforcement-investigation';
    const until = new Date(Date.parse('2026-11-22T23:00:00Z')).toISOString();
    const standing = async (page: string) => {
      const query = `{ approvals${page.replace('(', '(state: APPROVED, ')} { id } }`;
      return readAt(await ask(approver, officers, query), 'approvals.id');
    };
    for (const name of ['Rosalie', 'Finn', 'Imani']) {
      const input = `{ child: "${idOf(name)}", custodian: "child-protection", categories: ["child-protection.risk"], purpose: "${purpose}", rationale: "r" }`;
      const asked = await ask(police, purpose, `mutation { requestDisclosure(input: ${input}) { id } }`);
      const id = String(readAt(asked, 'requestDisclosure.id')[0]);
      const approve = `mutation { approveDisclosure(id: "${id}", until: "${until}", rationale: "r") { id } }`;
      await ask(approver, officers, approve);
    }
    const all = await standing('(first: 50)');
    expect(all.length).toBeGreaterThanOrEqual(3);
    const withdraw = (id: string) =>
      ask(approver, officers, `mutation { withdrawApproval(id: "${id}", reason: "r") { id } }`);
    expect(await workThrough(standing, withdraw)).toEqual(all);
    expect(await standing('(first: 50)')).toEqual([]);
  });

  it('of emergency accesses shows every one to review, though those before it were reviewed', async () => {
    const reviewer = officer('mental-health');
    const toReview = async (page: string) => {
      const query = `{ emergencyAccesses${page.replace('(', '(reviewed: false, ')} { id } }`;
      return readAt(await ask(reviewer, officers, query), 'emergencyAccesses.id');
    };
    for (const [user, name] of [
      ['cl-haddad', 'Noor'],
      ['cl-beaulieu', 'Hugo'],
      ['cl-whitebirch', 'Maya'],
    ] as const) {
      const query = `mutation { openEmergencyAccess(child: "${idOf(name)}", reason: "r") { id } }`;
      await ask(worker(user), 'emergency', query);
    }
    const all = await toReview('(first: 50)');
    expect(all.length).toBeGreaterThanOrEqual(3);
    const review = (id: string) =>
      ask(reviewer, officers, `mutation { reviewEmergencyAccess(id: "${id}", finding: "f", justified: true) { id } }`);
    expect(await workThrough(toReview, review)).toEqual(all);
  });
});
