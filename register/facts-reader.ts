import type { ChildFacts, CompiledRules, Instant, NetworkFacts } from '@trellis/decision';
import { BoundedCache, type Clock, type Database } from '@trellis/platform';
import { FactsCache, type FactsStore } from './facts-cache.ts';
import { childFactsOf, type StoredBody } from './facts-of.ts';
import type { NetworkReader } from './network-reader.ts';
import type { Bodies } from './records.ts';
import { emergencyName, versionNames, type ForUser } from './version-names.ts';
import { VersionReader, type Stamp } from './version-reader.ts';

/** All that a round of decisions rests on. */
export interface RoundReading {
  readonly now: Instant;
  readonly network: NetworkFacts;
  readonly rules: CompiledRules;
  readonly facts: ReadonlyMap<string, ChildFacts>;
  /** The number of the latest publication of an agency: whoever decides on an older graph is behind. */
  readonly catalogue: number;
}

const mostKept = 50_000;
/** Of a child that the register never heard of: read and shared like any other, so that how often is asked does not tell it from one. */
const unknown: Stamp = { version: 0, changed: 0 };

interface KeptFacts {
  readonly stamp: Stamp;
  readonly facts: ChildFacts;
}

/** Reads facts at a version read after the caller asked; what did not change since it was last read costs the version alone. */
export class FactsReader {
  readonly #database: Database;
  readonly #clock: Clock | undefined;
  readonly #versions: VersionReader;
  readonly #network: () => NetworkReader;
  readonly #shared: FactsCache | undefined;
  readonly #kept = new BoundedCache<string, KeptFacts>(mostKept);

  constructor(database: Database, network: () => NetworkReader, clock: Clock | undefined, store?: FactsStore) {
    this.#database = database;
    this.#clock = clock;
    this.#versions = new VersionReader(database);
    this.#network = network;
    this.#shared = store && new FactsCache(store, database);
  }

  /** Rules are compiled in the words of `network`. For one user: with its own emergency accesses alone, and a version that nobody else's moves. */
  async read(
    children: readonly string[],
    user?: ForUser,
    network: NetworkReader = this.#network(),
  ): Promise<RoundReading> {
    const versions = await this.#versions.read(children.flatMap((child) => versionNames(child, user)));
    const now = this.#clock?.now() ?? versions.now;
    const facts = new Map<string, ChildFacts>();
    const stale: Wanted[] = [];
    for (const child of children) {
      const own = emergencyName(child, user);
      const emergencies = versions.of.get(own);
      // Almost nobody has opened any: what is read of a child is then one, whoever asks.
      const name = emergencies === undefined ? child : own;
      const stamp = sumOf(versions.of.get(child), emergencies);
      const kept = this.#kept.get(name);
      if (kept !== undefined && isSame(kept.stamp, stamp)) facts.set(child, kept.facts);
      else stale.push({ child, name, stamp });
    }
    if (stale.length > 0) await this.#fetch(await this.#fromShared(stale, facts), user, facts);
    const holds = network.kept(versions.network, now) ?? (await network.read(now));
    return { now, ...holds, facts, catalogue: versions.catalogue };
  }

  /** Takes what other gateways have read at these very versions; returns what has still to be read. */
  async #fromShared(wanted: readonly Wanted[], into: Map<string, ChildFacts>): Promise<readonly Wanted[]> {
    const shared = this.#shared;
    if (shared === undefined) return wanted;
    const found = await Promise.all(wanted.map(({ child, name, stamp }) => shared.get(child, name, stamp)));
    return wanted.filter(({ child, name, stamp }, at) => {
      const facts = found[at];
      if (facts === undefined) return true;
      this.#kept.set(name, { stamp, facts });
      into.set(child, facts);
      return false;
    });
  }

  /** Versions and records in one statement, so that they belong together; a version may be newer than the one first read, never older. */
  async #fetch(wanted: readonly Wanted[], user: ForUser | undefined, facts: Map<string, ChildFacts>): Promise<void> {
    if (wanted.length === 0) return;
    const { rows } = await this.#database.query<FetchedRow>(
      `select asked.child, v.version, extract(epoch from v.changed_at)::float8 * 1000 as changed,
              e.version as "ownVersion", extract(epoch from e.changed_at)::float8 * 1000 as "ownChanged",
              (select jsonb_agg(jsonb_build_object('kind', r.kind, 'body', r.body) order by r.id)
               from register.record r
               where r.about = coalesce(m.into_child, asked.child)
                 and r.kind not in ('statement', 'legal-hold', 'linkage', 'erasure')) as records
       from unnest($1::text[], $2::text[]) as asked(child, own) left join register.version v on v.about = asked.child
       left join register.version e on e.about = asked.own left join register.merged m on m.child = asked.child`,
      [wanted.map(({ child }) => child), wanted.map(({ child }) => emergencyName(child, user))],
    );
    for (const { child, version, changed, ownVersion, ownChanged, records } of rows) {
      const emergencies = ownVersion === null ? undefined : { version: ownVersion, changed: ownChanged ?? 0 };
      const stamp = sumOf(version === null ? undefined : { version, changed: changed ?? 0 }, emergencies);
      const name = emergencies === undefined ? child : emergencyName(child, user);
      const read = childFactsOf(
        child,
        stamp.version,
        (records ?? []).filter(isSeenBy(emergencies && (user ?? 'EVERYBODY'))),
      );
      this.#kept.set(name, { stamp, facts: read });
      facts.set(child, read);
      // Nobody waits for it, and what could not be shared is read again by the next.
      void this.#shared?.set(read, name, stamp).catch(() => undefined);
    }
  }
}

/** A child to be read, the name it is kept under and the version it is wanted at. */
interface Wanted {
  readonly child: string;
  readonly name: string;
  readonly stamp: Stamp;
}

interface FetchedRow {
  readonly child: string;
  readonly version: number | null;
  readonly changed: number | null;
  readonly ownVersion: number | null;
  readonly ownChanged: number | null;
  readonly records: StoredBody[] | null;
}

/** Of emergency accesses, those that this reading is for: one user's, everybody's, or none. */
function isSeenBy(seer: ForUser | 'EVERYBODY' | undefined): (record: StoredBody) => boolean {
  return ({ kind, body }) => {
    if (kind !== 'emergency' || seer === 'EVERYBODY') return true;
    const { agency, user } = body as Bodies['emergency'];
    return seer !== undefined && seer.agency === agency && seer.user === user;
  };
}

/** The stamp of something that stands on both: either that moves, moves it. */
function sumOf(one: Stamp | undefined, other: Stamp | undefined): Stamp {
  if (one === undefined || other === undefined) return one ?? other ?? unknown;
  return { version: one.version + other.version, changed: Math.max(one.changed, other.changed) };
}

function isSame(one: Stamp, other: Stamp): boolean {
  return one.version === other.version && one.changed === other.changed;
}
