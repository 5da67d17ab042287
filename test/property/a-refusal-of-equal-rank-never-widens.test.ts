import { describe, expect, test } from '@jest/globals';
import { decideIn, inEveryWorld, permitsNoMore } from './every-world.ts';
import { generateConsent } from './generate-consent.ts';

describe('a refusal of equal rank never widens', () => {
  test('one refusal more, by anyone, in any state, with any exceptions, permits nothing more', () => {
    let narrowed = 0;
    inEveryWorld(21, 6000, (world, choose) => {
      const refusal = { ...generateConsent(choose, world.vocabulary, 'new'), decision: 'REFUSE' as const };
      const before = decideIn(world);
      const after = decideIn(world, { facts: { consents: [...world.facts.consents, refusal] } });
      expect(permitsNoMore(after, before)).toBe(true);
      if (!permitsNoMore(before, after)) narrowed += 1;
    });
    expect(narrowed).toBeGreaterThan(60);
  });

  test('one forbidding order more permits nothing more', () => {
    inEveryWorld(22, 3000, (world, choose) => {
      const { recipients, categories, from, to } = generateConsent(choose, world.vocabulary, 'x');
      const order = { id: 'new', decision: 'REFUSE' as const, recipients, categories, purposes: null, from, to };
      const orders = [...world.facts.orders, { ...order, court: 'x', reference: 'x', confirmed: true }];
      expect(permitsNoMore(decideIn(world, { facts: { orders } }), decideIn(world))).toBe(true);
    });
  });
});
