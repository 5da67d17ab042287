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
    // In one row: to take many apart costs more than all else that is done with them.
    const { rows } = await this.#database.query<{ now: number; versions: Record<string, number> | null }>(
      `select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now, json_object_agg(about, version) as versions
       from register.version where about = any($1::text[])`,
      [[...about]],
    );
    const [row] = rows;
    const of = new Map(Object.entries(row?.versions ?? {}));
    const network = of.get('network');
    if (row === undefined || network === undefined) {
      throw new Error('The register has no version of its network: it is not migrated.');
    }
    of.delete('network');
    return { now: row.now, network, of };
  }
}

/** A slow statement holds up one batch, not all; more at once would make the batches smaller and the work larger. */
const mostAtOnce = 2;
