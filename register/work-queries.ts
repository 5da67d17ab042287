import type { Database } from '@trellis/platform';
import type { Recorded } from './records.ts';

/** One page of a list of records: those after the record of this id, in the list's order. */
export interface RecordPage {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** Whose: one user's of an agency, or every user's of it. */
export interface WorkOf {
  readonly agency: string;
  readonly user?: string | null | undefined;
}

const columns = 'id, about, kind, agency, state, body, detail';
const mostInPage = 500;

/**
 * The work that workers have open: their own lists, and those of a team for whoever supervises it. Latest first; who may ask is the graph's to say.
 */
export function workQueries(database: Pick<Database, 'query'>) {
  const sizeOf = (first: number): number => Math.max(0, Math.min(first, mostInPage));

  return {
    /** The requests for disclosure that a user, or an agency's users, made of other custodians. */
    async requestsBy(
      { agency, user }: WorkOf,
      state: string | null | undefined,
      { first, after }: RecordPage,
    ): Promise<readonly Recorded<'approval'>[]> {
      const { rows } = await database.query<Recorded<'approval'>>(
        `select ${columns} from register.record as r
         where kind = 'approval' and body->'recipient'->>'agency' = $1 and ($2::text is null or body->'recipient'->>'user' = $2)
           and ($3::text is null or state = $3)
           and ($4::text is null or (coalesce((detail->>'requestedAt')::float8, 0), id) <
                (select coalesce((detail->>'requestedAt')::float8, 0), id from register.record where id = $4 and kind = 'approval' and body->'recipient'->>'agency' = $1))
         order by coalesce((detail->>'requestedAt')::float8, 0) desc, id desc limit $5`,
        [agency, user ?? null, state ?? null, after ?? null, sizeOf(first)],
      );
      return rows;
    },

    /** The emergency accesses of a user, or of an agency's users; only those open at an instant where one is given. */
    async emergencyAccessesBy(
      { agency, user }: WorkOf,
      openAt: number | null,
      { first, after }: RecordPage,
    ): Promise<readonly Recorded<'emergency'>[]> {
      const { rows } = await database.query<Recorded<'emergency'>>(
        `select ${columns} from register.record as r
         where kind = 'emergency' and agency = $1 and ($2::text is null or body->>'user' = $2)
           and ($3::float8 is null or ((body->>'openedAt')::float8 <= $3 and (body->>'until')::float8 > $3 and body->>'closedAt' is null))
           and ($4::text is null or ((body->>'openedAt')::float8, id) <
                (select (body->>'openedAt')::float8, id from register.record where id = $4 and kind = 'emergency' and agency = $1))
         order by (body->>'openedAt')::float8 desc, id desc limit $5`,
        [agency, user ?? null, openAt, after ?? null, sizeOf(first)],
      );
      return rows;
    },

    /** The open involvements of an agency, of one assigned user alone where one is named. In the order of children. */
    async openCases(
      { agency, user }: WorkOf,
      { first, after }: RecordPage,
    ): Promise<readonly Recorded<'involvement'>[]> {
      const { rows } = await database.query<Recorded<'involvement'>>(
        `select ${columns} from register.record as r
         where kind = 'involvement' and agency = $1 and state = 'OPEN' and ($2::text is null or body->'assigned' ? $2)
           and ($3::text is null or (about, id) > (select about, id from register.record where id = $3 and kind = 'involvement' and agency = $1))
         order by about, id limit $4`,
        [agency, user ?? null, after ?? null, sizeOf(first)],
      );
      return rows;
    },
  };
}
