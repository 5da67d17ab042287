import type {
  CarePlanRecord,
  ConditionRecord,
  EncounterRecord,
  ProviderRecord,
  RiskAssessmentRecord,
  ScoreRecord,
} from '@trellis/subgraph-mental-health';
import type { SourcePerson } from '../source-item.ts';

/** The content of a record that the resource itself tells; whose it is and its id are added when it is mapped. */
type Said<OfChild> = Omit<OfChild, 'id' | 'source' | 'sourceId' | 'child'>;

/** A resource about a patient. `subject` is the reference as the file has it. */
interface About<Of extends string, OfChild> {
  readonly of: Of;
  readonly sourceId: string;
  readonly subject: string;
  readonly said: Said<OfChild>;
}

export interface PatientSource {
  readonly of: 'patients';
  readonly person: SourcePerson;
  readonly active: boolean;
  /** Has died, whether or not it is said when. */
  readonly dead: boolean;
  readonly diedOn: string | null;
  /** Its source labels it, and a service record cannot carry a label: that the child is served here is itself sensitive. */
  readonly isLabelled: boolean;
}

export interface ProviderSource {
  readonly of: 'providers';
  readonly sourceId: string;
  readonly said: Omit<ProviderRecord, 'id' | 'source' | 'sourceId'>;
}

export interface EncounterSource extends About<'encounters', EncounterRecord> {
  /** References to who saw the patient, and for whom they work. */
  readonly provider: string | undefined;
  readonly organization: string | undefined;
}

/** A risk assessment with all of its predictions, each a record. */
interface RiskSource extends About<'riskAssessments', RiskAssessmentRecord> {
  readonly more?: readonly Said<RiskAssessmentRecord>[];
}

export type AboutPatient =
  | About<'conditions', ConditionRecord>
  | About<'carePlans', CarePlanRecord>
  | EncounterSource
  | RiskSource
  | About<'scores', ScoreRecord>;

/** A resource that its source takes back, or one that may no longer be answered: of which tables its record goes, and why. */
interface TakenBackSource {
  readonly of: 'takenBack';
  readonly sourceId: string;
  readonly tables: readonly string[];
  readonly why: string;
  /** Nothing is taken back for good: the resource stands, and no record can be made of what it says now. */
  readonly isSuperseded?: boolean;
}

/** One FHIR resource, read. */
export type FhirSource = TakenBackSource | PatientSource | ProviderSource | AboutPatient;
