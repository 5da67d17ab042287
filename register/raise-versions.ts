import type { Instant } from '@trellis/decision';
import type { Queryable } from '@trellis/platform';

/**
 * Raises what decisions stand on, also of the other ids that are read through these: `names` are those of `version-names.ts`. Called as late
 * as can be: until the transaction ends, releases that were decided on these versions wait, and this waits for those that began before.
 */
export async function raiseVersions(tx: Queryable, names: readonly string[], at: Instant): Promise<void> {
  if (names.length === 0) return;
  const all = `(select unnest($1::text[]) as name
    union select m.child || substr(name, length(m.into_child) + 1)
          from unnest($1::text[]) as name join register.merged m on m.into_child = split_part(name, ' ', 1)) as named`;
  // The first version of a child is waited for by a release that knows of none (`locked_versions`).
  await tx.query(
    `select pg_advisory_xact_lock(hashtextextended(name, 0)) from ${all}
     where not exists (select from register.version where about = name) order by hashtextextended(name, 0)`,
    [[...new Set(names)]],
  );
  await tx.query(
    `insert into register.version (about, version, changed_at) select name, 1, $2::timestamptz from ${all} order by name
     on conflict (about) do update set version = version.version + 1, changed_at = greatest(excluded.changed_at, version.changed_at)`,
    [[...new Set(names)], new Date(at)],
  );
}
