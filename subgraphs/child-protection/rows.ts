import type { FileRecord, InvestigationRecord, PlacementRecord, ReferralRecord, WorkerRecord } from './records.ts';

/** A file as it is answered: the child is known. */
export type FileRow = Omit<FileRecord, 'child' | 'source' | 'sourceId'> & { readonly child: string };
export type PlacementRow = Omit<PlacementRecord, 'file' | 'source' | 'sourceId'>;
export type ReferralRow = Omit<ReferralRecord, 'file' | 'source' | 'sourceId'>;
export type WorkerRow = Pick<WorkerRecord, 'name' | 'phone' | 'email' | 'team'> & {
  readonly from: string | null;
  readonly to: string | null;
  readonly work: 'SERVICE' | 'INVESTIGATION' | null;
};

/** A row that is answered as it is. */
export interface PlainRow {
  readonly id: string;
}

export type InvestigationRow = PlainRow & Pick<InvestigationRecord, 'openedOn' | 'closedOn'>;
