import type { Database } from '@trellis/platform';
import type { Checkpoint } from './checkpoint.ts';
import type { Ledger } from './open-ledger.ts';
import type { ConsistencyProof } from './proof.ts';

/** Hands something to one agency; resolves only where the agency took it. */
export type Hand = (agency: string, handed: Checkpoint | ConsistencyProof) => Promise<void>;

/**
 * Hands a checkpoint to each agency that was not handed it yet: the first as it is, each later one with the proof that it follows from the
 * last that this agency took. What fails, fails alone, and is handed the next time; then with the proof from what was taken before. Two processes
 * that hand the same one at once are refused by who took it already, and see so the next time. Returns which agencies could not be reached.
 */
export async function handCheckpoint(
  database: Database,
  ledger: Pick<Ledger, 'proveConsistency'>,
  checkpoint: Checkpoint,
  agencies: readonly string[],
  hand: Hand,
): Promise<readonly string[]> {
  // Every tree begins with none: nothing follows from that.
  if (checkpoint.size === 0) return [];
  const { rows } = await database.query<{ agency: string; size: string }>(
    'select agency, size::text as size from ledger.handed where agency = any($1::text[])',
    [agencies],
  );
  const taken = new Map(rows.map(({ agency, size }) => [agency, Number(size)]));
  const failed: string[] = [];
  for (const agency of agencies) {
    const before = taken.get(agency);
    if (before !== undefined && before >= checkpoint.size) continue;
    try {
      await hand(agency, before === undefined ? checkpoint : await ledger.proveConsistency(before));
    } catch {
      // What it answered is nobody's to read: it is named, and handed the next time.
      failed.push(agency);
      continue;
    }
    await database.query(
      `insert into ledger.handed (agency, size) values ($1, $2)
       on conflict (agency) do update set size = greatest(handed.size, excluded.size), at = clock_timestamp()`,
      [agency, String(checkpoint.size)],
    );
  }
  return failed;
}
