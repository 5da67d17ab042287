import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done } from '../network/mutations.ts';
import { nextRequest } from '../network/next-request.ts';
import { family, idOf } from '../network/people.ts';
import { patience, startObservedNetwork, type ObservedNetwork } from '../network/start-observed-network.ts';

let network: ObservedNetwork;
beforeAll(async () => {
  network = await startObservedNetwork();
}, patience);
afterAll(() => network.close());

describe('a mother in danger', () => {
  it('hides the school from the father from the next request on, and still reads it', async () => {
    const child = idOf('Adèle');
    const [mother, father] = [family('mother', 'adele'), family('father', 'adele')];
    const grade = (requester: typeof mother) =>
      nextRequest(network, { requester, purpose: 'family-access' }, child, 'education { grade }', 'education.grade');
    const known = await grade(mother);
    expect(known).toEqual(expect.anything());
    expect(await grade(father)).toEqual(known);
    await done(network, mother, 'hideWhereabouts', { children: [child], reason: 'He must not find us' });
    expect(await grade(father)).not.toEqual(known);
    expect(await grade(mother)).toEqual(known);
  });
});
