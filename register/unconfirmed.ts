import type { Queryable } from '@trellis/platform';
import type { Recorded } from './records.ts';

/**
 * The records in force though no second person ever confirmed them: permits that somebody else than the holder recorded, authorities, and
 * protocols, from before two people were asked for. They are for an officer of the network to look at: withdraw, end, or leave.
 */
export async function unconfirmed(database: Queryable, most = 500): Promise<readonly Recorded[]> {
  const { rows } = await database.query<Recorded>(
    `select id, about, kind, agency, state, body, detail from register.record
     where (kind = 'consent' and state = 'ACTIVE' and body->>'decision' = 'PERMIT' and detail->>'recordedByAgency' <> 'family'
            and detail->>'attestedBy' is null and detail->>'confirmedBy' is null)
        or (kind = 'authority' and detail->>'recordedBy' is not null and detail->>'confirmedBy' is null
            and body->>'confirmed' is null and body->>'to' is null)
        or (kind = 'standing-approval' and detail->>'by' is not null and detail->>'confirmedBy' is null
            and body->>'confirmed' is null and body->>'withdrawnAt' is null)
     order by kind, id limit $1::int`,
    [most],
  );
  return rows;
}
