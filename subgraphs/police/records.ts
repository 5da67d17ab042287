import type { YouthDisposition } from './youth-access-period.ts';

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

export interface OfficerRecord extends Sourced {
  readonly name: string;
  readonly badge: string | null;
  readonly unit: string | null;
  readonly phone: string | null;
}

export interface IncidentRecord extends Sourced {
  /** The police service's own incident number. */
  readonly number: string | null;
  readonly occurredAt: string | null;
  readonly reportedOn: string | null;
  readonly violation: string | null;
  readonly violationText: string | null;
  readonly clearance: 'OPEN' | 'CLEARED_BY_CHARGE' | 'CLEARED_OTHERWISE' | 'UNFOUNDED' | null;
  readonly narrative: string | null;
  /** The id of the OfficerRecord. */
  readonly officer: string | null;
  /** This record's own categories beyond roles and youth records: `sensitivity.violence`. */
  readonly categories: readonly string[];
}

/**
 * Somebody in an incident. An incident is answered only where at least one is a linked child and every other is a linked child or known
 * to be an adult: otherwise whose it is cannot be said.
 */
export interface IncidentPersonRecord extends OfChild {
  /** The id of the IncidentRecord. */
  readonly incident: string;
  readonly role: 'VICTIM' | 'WITNESS' | 'ACCUSED' | 'SUBJECT';
  /** Known to be an adult at the time of the incident. */
  readonly adult: boolean;
  readonly relationship: string | null;
  /** The outcome of the matter against a young person; null where there is none, or the person is an adult. */
  readonly disposition: YouthDisposition | null;
  /** The day its access period runs from (YCJA s. 119(2)): consent to the sanction, end of the time to appeal, finding, or completion of the sentence. */
  readonly dispositionOn: string | null;
}

export interface NoContactConditionRecord extends OfChild {
  /** The kind of person it binds: `father`. */
  readonly binds: string | null;
  readonly text: string | null;
  readonly court: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface DomesticViolenceAttendanceRecord extends OfChild {
  readonly attendedOn: string | null;
  readonly childPresent: boolean | null;
  readonly outcome: string | null;
}

export interface MissingReportRecord extends OfChild {
  readonly reportedAt: string;
  readonly foundAt: string | null;
  readonly lastSeenPlace: string | null;
}

/** The officer to call about a child. */
export interface LiaisonRecord extends OfChild {
  readonly officer: string;
  readonly since: string | null;
}

export interface PoliceRecords {
  readonly officers?: readonly OfficerRecord[];
  readonly incidents?: readonly IncidentRecord[];
  readonly incidentPersons?: readonly IncidentPersonRecord[];
  readonly noContactConditions?: readonly NoContactConditionRecord[];
  readonly domesticViolenceAttendances?: readonly DomesticViolenceAttendanceRecord[];
  readonly missingReports?: readonly MissingReportRecord[];
  readonly liaisons?: readonly LiaisonRecord[];
}
