import { describe, expect, test } from '@jest/globals';
import type { DisclosureEntry } from '@trellis/ledger';
import type { Database, Queryable } from '@trellis/platform';
import type { DecidedOn } from '@trellis/register';
import { openReleaser } from './release.ts';
import type { Release } from './release.ts';

const tx: Queryable = { query: () => Promise.resolve({ rows: [], rowCount: 0 }) };

/** A database whose transactions are told apart, and can be made to fail as they commit. */
function setUp({ moved = [] as number[], commit = () => Promise.resolve() } = {}) {
  const events: string[] = [];
  const database: Pick<Database, 'transaction'> = {
    transaction: async (run) => {
      events.push('begin');
      const result = await run(tx);
      await commit();
      events.push('commit');
      return result;
    },
  };
  const register = {
    stillCurrent: (_: Queryable, decided: readonly DecidedOn[]) => {
      events.push(`compare ${decided.map(({ network }) => network).join()}`);
      return Promise.resolve(decided.map(({ network }) => !moved.includes(network)));
    },
  };
  const ledger = {
    append: (_: Queryable, now: number, disclosures: readonly DisclosureEntry[]) => {
      events.push(`append ${disclosures.map(({ disclosure }) => disclosure).join()} at ${now}`);
      return Promise.resolve();
    },
  };
  return { events, release: openReleaser(database as Database, register, ledger as never) };
}

function asked(network: number, now = 0): Release {
  const entry = { disclosure: `d${network}` } as DisclosureEntry;
  return { decided: { versions: new Map(), network, ruleSet: 1, now }, now, disclosures: [entry], withholdings: [] };
}

describe('The releasing transaction', () => {
  test('compares, appends and commits before it resolves', async () => {
    const { events, release } = setUp();
    await release(asked(1, 7)).then((released) => events.push(`released ${released}`));
    expect(events).toEqual(['begin', 'compare 1', 'append d1 at 7', 'commit', 'released true']);
  });

  test('those that arrive together travel together, at the latest of their instants', async () => {
    const { events, release } = setUp();
    expect(await Promise.all([release(asked(1, 5)), release(asked(2, 9)), release(asked(3, 7))])).toEqual([
      true,
      true,
      true,
    ]);
    expect(events).toEqual(['begin', 'compare 1,2,3', 'append d1,d2,d3 at 9', 'commit']);
  });

  test('one that moved is not appended and does not hold up the others', async () => {
    const { events, release } = setUp({ moved: [2] });
    expect(await Promise.all([release(asked(1)), release(asked(2)), release(asked(3))])).toEqual([true, false, true]);
    expect(events).toContain('append d1,d3 at 0');
  });

  test('where all moved nothing is appended', async () => {
    const { events, release } = setUp({ moved: [1, 2] });
    expect(await Promise.all([release(asked(1)), release(asked(2))])).toEqual([false, false]);
    expect(events).toEqual(['begin', 'compare 1,2', 'commit']);
  });

  test('those that arrive while a transaction runs share the next one', async () => {
    let free = (): void => undefined;
    const held = new Promise<void>((resolve) => (free = resolve));
    const { events, release } = setUp({ commit: () => held });
    const first = release(asked(1));
    // Until the first transaction runs, however slow the machine.
    while (!events.includes('compare 1')) await new Promise((resolve) => setImmediate(resolve));
    const rest = [release(asked(2)), release(asked(3))];
    free();
    await Promise.all([first, ...rest]);
    expect(events.filter((each) => each.startsWith('compare'))).toEqual(['compare 1', 'compare 2,3']);
  });

  test('no more than a hundred travel together', async () => {
    const { events, release } = setUp();
    await Promise.all(Array.from({ length: 150 }, (_, index) => release(asked(index))));
    const sizes = events.filter((each) => each.startsWith('compare')).map((each) => each.split(',').length);
    expect(sizes).toEqual([100, 50]);
  });

  test('a transaction that cannot be committed releases none of them, and the next one is tried', async () => {
    let isDown = true;
    const commit = () => (isDown ? Promise.reject(new Error('gone')) : Promise.resolve());
    const { release } = setUp({ commit });
    const all = await Promise.allSettled([release(asked(1)), release(asked(2))]);
    expect(all).toMatchObject([
      { status: 'rejected', reason: { code: 'LEDGER_UNAVAILABLE', status: 503 } },
      { status: 'rejected', reason: { code: 'LEDGER_UNAVAILABLE' } },
    ]);
    isDown = false;
    expect(await release(asked(3))).toBe(true);
  });
});
