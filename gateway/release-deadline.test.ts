import { describe, expect, it } from '@jest/globals';
import type { DisclosureEntry } from '@trellis/ledger';
import type { Database, Queryable } from '@trellis/platform';
import { openReleaser } from './release.ts';

const entry = (disclosure: string): DisclosureEntry => ({
  disclosure,
  requester: { agency: 'police', role: 'officer', user: 'u', kind: 'worker' },
  purpose: 'emergency',
  child: 'c',
  ruleSet: 1,
  operation: 'o',
  categories: { FULL: [], SUMMARY: [] },
  grounds: [],
  obligations: [],
});
const release = (disclosure: string) => ({
  decided: { versions: new Map(), network: 1, ruleSet: 1, now: 0 },
  now: 0,
  disclosures: [entry(disclosure)],
  withholdings: [],
});

/** A database whose transactions wait until they are let go. */
function stuckDatabase() {
  let letGo = (): void => undefined;
  const stuck = new Promise<void>((resolve) => (letGo = resolve));
  const appended: string[] = [];
  const tx: Queryable = { query: () => Promise.reject(new Error('not asked')) };
  const database: Database = {
    schema: 'register',
    query: tx.query,
    close: () => Promise.resolve(),
    async transaction(run) {
      await stuck;
      return run(tx);
    },
  };
  const ledger = {
    append: (_tx: Queryable, _now: number, entries: readonly DisclosureEntry[]) => {
      appended.push(...entries.map(({ disclosure }) => disclosure));
      return Promise.resolve();
    },
  };
  const register = {
    stillCurrent: (_tx: Queryable, decided: readonly unknown[]) => Promise.resolve(decided.map(() => true)),
  };
  return { letGo: () => letGo(), appended, releaser: openReleaser(database, register, ledger, { releaseMs: 50 }) };
}

describe('a ledger that does not answer', () => {
  it('is one that is away, in time', async () => {
    const { releaser, letGo } = stuckDatabase();
    await expect(releaser(release('one'))).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    letGo();
  });

  it('does not write down later what nobody waits for, and is used again once it answers', async () => {
    const { releaser, letGo, appended } = stuckDatabase();
    const late = ['first', 'second'].map((each) =>
      expect(releaser(release(each))).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' }),
    );
    await Promise.all(late);
    letGo();
    expect(await releaser(release('third'))).toBe(true);
    expect(appended).toEqual(['third']);
  });
});
