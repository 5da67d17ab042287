import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RegisterError } from '@trellis/register';
import { describeOn, testDatabases } from '../../contract/databases.ts';
import { openActs, secretActs, type Act } from './acts.ts';
import { openWorlds, type Member, type Worlds } from './open-worlds.ts';
import { whatMemberReads } from './what-a-member-reads.ts';

const members: readonly Member[] = ['mother', 'father', 'child'];
const key = { id: 'key-1', privateKey: generateKeyPairSync('ed25519').privateKey };
const numRuns = Number(process.env['TRELLIS_FAMILY_RUNS'] ?? 25);

/** Long enough for a machine that does much else. */
const mostMs = 60_000 + numRuns * 5_000;

/** Who may not do something does not do it in either world. */
function notAllowed(error: unknown): string {
  if (!(error instanceof RegisterError)) throw error;
  return error.message;
}

/** A history: what both worlds live through, and between it what one member must not learn of. */
const histories = fc.record({
  reader: fc.constantFrom(...members),
  // Young, capable of deciding on counselling, and presumed capable; and two who came of age today, one by what was found.
  age: fc.constantFrom(
    ['2017-05-05', false],
    ['2013-05-05', true],
    ['2009-05-05', false],
    ['2014-03-02', true],
    ['2010-03-02', false],
  ),
  acts: fc.array(
    fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom(...openActs) },
      { weight: 1, arbitrary: fc.constantFrom(...secretActs) },
    ),
    {
      minLength: 5,
      maxLength: 14,
    },
  ),
});

for (const kind of testDatabases) {
  describeOn(kind, describe, 'who sought help', () => {
    let worlds: Worlds;
    beforeAll(async () => {
      worlds = await openWorlds(kind);
    });
    afterAll(() => worlds.close());

    it(
      'shows in nothing that another member of the family reads',
      async () => {
        const isSecretFrom = ({ secretOf }: Act, reader: Member): boolean =>
          secretOf !== undefined && (secretOf === 'NOBODY_IN_THE_FAMILY' || !secretOf.includes(reader));
        await fc.assert(
          fc.asyncProperty(histories, async ({ reader, age, acts }) => {
            const [quiet, secret] = await worlds.makeWorlds(age[0] as string, age[1] as boolean);
            for (const act of acts) {
              worlds.tick();
              const isSecret = isSecretFrom(act, reader);
              const allowed = isSecret ? undefined : await act.run(worlds, quiet).then(() => 'allowed', notAllowed);
              const also = await act.run(worlds, secret).then(() => 'allowed', notAllowed);
              // What the reader may do does not tell either.
              if (!isSecret) expect([act.name, also]).toEqual([act.name, allowed]);
            }
            await worlds.ledger.checkpoint(key);
            const told = await whatMemberReads(worlds, quiet, reader);
            expect(await whatMemberReads(worlds, secret, reader)).toBe(told);
          }),
          { numRuns, seed: Number(process.env['TRELLIS_RANDOM_SEED'] ?? 1) },
        );
      },
      mostMs,
    );

    it('is shown to the member whose act it was', async () => {
      const [world] = await worlds.makeWorlds('2009-05-05', false);
      for (const act of secretActs.filter(({ secretOf }) => secretOf?.includes('mother')))
        await act.run(worlds, world).catch(notAllowed);
      const own = await whatMemberReads(worlds, world, 'mother');
      expect(own).toContain('help me');
      expect(own).toContain('"user": "mother-CHILD"');
    });
  });
}
