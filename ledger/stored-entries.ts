import type { Queryable } from '@trellis/platform';

/** An entry as its table has it. All but `body` repeats what is in the body, for finding it. */
export interface StoredEntry {
  readonly index: number;
  readonly body: string;
  readonly leaf: Uint8Array;
  readonly at: Date;
  readonly disclosure: string;
  readonly agency: string;
  readonly requester: string;
  readonly childHash: Uint8Array;
}

const atOnce = 2_000;

/** Every entry in order, a page at a time. */
export async function* storedEntries(database: Queryable): AsyncGenerator<StoredEntry> {
  for (let after = -1; ;) {
    const { rows } = await database.query<Omit<StoredEntry, 'index'> & { index: string }>(
      `select index::text as index, body, leaf, at, disclosure, agency, requester, child_hash as "childHash"
       from ledger.entry where entry.index > $1 order by entry.index limit $2`,
      [String(after), atOnce],
    );
    for (const { index, ...row } of rows) yield { ...row, index: Number(index) };
    if (rows.length < atOnce) return;
    after = Number(rows.at(-1)?.index);
  }
}
