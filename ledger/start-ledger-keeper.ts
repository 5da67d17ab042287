import type { Database } from '@trellis/platform';
import type { SigningKey } from './checkpoint.ts';
import type { Hand } from './hand-checkpoint.ts';
import { handCheckpoint } from './hand-checkpoint.ts';
import type { Ledger } from './open-ledger.ts';

export interface LedgerKeeperOptions {
  readonly database: Database;
  readonly ledger: Pick<Ledger, 'checkpoint' | 'proveConsistency' | 'forgetQuestions'>;
  /** Without one nothing is signed. */
  readonly key: SigningKey | undefined;
  /** Those that are handed checkpoints. */
  readonly agencies: readonly string[];
  readonly hand: Hand;
  readonly checkpointEveryMs?: number;
  readonly forgetEveryMs?: number;
  /** Told of what failed; it is tried again the next time. */
  readonly onFailure: (error: unknown) => void;
}

/** The error that names the agencies that did not take a checkpoint. */
export class CheckpointNotTaken extends Error {
  override readonly name = 'CheckpointNotTaken';
  readonly agencies: readonly string[];

  constructor(agencies: readonly string[]) {
    super('an agency did not take a checkpoint');
    this.agencies = agencies;
  }
}

const hourMs = 3_600_000;

/**
 * Looks after the ledger: signs the tree every hour and hands the checkpoint to the agencies, and every day forgets what was withheld longer ago than it
 * is kept. Any number of processes may do so beside each other.
 */
export function startLedgerKeeper(options: LedgerKeeperOptions): { close(): Promise<void> } {
  const { database, ledger, key, agencies, hand, onFailure } = options;
  const sign = async (): Promise<void> => {
    if (key === undefined) return;
    const failed = await handCheckpoint(database, ledger, await ledger.checkpoint(key), agencies, hand);
    if (failed.length > 0) throw new CheckpointNotTaken(failed);
  };
  const forget = async (): Promise<void> => {
    await ledger.forgetQuestions();
  };
  const jobs = [
    every(options.checkpointEveryMs ?? hourMs, sign, onFailure),
    every(options.forgetEveryMs ?? 24 * hourMs, forget, onFailure),
  ];
  return {
    close: async () => {
      await Promise.all(jobs.map((job) => job.close()));
    },
  };
}

/** Does something at once and again so long after it ended, until it is closed; what it does then is waited for. */
function every(ms: number, work: () => Promise<void>, onFailure: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let running = Promise.resolve();
  const again = (): void => {
    running = work()
      .catch(onFailure)
      .then(() => {
        if (!isClosed) timer = setTimeout(again, ms);
      });
  };
  again();
  return {
    async close(): Promise<void> {
      isClosed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
