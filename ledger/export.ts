import type { Queryable } from '@trellis/platform';
import type { Checkpoint } from './checkpoint.ts';
import type { Ledger } from './open-ledger.ts';

/** One line of an export: first every entry in order, then every checkpoint. NDJSON, to be verified anywhere, without us. */
export type ExportLine = { readonly index: number; readonly body: string } | { readonly checkpoint: Checkpoint };

const entriesAtOnce = 2_000;

/** Everything that verifying needs, in order, from one snapshot's size on. */
export async function* exportLedger(
  database: Queryable,
  ledger: Pick<Ledger, 'checkpoints'>,
): AsyncGenerator<ExportLine> {
  for (let from = 0; ; from += entriesAtOnce) {
    const { rows } = await database.query<{ index: string; body: string }>(
      'select index::text as index, body from ledger.entry where entry.index >= $1 order by entry.index limit $2',
      [String(from), entriesAtOnce],
    );
    for (const { index, body } of rows) yield { index: Number(index), body };
    if (rows.length < entriesAtOnce) break;
  }
  for (const checkpoint of await ledger.checkpoints()) yield { checkpoint };
}
