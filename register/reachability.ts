import type { Instant } from '@trellis/decision';
import type { Queryable } from '@trellis/platform';

/** The last answers and failures that gateways met at an agency: to the minute, since they say so from time to time and not at each exchange. */
export interface Reachability {
  readonly agency: string;
  readonly answeredAt: Instant | null;
  readonly failedAt: Instant | null;
  /** Why it last failed: one of the gateway's closed list of reasons. */
  readonly failure: string | null;
}

/** The answers and failures of one gateway since it last said so. */
export interface Exchanges {
  readonly agency: string;
  readonly answered: boolean;
  /** Null where nothing failed. */
  readonly failure: string | null;
}

/** Notes what a gateway met, at the database's moment. Gateways do so beside each other: the latest counts. */
export async function noteExchanges(
  database: Queryable,
  exchanges: readonly Exchanges[],
  now?: Instant,
): Promise<void> {
  await database.query(
    `insert into register.reachability as known (agency, answered_at, failed_at, failure)
     select agency, case when answered then moment end, case when failure is not null then moment end, failure
     from jsonb_to_recordset($1::jsonb) as e(agency text, answered boolean, failure text),
          coalesce($2::timestamptz, clock_timestamp()) as moment
     order by agency
     on conflict (agency) do update set
       answered_at = coalesce(excluded.answered_at, known.answered_at),
       failed_at = coalesce(excluded.failed_at, known.failed_at),
       failure = coalesce(excluded.failure, known.failure)`,
    [JSON.stringify(exchanges), now === undefined ? null : new Date(now)],
  );
}

interface Row {
  readonly agency: string;
  readonly answered_at: Date | null;
  readonly failed_at: Date | null;
  readonly failure: string | null;
}

/** Reads them for every agency that was ever asked, or for one. */
export async function reachability(database: Queryable, agency: string | null): Promise<readonly Reachability[]> {
  const { rows } = await database.query<Row>(
    `select agency, answered_at, failed_at, failure from register.reachability
     where $1::text is null or agency = $1 order by agency`,
    [agency],
  );
  return rows.map(({ agency: of, answered_at, failed_at, failure }) => ({
    agency: of,
    answeredAt: answered_at?.getTime() ?? null,
    failedAt: failed_at?.getTime() ?? null,
    failure,
  }));
}
