import { Buffer } from 'node:buffer';
import { hash, randomBytes } from 'node:crypto';
import type { Queryable } from '@trellis/platform';

const saltLength = 16;
const mostKept = 100_000;

/** The salted hash of each child, which the ledger writes instead of it. Made once for a child; kept in process until one is erased. */
export class Salts {
  readonly #kept = new Map<string, string>();
  #erasures = -1;

  /** The hashes of these children. The caller holds the head's lock, and says how many erasures there have been. */
  async hashesOf(tx: Queryable, children: readonly string[], erasures: number): Promise<ReadonlyMap<string, string>> {
    if (erasures !== this.#erasures || this.#kept.size > mostKept) this.#kept.clear();
    this.#erasures = erasures;
    const missing = [...new Set(children.filter((child) => !this.#kept.has(child)))];
    if (missing.length > 0) {
      const made = missing.map((child) => {
        const salt = randomBytes(saltLength);
        return { child, salt: salt.toString('hex'), hash: saltedHash(salt, child) };
      });
      await tx.query(
        `insert into ledger.salt (child, salt, hash)
         select child, decode(salt, 'hex'), decode(hash, 'hex') from jsonb_to_recordset($1::jsonb) as made(child text, salt text, hash text)
         on conflict (child) do nothing`,
        [JSON.stringify(made)],
      );
      const { rows } = await tx.query<{ child: string; hash: string }>(
        "select child, encode(hash, 'hex') as hash from ledger.salt where child = any($1::text[])",
        [missing],
      );
      for (const row of rows) this.#kept.set(row.child, row.hash);
    }
    return this.#kept;
  }
}

function saltedHash(salt: Uint8Array, child: string): string {
  return hash('sha256', Buffer.concat([salt, Buffer.from(child, 'utf8')]), 'hex');
}
