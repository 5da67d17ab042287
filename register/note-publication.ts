import type { Instant } from '@trellis/decision';
import type { Queryable } from '@trellis/platform';

/**
 * Notes, in the transaction of a publication, that the graph is another from its commit on: whoever reads the register later learns that an
 * older graph is behind. Tells the agency's own officers and the network's.
 */
export async function notePublication(
  tx: Queryable,
  { number, agency, at }: { readonly number: number; readonly agency: string; readonly at: Instant },
): Promise<void> {
  await tx.query(
    `insert into register.version (about, version, changed_at) values ('catalogue', $1, $2)
     on conflict (about) do update set version = excluded.version, changed_at = excluded.changed_at`,
    [number, new Date(at)],
  );
  await tx.query(
    `insert into register.notice (at, kind, about, record, agency, next_attempt)
     select $1::timestamptz, 'AGENCY_PUBLISHED', 'network', $2, agency, clock_timestamp() from unnest($3::text[]) as agency`,
    [new Date(at), `catalogue:${String(number)}`, [agency, 'network']],
  );
}
