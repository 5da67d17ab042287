import type { ChildFacts, CompiledRules, Instant, NetworkFacts } from '@trellis/decision';
import { BoundedCache, type Clock, type Database } from '@trellis/platform';
import { FactsCache, type FactsStore } from './facts-cache.ts';
import { childFactsOf, type StoredBody } from './facts-of.ts';
import type { NetworkReader } from './network-reader.ts';
import { VersionReader, type Stamp } from './version-reader.ts';

/** All that a round of decisions rests on. */
export interface Reading {
  readonly now: Instant;
  readonly network: NetworkFacts;
  readonly rules: CompiledRules;
  readonly facts: ReadonlyMap<string, ChildFacts>;
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
  readonly #network: NetworkReader;
  readonly #shared: FactsCache | undefined;
  readonly #kept = new BoundedCache<string, KeptFacts>(mostKept);

  constructor(database: Database, network: NetworkReader, clock: Clock | undefined, store?: FactsStore) {
    this.#database = database;
    this.#clock = clock;
    this.#versions = new VersionReader(database);
    this.#network = network;
    this.#shared = store && new FactsCache(store, database);
  }

  async read(children: readonly string[]): Promise<Reading> {
    const versions = await this.#versions.read(children);
    const now = this.#clock?.now() ?? versions.now;
    const facts = new Map<string, ChildFacts>();
    let stale: string[] | undefined;
    for (const child of children) {
      const kept = this.#kept.get(child);
      if (kept !== undefined && isSame(kept.stamp, versions.of.get(child) ?? unknown)) facts.set(child, kept.facts);
      else (stale ??= []).push(child);
    }
    if (stale !== undefined) await this.#fetch(await this.#fromShared(stale, versions.of, facts), facts);
    const { network, rules } = this.#network.kept(versions.network, now) ?? (await this.#network.read(now));
    return { now, network, rules, facts };
  }

  /** Takes what other gateways have read at these very versions; returns the children that have still to be read. */
  async #fromShared(
    children: readonly string[],
    versions: ReadonlyMap<string, Stamp>,
    into: Map<string, ChildFacts>,
  ): Promise<readonly string[]> {
    const shared = this.#shared;
    if (shared === undefined) return children;
    const stampOf = (child: string): Stamp => versions.get(child) ?? unknown;
    const found = await Promise.all(children.map((child) => shared.get(child, stampOf(child))));
    return children.filter((child, at) => {
      const facts = found[at];
      if (facts === undefined) return true;
      this.#kept.set(child, { stamp: stampOf(child), facts });
      into.set(child, facts);
      return false;
    });
  }

  /** Version and records in one statement, so that they belong together; the version may be newer than the one first read, never older. */
  async #fetch(children: readonly string[], facts: Map<string, ChildFacts>): Promise<void> {
    if (children.length === 0) return;
    const { rows } = await this.#database.query<Stamp & { about: string; records: StoredBody[] | null }>(
      `select v.about, v.version, extract(epoch from v.changed_at)::float8 * 1000 as changed,
              (select jsonb_agg(jsonb_build_object('kind', r.kind, 'body', r.body) order by r.id)
               from register.record r
               where r.about = coalesce(m.into_child, v.about) and r.kind not in ('statement', 'legal-hold', 'linkage', 'erasure')) as records
       from register.version v left join register.merged m on m.child = v.about where v.about = any($1::text[])`,
      [children],
    );
    const found = new Map(rows.map((row) => [row.about, row]));
    for (const child of children) {
      const row = found.get(child);
      const read = childFactsOf(child, row?.version ?? 0, row?.records ?? []);
      const stamp = row === undefined ? unknown : { version: row.version, changed: row.changed };
      this.#kept.set(child, { stamp, facts: read });
      facts.set(child, read);
      // Nobody waits for it, and what could not be shared is read again by the next.
      void this.#shared?.set(read, stamp).catch(() => undefined);
    }
  }
}

function isSame(one: Stamp, other: Stamp): boolean {
  return one.version === other.version && one.changed === other.changed;
}
