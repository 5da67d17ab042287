import type { Instant } from '@trellis/decision';
import type { Queryable } from '@trellis/platform';

/**
 * The state of something: its version, and when it came to be. After an older copy of the database was restored a number is given out again; the two
 * together are not.
 */
export interface Stamp {
  readonly version: number;
  /** Milliseconds since the epoch, with what the database has behind the point. */
  readonly changed: number;
}

/** The versions of what was asked about, and the moment they were read, by the database's clock. */
export interface Versions {
  readonly now: Instant;
  readonly network: number;
  /** The number of the latest publication of an agency; 0 where there is none. */
  readonly catalogue: number;
  /** The stamp of each thing asked about; one that has no version is not in it. */
  readonly of: ReadonlyMap<string, Stamp>;
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
    const about = new Set<string>(['network', 'catalogue']);
    for (const { children } of batch) for (const child of children) about.add(child);
    // In one row: to take many apart costs more than all else that is done with them.
    const { rows } = await this.#database.query<{
      now: number;
      stamps: Record<string, readonly [number, number]> | null;
    }>(
      `select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now,
              json_object_agg(about, json_build_array(version, extract(epoch from changed_at)::float8 * 1000)) as stamps
       from register.version where about = any($1::text[])`,
      [[...about]],
    );
    const [row] = rows;
    const network = row?.stamps?.['network']?.[0];
    if (row?.stamps == null || network === undefined) {
      throw new Error('The register has no version of its network: it is not migrated.');
    }
    const of = new Map<string, Stamp>();
    for (const [each, [version, changed]] of Object.entries(row.stamps))
      if (each !== 'network' && each !== 'catalogue') of.set(each, { version, changed });
    return { now: row.now, network, catalogue: row.stamps['catalogue']?.[0] ?? 0, of };
  }
}

/** A slow statement holds up one batch, not all; more at once would make the batches smaller and the work larger. */
const mostAtOnce = 2;
