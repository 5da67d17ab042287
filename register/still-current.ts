import type { Instant } from '@trellis/decision';
import type { Clock, Queryable } from '@trellis/platform';
import type { NetworkReader } from './network-reader.ts';
import { versionNames, type ForUser } from './version-names.ts';

/** The state that one request decided on: versions, the number of the rule set that was live, and the instant it decided for. */
export interface DecidedOn {
  readonly versions: ReadonlyMap<string, number>;
  readonly network: number;
  readonly ruleSet: number;
  readonly now: Instant;
  /** The user it was decided for, as it was read; another's emergency accesses do not move it. */
  readonly user?: ForUser | undefined;
}

/** The sources that the comparison reads besides the rows it locks. */
export interface Live {
  readonly network: Pick<NetworkReader, 'kept' | 'read'>;
  /** Only in development, where the clock may stand still. */
  readonly clock: Clock | undefined;
}

/**
 * Checks whether nothing a request decided on has moved. Locks what it compares until the transaction ends: whoever withdraws waits for this
 * release, or this release sees the withdrawal. Locks are taken in one order, so that two of these, or one and a writer, never wait for each
 * other. Several requests are compared in one statement.
 *
 * Facts may be read after the instant that is decided for, and then hold what only began since: a refusal, not yet in force at that instant,
 * would not count. So what changed after it counts as moved.
 *
 * A rule set goes live at its instant without anything being written then, so the set that is live now is compared too.
 */
export async function stillCurrent(tx: Queryable, live: Live, decided: readonly DecidedOn[]): Promise<boolean[]> {
  const about = new Set<string>(['network']);
  const unknown = new Set<string>();
  for (const { versions, user } of decided) {
    for (const [child, version] of versions) {
      for (const name of versionNames(child, user)) about.add(name);
      if (version === 0) unknown.add(child);
    }
  }
  // One statement, whether or not there are such children: what cannot be seen must not be counted either.
  // In one row: to take many apart costs more than to compare them.
  const { rows } = await tx.query<{ now: Instant | null; locked: Record<string, readonly [number, Instant]> | null }>(
    'select max(now) as now, json_object_agg(about, json_build_array(version, changed)) as locked from register.locked_versions($1, $2)',
    [[...about], [...unknown]],
  );
  const [row] = rows;
  const current = new Map(Object.entries(row?.locked ?? {}));
  const [network] = current.get('network') ?? [];
  if (network === undefined || !row || row.now === null) return decided.map(() => false);
  // The clock is read after each row was locked: the latest is the moment of this comparison.
  const now = live.clock?.now() ?? row.now;
  const ruleSet = (live.network.kept(network, now) ?? (await live.network.read(now, tx))).network.ruleSet;
  const isSame = (names: readonly string[], version: number, decidedFor: Instant): boolean => {
    const found = names.flatMap((name) => (current.has(name) ? [current.get(name) ?? []] : []));
    const currently = found.reduce((sum, [each = 0]) => sum + each, 0);
    // What an import dated in the future is no change of a moment ago.
    const isSince = found.some(([, changed = 0]) => decidedFor < changed && changed <= now);
    return currently === version && !isSince;
  };
  return decided.map(
    (each) =>
      each.ruleSet === ruleSet &&
      isSame(['network'], each.network, each.now) &&
      [...each.versions].every(([child, version]) => isSame(versionNames(child, each.user), version, each.now)),
  );
}
