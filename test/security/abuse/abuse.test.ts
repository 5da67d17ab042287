import { describe, expect, it } from '@jest/globals';
import { openEmbedded } from '@trellis/platform';
import { migrateRegister, openRegister, seedRegister, type Actor } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { actorFor } from '../../contract/actor-for.ts';
import { random } from '../../property/random.ts';
import { ontarioRules, widerRules } from './wider-rules.ts';
import { searchForAbuse } from './search-for-abuse.ts';

const actor = actorFor('privacy-administration');
const everybody: readonly Actor[] = [
  actor('child-protection', 'caseworker', 'cw', 'worker'),
  actor('education', 'privacy-officer', 'ed-o', 'officer'),
  actor('network', 'privacy-officer', 'net-1', 'officer'),
  actor('family', 'parent', 'father', 'family'),
  actor('child-protection', 'privacy-officer', 'cp-o', 'officer'),
  actor('education', 'teacher', 'te', 'worker'),
  actor('mental-health', 'clinician', 'dr', 'worker'),
  actor('mental-health', 'privacy-officer', 'mh-o', 'officer'),
  actor('police', 'officer', 'po', 'worker'),
  actor('police', 'privacy-officer', 'po-o', 'officer'),
  actor('family', 'parent', 'stranger', 'family'),
];
/** `TRELLIS_ABUSE=thorough` plays everybody, with every pair of acts and many longer sequences. */
const thorough = process.env['TRELLIS_ABUSE'] === 'thorough';
const people = thorough ? everybody : everybody.slice(0, 2);

describe('one malicious person alone opens nothing', () => {
  it.each(people.map((person) => [`${person.agency} ${person.role} ${person.user}`, person] as const))(
    '%s',
    async (_, person) => {
      const server = await openEmbedded({ directory: undefined });
      try {
        const database = await server.database('register');
        await migrateRegister(database);
        await database.transaction((tx) => seedRegister(tx, { at: 0, ruleSets: [widerRules, ontarioRules] }));
        const register = openRegister(database, { vocabulary });
        const choose = random(14);
        const search = { database, register, vocabulary, thorough, walks: thorough ? 200 : 2 };
        expect(await searchForAbuse(person, { ...search, draw: (below) => choose.below(below) })).toEqual([]);
      } finally {
        await server.close();
      }
    },
    thorough ? 3_600_000 : 240_000,
  );
});
