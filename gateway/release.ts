import type { Instant } from '@trellis/decision';
import type { DisclosureEntry, Ledger, WithholdingEntry } from '@trellis/ledger';
import type { Database } from '@trellis/platform';
import type { DecidedOn, Register } from '@trellis/register';
import { TrellisError } from './errors.ts';
import { usualDeadlines, type Deadlines } from './deadlines.ts';
import { withinDeadline } from './within-deadline.ts';

/** The entries that must be on the ledger before an answer may leave, and what the answer was decided on. */
export interface Release {
  readonly decided: DecidedOn;
  readonly now: Instant;
  readonly disclosures: readonly DisclosureEntry[];
  readonly withholdings: readonly WithholdingEntry[];
}

interface Waiting {
  readonly release: Release;
  readonly resolve: (released: boolean) => void;
  readonly reject: (error: unknown) => void;
  /** Nobody waits for it any more. */
  isOver: boolean;
}

/** The most releases that travel in one transaction. */
const mostTogether = 100;

/**
 * The releasing transaction: locks and compares the versions that were decided on, appends to the ledger, commits. Resolves true once the entries are durable
 * and false where a version moved; rejects where the database fails or does not answer in time. Releases that wait for a transaction to
 * end share the next one, so that a commit is paid for once.
 */
export function openReleaser(
  database: Database,
  register: Pick<Register, 'stillCurrent'>,
  ledger: Pick<Ledger, 'append'>,
  deadlines: Pick<Deadlines, 'releaseMs'> = usualDeadlines,
): (release: Release) => Promise<boolean> {
  const queue: Waiting[] = [];
  let isRunning = false;

  const commit = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const committing = database.transaction(async (tx) => {
        // A database that comes back is not to tell of what never left.
        if (group.every(({ isOver }) => isOver)) return [];
        const still = await register.stillCurrent(
          tx,
          group.map(({ release }) => release.decided),
        );
        const held = group.filter((_, index) => still[index] === true).map(({ release }) => release);
        const [first] = held;
        if (first) {
          const now = Math.max(...held.map((release) => release.now));
          const disclosures = held.flatMap((release) => release.disclosures);
          await ledger.append(
            tx,
            now,
            disclosures,
            held.flatMap((release) => release.withholdings),
          );
        }
        return still;
      });
      // One that hangs does not hold up those behind it for ever.
      const stillCurrent = await withinDeadline(committing, deadlines.releaseMs, () => new Error('late'));
      group.forEach(({ resolve }, index) => resolve(stillCurrent[index] === true));
    } catch (cause) {
      const error = new TrellisError('LEDGER_UNAVAILABLE', {}, { cause });
      for (const { reject } of group) reject(error);
    }
  };

  const pump = async (): Promise<void> => {
    isRunning = true;
    while (queue.length > 0) await commit(queue.splice(0, mostTogether));
    isRunning = false;
  };

  return async (release) => {
    let waiting: Waiting | undefined;
    const settled = new Promise<boolean>((resolve, reject) => {
      waiting = { release, resolve, reject, isOver: false };
      queue.push(waiting);
      // Those that arrive in the same turn travel together.
      if (!isRunning) {
        isRunning = true;
        setImmediate(() => void pump());
      }
    });
    return withinDeadline(settled, deadlines.releaseMs, () => {
      if (waiting) waiting.isOver = true;
      return new TrellisError('LEDGER_UNAVAILABLE');
    });
  };
}
