import { createHmac } from 'node:crypto';
import type { Queryable } from '@trellis/platform';

/** Names the entries of one ledger: the id is a function of the entry alone, and only this ledger can make it. */
export class EntryIds {
  readonly #database: Queryable;
  #secret: Promise<Uint8Array> | undefined;

  constructor(database: Queryable) {
    this.#database = database;
  }

  /** The id of the entry with this leaf hash, through a function that may be called many times. */
  async namer(): Promise<(leaf: Uint8Array) => string> {
    this.#secret ??= this.#read().catch((error: unknown) => {
      this.#secret = undefined;
      throw error;
    });
    const secret = await this.#secret;
    return (leaf) => createHmac('sha256', secret).update(leaf).digest().subarray(0, 16).toString('base64url');
  }

  async #read(): Promise<Uint8Array> {
    const { rows } = await this.#database.query<{ value: Uint8Array }>(
      "select value from ledger.secret where name = 'entry-id'",
      [],
    );
    const [secret] = rows;
    if (secret === undefined) throw new Error('The ledger has no secret for its entry ids: it is not migrated.');
    return secret.value;
  }
}
