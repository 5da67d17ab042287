import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '@trellis/platform';
import { seedRegister, type Actor, type Register } from '@trellis/register';
import { describeOn, testDatabases } from './databases.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';
import { authorityOver } from './records-of.ts';

const all = [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => letter.repeat(26));
const mother: Actor = {
  agency: 'family',
  role: 'parent',
  user: 'mother',
  kind: 'family',
  purpose: 'family-access',
};

/** A gateway as far as revocation goes: its own view of the register, its own cache of facts. */
interface Gateway {
  readonly database: Database;
  readonly register: Register;
}

interface Released {
  readonly consents: readonly string[];
  readonly began: number;
  readonly comparedAt: number;
}

/** Numbers what happens, in the order in which this process saw it. */
let tick = 0;

for (const kind of testDatabases) {
  describeOn(kind, describe, 'revocation binds', () => {
    // One session serves everybody in the embedded database: fewer operations take as long.
    const operations = kind.name === 'embedded' ? 250 : 1_000;
    /** So many that one person's acts on each stay below the register's limit (`mostActs`), and so few that requests meet withdrawals. */
    const children = all.slice(0, operations / 40);
    let opened: TestRegister;
    let gateways: Gateway[];
    beforeAll(async () => {
      opened = await openTestRegister(kind, {
        authorities: children.map((child) => authorityOver(child, { id: `authority-${child}`, holder: 'mother' })),
      });
      gateways = [opened, await opened.another(), await opened.another()];
    });
    afterAll(() => opened.close());

    /** Random grants, withdrawals and requests of several children; tells what was released and when each withdrawal was acknowledged. */
    const history = async (operations: number, isChecked: boolean) => {
      const released: Released[] = [];
      const acknowledged = new Map<string, number>();
      const standing: { id: string; gateway: Gateway }[] = [];
      const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item;

      const grant = async ({ register }: Gateway): Promise<void> => {
        const child = pick(children);
        const given = await register.recordConsent(mother, {
          child,
          decision: 'PERMIT',
          by: `authority-${child}`,
          recipients: [{ agency: 'education' }],
          purposes: ['education-support'],
          categories: ['mental-health.involvement'],
        });
        standing.push({ id: given.id, gateway: pick(gateways) });
      };
      const withdraw = async (): Promise<void> => {
        const taken = standing.splice(Math.floor(Math.random() * standing.length), 1)[0];
        if (taken === undefined) return;
        await taken.gateway.register.withdrawConsent(mother, taken.id);
        acknowledged.set(taken.id, ++tick);
      };
      /** As the gateway does: what moved is decided again, once, and then withheld. */
      const request = async (gateway: Gateway): Promise<void> => {
        const asked = [pick(children), pick(children)];
        if (!(await attempt(gateway, asked))) await attempt(gateway, asked);
      };
      const attempt = async ({ register, database }: Gateway, asked: readonly string[]): Promise<boolean> => {
        const began = ++tick;
        const { facts, network, now } = await register.read(asked);
        const consents = [...facts.values()].flatMap((each) =>
          each.consents.filter(({ state }) => state === 'ACTIVE').map(({ id }) => id),
        );
        await wait(Math.random() * 8);
        const versions = new Map([...facts].map(([child, { version }]) => [child, version]));
        const comparedAt = ++tick;
        const stillCurrent = await database.transaction((tx) =>
          isChecked
            ? register.isStillCurrent(tx, { versions, network: network.version, ruleSet: network.ruleSet, now })
            : Promise.resolve(true),
        );
        if (stillCurrent) released.push({ consents, began, comparedAt });
        return stillCurrent;
      };

      let left = operations;
      const client = async (): Promise<void> => {
        while (left-- > 0) {
          const chance = Math.random();
          if (chance < 0.2) await grant(pick(gateways));
          else if (chance < 0.4) await withdraw();
          else await request(pick(gateways));
        }
      };
      await Promise.all(Array.from({ length: 16 }, client));
      const after = (moment: (each: Released) => number): number =>
        released.filter((each) => each.consents.some((id) => (acknowledged.get(id) ?? Infinity) < moment(each))).length;
      return {
        released: released.filter(({ consents }) => consents.length > 0).length,
        withdrawn: acknowledged.size,
        /** Requests that began after the withdrawal was acknowledged, and disclosed on it all the same. */
        stale: after(({ began }) => began),
        /** Requests in flight that compared after it was acknowledged, and disclosed on it all the same. */
        late: after(({ comparedAt }) => comparedAt),
      };
    };

    it('for every request that starts later, and for those in flight', async () => {
      const found = await history(operations, true);
      expect(found.released).toBeGreaterThan(20);
      expect(found.withdrawn).toBeGreaterThan(20);
      expect(found).toMatchObject({ stale: 0, late: 0 });
    });

    it('and is durable once it is acknowledged, whatever the server was set to', async () => {
      const durable = await gateways[0]?.database.transaction(async (tx) => {
        await tx.query('set local synchronous_commit = off');
        await seedRegister(tx, {
          at: 0,
          children: [{ child: 'a'.repeat(26), birthDate: '2018-05-01', disputed: false }],
        });
        return (await tx.query<{ synchronous_commit: string }>('show synchronous_commit')).rows[0]?.synchronous_commit;
      });
      expect(durable).toBe('on');
    });

    it('and the check notices where nothing compares', async () => {
      const found = await history(operations, false);
      expect(found.late).toBeGreaterThan(0);
      expect(found.stale).toBe(0);
    });
  });
}
