import type { Queryable } from '@trellis/platform';
import { z } from 'zod';
import { checkpointShape, type Checkpoint } from './checkpoint.ts';
import type { Ledger } from './open-ledger.ts';
import { storedEntries } from './stored-entries.ts';

/** One line of an export: first every entry in order, then every checkpoint. NDJSON, to be verified anywhere, without us. */
export type ExportLine = { readonly index: number; readonly body: string } | { readonly checkpoint: Checkpoint };

const lineShape = z.union([
  z.strictObject({ index: z.int().nonnegative(), body: z.string() }),
  z.strictObject({ checkpoint: checkpointShape }),
]);

/** A line of an export as it was read; undefined where it is none. */
export function readExportLine(text: string): ExportLine | undefined {
  try {
    return lineShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // not even JSON
  }
}

/** Everything that verifying needs, in order. Others may append meanwhile. */
export async function* exportLedger(
  database: Queryable,
  ledger: Pick<Ledger, 'checkpoints'>,
): AsyncGenerator<ExportLine> {
  // Read first: one that is signed meanwhile may be over entries that are not in this export.
  const checkpoints = await ledger.checkpoints();
  for await (const { index, body } of storedEntries(database)) yield { index, body };
  for (const checkpoint of checkpoints) yield { checkpoint };
}
