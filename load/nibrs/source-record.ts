import type { IncidentPersonRecord, IncidentRecord } from '@trellis/subgraph-police';

/** Somebody in a report. NIBRS says what part they had and about how old they were, never who they are. */
export interface PersonSource {
  /** The service's number for the incident and this person's in it: what a links file names. */
  readonly number: string;
  readonly sourceId: string;
  readonly said: Omit<IncidentPersonRecord, 'id' | 'source' | 'sourceId' | 'child' | 'incident'>;
}

/** A report of an incident or an arrest. */
export interface ReportSource {
  readonly of: 'incidents';
  readonly sourceId: string;
  readonly said: Omit<IncidentRecord, 'id' | 'source' | 'sourceId'>;
  readonly persons: readonly PersonSource[];
  /** The moment at which this was said, where its place in the submission says more than the submission's time. */
  readonly asOf?: string;
}

/** A report that asks for an earlier one to be deleted. */
interface WithdrawalSource {
  readonly of: 'withdrawals';
  readonly sourceId: string;
  readonly asOf?: string;
}

/** One NIBRS report, read. */
export type NibrsSource = ReportSource | WithdrawalSource;
