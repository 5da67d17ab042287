import type {
  FamilyNoteRecord,
  FileRecord,
  InvestigationRecord,
  PlanRecord,
  ReferralRecord,
  RiskAssessmentRecord,
} from '@trellis/subgraph-child-protection';
import type { SourcePerson } from '../source-item.ts';

type Said<OfFile> = Omit<OfFile, 'id' | 'source' | 'sourceId' | 'file'>;

/** A source record that hangs from a child's file. */
interface OfChild<Of extends string, Kept> {
  readonly of: Of;
  /** The child's number (LAchildID). */
  readonly child: string;
  readonly sourceId: string;
  readonly said: Said<Kept>;
}

export interface ChildSource {
  readonly of: 'children';
  readonly person: SourcePerson;
  readonly file: Pick<FileRecord, 'status' | 'openedOn' | 'closedOn'>;
}

interface AssessmentSource extends OfChild<'riskAssessments', RiskAssessmentRecord> {
  /** Factors about adults of the family go to a note of their own. */
  readonly familyNote: Said<FamilyNoteRecord> | undefined;
}

/** One element of the census, read. */
export type CinSource =
  | ChildSource
  | OfChild<'referrals', ReferralRecord>
  | AssessmentSource
  | OfChild<'investigations', InvestigationRecord>
  | OfChild<'plans', PlanRecord>;
