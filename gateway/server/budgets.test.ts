import { describe, expect, it } from '@jest/globals';
import { openBudgets, spenderOf } from './budgets.ts';
import type { Budget, Take } from './budgets.ts';

const budgets: Budget[] = [
  { per: 'agency', measure: 'requests', limit: 3, windowMs: 1_000 },
  { per: 'app', measure: 'requests', limit: 2, windowMs: 1_000 },
  { per: 'agency', measure: 'cost', limit: 100, windowMs: 1_000 },
];

function counting(): Take & { used: Map<string, number> } {
  const used = new Map<string, number>();
  return {
    used,
    take(key, { limit, cost }) {
      const now = (used.get(key) ?? 0) + cost;
      if (now > limit) return Promise.resolve(false);
      used.set(key, now);
      return Promise.resolve(true);
    },
  };
}

describe('budgets', () => {
  it('are by agency and by app, by requests and by cost', async () => {
    const spend = openBudgets(budgets, counting(), () => undefined);
    const desk = { agency: 'police', app: 'desk', user: 'u' };
    await spend(desk, 'requests', 1);
    await spend(desk, 'requests', 1);
    await expect(spend(desk, 'requests', 1)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await spend({ agency: 'education', app: 'desk', user: 'u' }, 'requests', 1);
    await spend({ agency: 'education', user: 'u' }, 'requests', 1);
    await spend({ agency: 'education', user: 'u' }, 'cost', 100);
    await expect(spend({ agency: 'education', user: 'u' }, 'cost', 1)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      status: 429,
    });
  });

  it('are also each person’s, so that one who loops uses up nobody else’s', async () => {
    const cache = counting();
    const own: Budget[] = [{ per: 'user', measure: 'requests', limit: 2, windowMs: 1_000 }];
    const spend = openBudgets(own, cache, () => undefined);
    const loops = { agency: 'police', user: 'Amira Tremblay' };
    await spend(loops, 'requests', 1);
    await spend(loops, 'requests', 1);
    await expect(spend(loops, 'requests', 1)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await spend({ agency: 'police', user: 'another' }, 'requests', 1);
    await spend({ agency: 'education', user: 'Amira Tremblay' }, 'requests', 1);
    expect([...cache.used.keys()].join()).not.toContain('Amira');
  });

  it('of a person are no agency system’s, which asks for many', () => {
    const verified = (kind: 'worker' | 'system') => ({
      requester: { agency: 'police', role: kind, user: 'u', kind },
      purposes: [],
      expiresAt: 0,
    });
    expect(spenderOf(verified('worker'))).toEqual({ agency: 'police', user: 'u' });
    expect(spenderOf(verified('system'))).toEqual({ agency: 'police' });
  });

  it('share no key between spenders', async () => {
    const cache = counting();
    const spend = openBudgets(budgets, cache, () => undefined);
    await spend({ agency: 'a', app: 'b', user: 'u' }, 'requests', 1);
    await spend({ agency: 'a', user: 'u' }, 'cost', 1);
    expect([...cache.used.keys()]).toEqual([
      'budget/agency/requests/1000/a',
      'budget/app/requests/1000/a/b',
      'budget/agency/cost/1000/a',
    ]);
  });

  it('that cannot be counted stop nobody, and say so', async () => {
    const faults: unknown[] = [];
    const spend = openBudgets(budgets, { take: () => Promise.reject(new Error('gone')) }, (fault) =>
      faults.push(fault),
    );
    await spend({ agency: 'police', app: 'desk', user: 'u' }, 'requests', 1);
    expect(faults).toHaveLength(2);
  });
});
