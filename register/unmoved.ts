import type { Instant } from '@trellis/decision';
import type { Clock, Queryable } from '@trellis/platform';
import type { NetworkReader } from './network-reader.ts';

/** What one request decided on: versions, and the number of the rule set that was live. */
export interface DecidedOn {
  readonly versions: ReadonlyMap<string, number>;
  readonly network: number;
  readonly ruleSet: number;
}

/** What the comparison reads besides the rows it locks. */
export interface Live {
  readonly network: Pick<NetworkReader, 'kept' | 'read'>;
  /** Only in development, where the clock may stand still. */
  readonly clock: Clock | undefined;
}

/**
 * Whether nothing a request decided on has moved. Locks what it compares until the transaction ends: whoever withdraws waits for this
 * release, or this release sees the withdrawal. Locks are taken in one order, so that two of these, or one and a writer, never wait for
 * each other. Several requests are compared in one statement.
 *
 * A rule set goes live at its instant without anything being written then, so the set that is live now is compared too.
 */
export async function unmovedMany(tx: Queryable, live: Live, decided: readonly DecidedOn[]): Promise<boolean[]> {
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
  const { rows } = await tx.query<{ about: string; version: number; now: Instant }>(
    `with locked as (select about, version from register.version where about = any($1::text[]) order by about for share)
     select about, version, floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now from locked`,
    [[...about]],
  );
  const current = new Map(rows.map((row) => [row.about, row.version]));
  const network = current.get('network');
  if (network === undefined) return decided.map(() => false);
  // The clock is read after each row was locked: the latest is the moment of this comparison.
  const now = live.clock?.now() ?? Math.max(...rows.map((row) => row.now));
  const ruleSet = (live.network.kept(network, now) ?? (await live.network.read(now, tx))).network.ruleSet;
  return decided.map(
    (each) =>
      each.network === network &&
      each.ruleSet === ruleSet &&
      [...each.versions].every(([child, version]) => (current.get(child) ?? 0) === version),
  );
}
