import type { Database } from '@trellis/platform';
import type { Recorded } from './records.ts';
import type { RecordPage } from './work-queries.ts';

type Standing = 'order' | 'legal-hold';

const mostInPage = 200;

/** Records that stand until somebody ends them, across children, for whoever answers for them. In the order of their ids. */
export function standingQueries(database: Pick<Database, 'query'>) {
  return {
    /** Orders, or holds, that are not over at an instant: those that one agency recorded, or, for the network's officers (`null`), all. */
    async standingRecords<Kind extends Standing>(
      kind: Kind,
      agency: string | null,
      now: number,
      { first, after }: RecordPage,
    ): Promise<readonly Recorded<Kind>[]> {
      const { rows } = await database.query<Recorded<Kind>>(
        `select id, about, kind, agency, state, body, detail from register.record
         where kind in ('order', 'legal-hold') and kind = $1 and state is distinct from 'ENDED' and ($2::text is null or agency = $2) and ($3::text is null or id > $3)
           and body->>'liftedAt' is null and coalesce((body->>'to')::float8, 'infinity') > $4
         order by id limit $5`,
        [kind, agency, after ?? null, now, Math.max(0, Math.min(first, mostInPage))],
      );
      return rows;
    },
  };
}
