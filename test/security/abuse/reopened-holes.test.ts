import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEmbedded, type Database, type EmbeddedServer } from '@trellis/platform';
import { migrateRegister, openRegister, seedRegister, type Register } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { abusiveActs } from './abusive-acts.ts';
import { holes } from './reopened-holes.ts';
import { ontarioRules, widerRules } from './wider-rules.ts';
import { searchForAbuse, type Search } from './search-for-abuse.ts';

/** `TRELLIS_ABUSE=thorough` plays every act against each reopened register; otherwise those alone by which the hole is found. */
const thorough = process.env['TRELLIS_ABUSE'] === 'thorough';

describe('the search for abuse finds what one person could once do alone', () => {
  let server: EmbeddedServer;
  let database: Database;
  let register: Register;
  beforeAll(async () => {
    server = await openEmbedded({ directory: undefined });
    database = await server.database('register');
    await migrateRegister(database);
    await database.transaction((tx) => seedRegister(tx, { at: 0, ruleSets: [widerRules, ontarioRules] }));
    register = openRegister(database, { vocabulary });
  });
  afterAll(() => server.close());

  it.each(holes.map((hole) => [hole.name, hole] as const))(
    '%s',
    async (_, { person, acts, reopen }) => {
      const played = abusiveActs.filter(({ name }) => acts.includes(name));
      const search: Omit<Search, 'register'> = {
        database,
        vocabulary,
        acts: thorough ? abusiveActs : played,
        thorough: false,
        walks: 0,
        draw: () => 0,
      };
      // That the register as it is opens nothing to a search is what `abuse.test.ts` shows; here it is asked for every hole.
      if (thorough) expect(await searchForAbuse(person, { ...search, acts: played, register })).toEqual([]);
      const found = await searchForAbuse(person, { ...search, register: { ...register, ...reopen(register) } });
      expect(found.map((each) => each.acts)).toContainEqual(acts);
    },
    thorough ? 3_600_000 : 60_000,
  );
});
