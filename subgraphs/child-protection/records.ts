/** The origin of a record: `synthetic`, or the name of a feed and the id it has there. Loading the same feed again finds the same rows. */
interface Sourced {
  /** Opaque, in the form of a NetworkId, never an agency's own number: `recordId` of the kit makes one from source and source id. */
  readonly id: string;
  readonly source: string;
  readonly sourceId: string;
}

/** A record that hangs from a file. */
interface OfFile extends Sourced {
  /** The id of the FileRecord. */
  readonly file: string;
}

/** A society's file on one child. Days are `YYYY-MM-DD`. */
export interface FileRecord extends Sourced {
  /** The NetworkId; null while nobody has linked the file to a child: then it is kept and never answered. */
  readonly child: string | null;
  readonly status: 'OPEN' | 'CLOSED';
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly eligibilitySection: string | null;
  readonly eligibilityScale: string | null;
  readonly eligibilitySeverity: 'EXTREMELY_SEVERE' | 'MODERATELY_SEVERE' | 'MINIMALLY_SEVERE' | 'NOT_SEVERE' | null;
  readonly riskLevel: RiskLevel | null;
  readonly legalStatus:
    'NONE' | 'VOLUNTARY_AGREEMENT' | 'SUPERVISION_ORDER' | 'INTERIM_CARE' | 'EXTENDED_CARE' | 'CUSTOMARY_CARE' | null;
  readonly legalStatusSince: string | null;
  readonly lastSeenOn: string | null;
  readonly lastSeenBy: string | null;
  readonly lastSeenPlace: string | null;
  readonly custody: 'SOLE' | 'JOINT' | 'SOCIETY' | 'KIN' | 'OTHER' | null;
  readonly custodyHolders: readonly string[];
  readonly custodySince: string | null;
}

export type RiskLevel = 'LOW' | 'MODERATE' | 'HIGH' | 'VERY_HIGH';

export interface ReferralRecord extends OfFile {
  readonly receivedOn: string | null;
  readonly concern: string | null;
  readonly outcome: 'NO_FURTHER_ACTION' | 'COMMUNITY_LINK' | 'INVESTIGATION' | 'FAMILY_SERVICE' | null;
  readonly reporterKind: string | null;
  readonly reporterName: string | null;
  readonly reporterPhone: string | null;
}

export interface InvestigationRecord extends OfFile {
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly allegation:
    | 'PHYSICAL'
    | 'SEXUAL'
    | 'EMOTIONAL'
    | 'NEGLECT'
    | 'EXPOSURE_TO_VIOLENCE'
    | 'CAREGIVER_CAPACITY'
    | 'ABANDONMENT'
    | 'OTHER'
    | null;
  readonly verification: 'VERIFIED' | 'NOT_VERIFIED' | 'INCONCLUSIVE' | null;
}

export interface RiskAssessmentRecord extends OfFile {
  readonly startedOn: string | null;
  readonly completedOn: string | null;
  readonly level: RiskLevel | null;
  readonly factors: readonly string[];
}

export interface SafetyAlertRecord extends OfFile {
  readonly raisedOn: string | null;
  readonly text: string;
}

export interface HazardRecord extends OfFile {
  readonly kind: 'ANIMAL' | 'WEAPON' | 'VIOLENCE' | 'SUBSTANCE' | 'ENVIRONMENT' | 'OTHER';
  readonly text: string;
}

export interface PlacementRecord extends OfFile {
  readonly from: string | null;
  readonly to: string | null;
  readonly setting: 'FOSTER' | 'KIN' | 'GROUP';
  /** Foster and kin homes. */
  readonly carers: string | null;
  /** Kin homes. */
  readonly relationship: string | null;
  /** Group homes. */
  readonly operator: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

export interface PlanRecord extends OfFile {
  readonly from: string | null;
  readonly to: string | null;
  readonly reviewOn: string | null;
  readonly goals: readonly string[];
}

/** A worker of the society. */
export interface WorkerRecord extends Sourced {
  /** The `sub` of the worker's tokens. */
  readonly user: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly team: string | null;
}

/** A worker is assigned to a file, from and to (half-open). */
export interface AssignmentRecord extends OfFile {
  /** The id of the WorkerRecord. */
  readonly worker: string;
  readonly from: string | null;
  readonly to: string | null;
  /** null where the source does not say: whoever was then assigned since an investigation that is open began is taken for its investigator. */
  readonly work: 'SERVICE' | 'INVESTIGATION' | null;
}

/** The society's line outside office hours. */
export interface AfterHoursLineRecord extends Sourced {
  readonly name: string;
  readonly phone: string;
  readonly hours: string | null;
}

export interface HouseholdMemberRecord extends OfFile {
  readonly name: string;
  readonly relationship: string | null;
}

export interface CaregiverRecord extends OfFile {
  readonly name: string;
  readonly relationship: string | null;
  readonly phone: string | null;
}

export interface FamilyNoteRecord extends OfFile {
  readonly writtenOn: string | null;
  readonly text: string;
}

/** Two children are siblings. One record says it both ways. Both are NetworkIds. */
export interface SiblingRecord extends Sourced {
  readonly child: string;
  readonly sibling: string;
}

export interface ChildProtectionRecords {
  readonly files?: readonly FileRecord[];
  readonly referrals?: readonly ReferralRecord[];
  readonly investigations?: readonly InvestigationRecord[];
  readonly riskAssessments?: readonly RiskAssessmentRecord[];
  readonly safetyAlerts?: readonly SafetyAlertRecord[];
  readonly hazards?: readonly HazardRecord[];
  readonly placements?: readonly PlacementRecord[];
  readonly plans?: readonly PlanRecord[];
  readonly workers?: readonly WorkerRecord[];
  readonly assignments?: readonly AssignmentRecord[];
  readonly afterHoursLines?: readonly AfterHoursLineRecord[];
  readonly householdMembers?: readonly HouseholdMemberRecord[];
  readonly caregivers?: readonly CaregiverRecord[];
  readonly familyNotes?: readonly FamilyNoteRecord[];
  readonly siblings?: readonly SiblingRecord[];
}
