import type { Queryable } from '@trellis/platform';

/** The versions one request decided on. */
export interface DecidedOn {
  readonly versions: ReadonlyMap<string, number>;
  readonly network: number;
}

/**
 * Whether nothing a request decided on has moved. Locks what it compares until the transaction ends: whoever withdraws waits for this
 * release, or this release sees the withdrawal. Locks are taken in one order, so that two of these, or one and a writer, never wait for
 * each other. Several requests are compared in one statement.
 */
export async function unmovedMany(tx: Queryable, decided: readonly DecidedOn[]): Promise<boolean[]> {
  const about = new Set<string>(['network']);
  const unknown = new Set<string>();
  for (const { versions } of decided) {
    for (const [child, version] of versions) {
      about.add(child);
      if (version === 0) unknown.add(child);
    }
  }
  // A child without a version has no row to lock: this waits for whoever is writing its first one, and makes the next one wait.
  if (unknown.size > 0) {
    await tx.query(
      `select pg_advisory_xact_lock_shared(hashtextextended(about, 0)) from unnest($1::text[]) as about
       order by hashtextextended(about, 0)`,
      [[...unknown]],
    );
  }
  const { rows } = await tx.query<{ about: string; version: number }>(
    'select about, version from register.version where about = any($1::text[]) order by about for share',
    [[...about]],
  );
  const current = new Map(rows.map((row) => [row.about, row.version]));
  const network = current.get('network');
  return decided.map(
    (each) =>
      each.network === network && [...each.versions].every(([child, version]) => (current.get(child) ?? 0) === version),
  );
}
