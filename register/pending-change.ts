import type { Day } from '@trellis/decision';
import type { Recorded } from './records.ts';

/** A change that one person asked for and a second has still to confirm. Until then nothing is changed. */
export interface PendingChange {
  readonly act: 'RECORD' | 'RESTORE' | 'END';
  readonly by: string;
  readonly byAgency: string;
  readonly reason?: string | undefined;
  /** For the end of an authority: the first day on which it no longer holds. */
  readonly on?: Day | undefined;
}

/** The change of a record that waits for a second person, if any. */
export function pendingOf(record: Recorded | undefined): PendingChange | undefined {
  const pending = record?.detail['pending'];
  return typeof pending === 'object' && pending !== null ? (pending as PendingChange) : undefined;
}
