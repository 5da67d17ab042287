import type { Queryable } from '@trellis/platform';
import { Buffer } from 'node:buffer';
import { type VerifyingKey } from './checkpoint-note.ts';
import { logs, type Log } from './entry.ts';
import { originOf, Verifier, type Verification } from './verifier.ts';

const batch = 2_000;

/** One line of an export, as JSON: first the header, then each log's checkpoints and entries in order. */
type Line =
  | { readonly format: 'trellis-ledger'; readonly version: 1; readonly network: string }
  | { readonly log: Log; readonly checkpoint: string }
  | { readonly log: Log; readonly index: number; readonly body: string };

/** The whole ledger as lines to keep elsewhere and verify offline. It holds no child's id and no salt. */
export async function* exportLedger(database: Queryable, network: string): AsyncGenerator<string> {
  const line = (content: Line): string => `${JSON.stringify(content)}\n`;
  yield line({ format: 'trellis-ledger', version: 1, network });
  for (const log of logs) {
    for (const checkpoint of await checkpointNotes(database, log)) yield line({ log, checkpoint });
    for await (const { index, body } of readEntries(database, log)) yield line({ log, index, body });
  }
}

/** Verifies an export with nothing but the keys and, better, checkpoints that were kept elsewhere. */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  options: { readonly keys: readonly VerifyingKey[]; readonly kept?: readonly string[]; readonly network?: string },
): Promise<readonly Verification[]> {
  let network = options.network;
  const notes: Record<Log, string[]> = { disclosure: [], withholding: [] };
  const verifiers = new Map<Log, Verifier>();
  const verifierOf = (log: Log): Verifier => {
    let verifier = verifiers.get(log);
    if (verifier === undefined) {
      const origin = originOf(network ?? '', log);
      const kept = (options.kept ?? []).filter((note) => note.startsWith(`${origin}\n`));
      verifier = new Verifier(log, origin, [...notes[log], ...kept], options.keys);
      verifiers.set(log, verifier);
    }
    return verifier;
  };
  for await (const text of lines) {
    if (text.trim() === '') continue;
    const line = readLine(text);
    if (line === undefined) throw new Error('This is no export of a ledger, or it is cut short.');
    if ('format' in line) network ??= line.network;
    else if ('checkpoint' in line) notes[line.log].push(line.checkpoint);
    else verifierOf(line.log).add(line.index, line.body);
  }
  return logs.map((log) => verifierOf(log).end());
}

/** Verifies the ledger where it lies: entries, hashes kept for them, heads, subtrees, and every checkpoint. */
export async function verifyLedger(
  database: Queryable,
  network: string,
  options: { readonly keys: readonly VerifyingKey[]; readonly kept?: readonly string[] },
): Promise<readonly Verification[]> {
  const found: Verification[] = [];
  for (const log of logs) {
    const origin = originOf(network, log);
    const { rows } = await database.query<{ size: number; peaks: Uint8Array }>(
      'select size::float8 as size, peaks from ledger.head where log = $1',
      [log],
    );
    const [head] = rows;
    if (head === undefined) throw new Error('The ledger has no head: it is not migrated.');
    const kept = (options.kept ?? []).filter((note) => note.startsWith(`${origin}\n`));
    const notes = await checkpointNotes(database, log);
    const verifier = new Verifier(log, origin, [...notes, ...kept], options.keys);
    for await (const { index, body, leaf } of readEntries(database, log, head.size)) verifier.add(index, body, leaf);
    found.push(verifier.end(head));
  }
  return found;
}

async function* readEntries(
  database: Queryable,
  log: Log,
  size = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<{ index: number; body: string; leaf: Uint8Array }> {
  let after = -1;
  for (;;) {
    const { rows } = await database.query<{ index: number; body: string; leaf: Uint8Array }>(
      `select index::float8 as index, body, leaf from ledger.entry
       where log = $1 and index > $2::bigint and index < $3::bigint order by index limit ${batch}`,
      [log, after, size],
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.index;
  }
}

async function checkpointNotes(database: Queryable, log: Log): Promise<string[]> {
  const { rows } = await database.query<{ note: string }>(
    'select note from ledger.checkpoint where log = $1 order by size, note',
    [log],
  );
  return rows.map(({ note }) => note);
}

function readLine(text: string): Line | undefined {
  if (Buffer.byteLength(text) > 1_000_000) return undefined;
  try {
    return JSON.parse(text) as Line;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
