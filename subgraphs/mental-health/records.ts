/** The origin of a record: `synthetic`, or the name of a feed and the id it has there. Loading the same feed again finds the same rows. */
interface Sourced {
  /** Opaque, in the form of a NetworkId, never an agency's own number: `recordId` of the kit makes one from source and source id. */
  readonly id: string;
  readonly source: string;
  readonly sourceId: string;
}

/** A record about one child. Days are `YYYY-MM-DD`, instants ISO 8601 with a zone. */
interface OfChild extends Sourced {
  /** The NetworkId; null while nobody has linked the record to a child: then it is kept and never answered. */
  readonly child: string | null;
}

/** A provider's contact point. */
export interface ProviderRecord extends Sourced {
  readonly name: string;
  readonly organization: string | null;
  readonly phone: string | null;
}

/** One period of service; still in service where `endedOn` is null or later than today. */
export interface ServiceRecord extends OfChild {
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  /** The id of the ProviderRecord. */
  readonly provider: string | null;
}

/** FHIR Condition. */
export interface ConditionRecord extends OfChild {
  readonly code: string | null;
  readonly system: string | null;
  readonly display: string | null;
  readonly clinicalStatus: 'ACTIVE' | 'RECURRENCE' | 'RELAPSE' | 'INACTIVE' | 'REMISSION' | 'RESOLVED' | null;
  readonly onsetOn: string | null;
  readonly abatedOn: string | null;
  /** This record's own categories beyond its kind: `sensitivity.substance-use`. One that the network does not know withholds the record. */
  readonly categories: readonly string[];
}

/** FHIR CarePlan. */
export interface CarePlanRecord extends OfChild {
  readonly title: string | null;
  readonly status: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly activities: readonly string[];
  /** As of a condition. */
  readonly categories: readonly string[];
}

/** FHIR Encounter. */
export interface EncounterRecord extends OfChild {
  readonly kind: string | null;
  readonly reason: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** As of a condition: why somebody came is as telling. */
  readonly categories: readonly string[];
}

/** FHIR RiskAssessment, or an observation that says as much. */
export interface RiskAssessmentRecord extends OfChild {
  readonly assessedOn: string | null;
  readonly of: 'SELF_HARM' | 'SUICIDE' | 'VIOLENCE' | 'ABUSE' | 'OTHER';
  readonly level: string | null;
  readonly mitigation: string | null;
}

/** A screening questionnaire's total. */
export interface ScoreRecord extends OfChild {
  readonly instrument: 'PHQ_9' | 'GAD_7' | 'SDQ' | 'OTHER';
  readonly scoredOn: string | null;
  readonly total: number | null;
  readonly severity: string | null;
}

export interface SafetyPlanRecord extends OfChild {
  readonly updatedOn: string | null;
  readonly warningSigns: readonly string[];
  readonly copingSteps: readonly string[];
  readonly supports: readonly string[];
}

export interface SessionNoteRecord extends OfChild {
  readonly writtenOn: string | null;
  readonly text: string;
}

export interface MentalHealthRecords {
  readonly providers?: readonly ProviderRecord[];
  readonly services?: readonly ServiceRecord[];
  readonly conditions?: readonly ConditionRecord[];
  readonly carePlans?: readonly CarePlanRecord[];
  readonly encounters?: readonly EncounterRecord[];
  readonly riskAssessments?: readonly RiskAssessmentRecord[];
  readonly scores?: readonly ScoreRecord[];
  readonly safetyPlans?: readonly SafetyPlanRecord[];
  readonly sessionNotes?: readonly SessionNoteRecord[];
}
