import { appendEvents, lockForWriting } from './append.ts';
import { databaseInstant } from './database-instant.ts';
import type { Dependencies } from './dependencies.ts';
import { RegisterError } from './error.ts';
import type { Actor } from './records.ts';

/** The number of searches by name that one person may make within an hour. */
const mostSearches = 20;

/** Records that somebody searched by name; the name itself is not kept. Throws RATE_LIMITED where there were too many within an hour. */
export async function recordSearch({ database, clock, newId }: Dependencies, actor: Actor): Promise<void> {
  const about = `search:${actor.agency}:${actor.user}`;
  await database.transaction(async (tx) => {
    await lockForWriting(tx, [about]);
    const at = await databaseInstant(tx, clock);
    const { rows } = await tx.query<{ made: number }>(
      'select count(*)::int as made from register.event where about = $1 and at > $2::timestamptz',
      [about, new Date(at - 3_600_000)],
    );
    if ((rows[0]?.made ?? 0) >= mostSearches)
      throw new RegisterError('RATE_LIMITED', 'too many searches within an hour');
    const id = newId();
    const searched = {
      act: 'SEARCHED',
      kind: 'search',
      about,
      id,
      agency: actor.agency,
      state: null,
      body: { id, at },
      detail: { by: actor.user },
    } as const;
    await appendEvents(tx, at, actor, [searched], []);
  });
}
