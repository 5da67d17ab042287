import { pendingOf } from './pending-change.ts';
import type { Recorded } from './records.ts';

/** The person who made a record, or asked for the change of it that is pending: the second must be another. */
export interface FirstPerson {
  readonly user: string;
  readonly agency: string | undefined;
}

/** Undefined where nobody is recorded as the first person: nobody can then be shown to be another. */
export function firstPersonOf(record: Recorded | undefined): FirstPerson | undefined {
  if (record === undefined) return undefined;
  const pending = pendingOf(record);
  if (pending !== undefined) return { user: pending.by, agency: pending.byAgency };
  const { by, recordedBy, recordedByAgency } = record.detail;
  const user = typeof by === 'string' ? by : recordedBy;
  if (typeof user !== 'string') return undefined;
  return { user, agency: typeof recordedByAgency === 'string' ? recordedByAgency : (record.agency ?? undefined) };
}
