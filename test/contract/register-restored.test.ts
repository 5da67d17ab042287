import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openProcessCache, type Database } from '@trellis/platform';
import { openRegister, type Actor, type Register } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { describeOn, testDatabases } from './databases.ts';
import { ontarioPack, openTestRegister, type TestRegister } from './open-test-register.ts';
import { authorityOver } from './records-of.ts';

const child = 'c'.repeat(26);
const mother: Actor = { agency: 'family', role: 'parent', user: 'mother', kind: 'family', purpose: 'family-access' };
const tables = ['version', 'record', 'event'];

for (const kind of testDatabases) {
  describeOn(kind, describe, 'after an older copy of the database was restored', () => {
    let opened: TestRegister;
    let database: Database;
    beforeAll(async () => {
      opened = await openTestRegister(kind, seed);
      ({ database } = opened);
    });
    afterAll(() => opened.close());

    it('nothing is believed of what the lost versions held, though their numbers are given out again', async () => {
      const cache = openProcessCache();
      const [running, started] = [
        openRegister(database, { vocabulary, cache }),
        openRegister(database, { vocabulary, cache }),
      ];
      const restore = await backUp();
      const decide = (register: Register, decision: 'PERMIT' | 'REFUSE') =>
        register.recordConsent(mother, {
          child,
          decision,
          by: 'authority',
          recipients: [{ agency: 'education' }],
          purposes: ['education-support'],
          categories: ['mental-health'],
        });
      const decisions = async (register: Register) => {
        const facts = (await register.read([child])).facts.get(child);
        return { version: facts?.version, decisions: facts?.consents.map(({ decision }) => decision) };
      };
      await decide(running, 'PERMIT');
      expect(await decisions(running)).toEqual({ version: 2, decisions: ['PERMIT'] });
      await new Promise((resolve) => setTimeout(resolve, 30)); // until it is shared
      await restore();
      await decide(openRegister(database, { vocabulary }), 'REFUSE');
      // By a gateway that went on running, and by one that finds in the shared cache what was there before.
      for (const register of [running, started])
        expect(await decisions(register)).toEqual({ version: 2, decisions: ['REFUSE'] });
    });

    /** Copies what the register holds, and puts it back as it was. */
    async function backUp(): Promise<() => Promise<void>> {
      for (const table of tables)
        await database.query(`create table copy_of_${table} as select * from register.${table}`);
      return () =>
        database.transaction(async (tx) => {
          await tx.query('grant all on all tables in schema register to current_user');
          for (const table of tables) {
            await tx.query(`alter table register.${table} disable trigger user`);
            await tx.query(`delete from register.${table}`);
            await tx.query(`insert into register.${table} select * from copy_of_${table}`);
            await tx.query(`alter table register.${table} enable trigger user`);
          }
        });
    }
  });
}

const seed = {
  at: 0,
  ruleSets: [ontarioPack],
  children: [{ child, birthDate: '2018-05-01', disputed: false }],
  authorities: [authorityOver(child, { id: 'authority', holder: 'mother' })],
};
