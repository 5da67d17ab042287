import type { Instant } from '@trellis/decision';
import type { Queryable } from '@trellis/platform';

/** The versions of what was asked about, and the moment they were read, by the database's clock. */
export interface Versions {
  readonly now: Instant;
  readonly network: number;
  /** What has no version is not in it. */
  readonly of: ReadonlyMap<string, number>;
}

interface Waiting {
  readonly children: readonly string[];
  readonly resolve: (versions: Versions) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Reads versions for many requests at once. The rule that makes revocation bind: the statement that answers a caller starts after that
 * caller asked. So a batch is closed when its statement starts, and whoever comes later waits for the next one; under load the batches
 * grow by themselves.
 */
export class VersionReader {
  readonly #database: Queryable;
  #waiting: Waiting[] = [];
  #scheduled = false;
  #running = 0;

  constructor(database: Queryable) {
    this.#database = database;
  }

  read(children: readonly string[]): Promise<Versions> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ children, resolve, reject });
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#scheduled || this.#running >= mostAtOnce || this.#waiting.length === 0) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#running++;
    try {
      const versions = await this.#query(batch);
      for (const { resolve } of batch) resolve(versions);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      this.#running--;
      this.#schedule();
    }
  }

  async #query(batch: readonly Waiting[]): Promise<Versions> {
    const about = new Set<string>(['network']);
    for (const { children } of batch) for (const child of children) about.add(child);
    const { rows } = await this.#database.query<{ about: string; version: number; now: number | null }>(
      `select about, version,
              case about when 'network' then floor(extract(epoch from clock_timestamp()) * 1000)::float8 end as now
       from register.version where about = any($1::text[])`,
      [[...about]],
    );
    const of = new Map<string, number>();
    let network: { version: number; now: number } | undefined;
    for (const { about: each, version, now } of rows) {
      if (now === null) of.set(each, version);
      else network = { version, now };
    }
    if (network === undefined) throw new Error('The register has no version of its network: it is not migrated.');
    return { now: network.now, network: network.version, of };
  }
}

/** A slow statement holds up one batch, not all; more at once would make the batches smaller and the work larger. */
const mostAtOnce = 2;
