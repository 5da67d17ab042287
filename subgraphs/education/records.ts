/** The origin of a record: `synthetic`, or the name of a feed and the id it has there. Loading the same feed again finds the same rows. */
interface Sourced {
  /** Opaque, in the form of a NetworkId, never an agency's own number: `recordId` of the kit makes one from source and source id. */
  readonly id: string;
  readonly source: string;
  readonly sourceId: string;
}

/** A record about one child. Days are `YYYY-MM-DD`. */
interface OfChild extends Sourced {
  /** The NetworkId; null while nobody has linked the record to a child: then it is kept and never answered. */
  readonly child: string | null;
}

export interface SchoolRecord extends Sourced {
  readonly name: string;
  readonly board: string | null;
  readonly phone: string | null;
}

/** Ed-Fi StudentSchoolAssociation. */
export interface EnrolmentRecord extends OfChild {
  /** The id of the SchoolRecord. */
  readonly school: string | null;
  /** JK, SK, 1 to 12. */
  readonly grade: string | null;
  readonly entryOn: string | null;
  readonly exitOn: string | null;
  /** Days in session since entry; null where unknown: then there is no attendance rate. */
  readonly daysInSession: number | null;
}

/** Ed-Fi StudentSchoolAttendanceEvent. */
export interface AttendanceEventRecord extends OfChild {
  readonly on: string;
  readonly kind: 'EXCUSED_ABSENCE' | 'UNEXCUSED_ABSENCE' | 'LATE' | 'EARLY_DEPARTURE' | 'OTHER';
  readonly reason: string | null;
}

/** Ed-Fi StudentSpecialEducationProgramAssociation, IEP accommodations. */
export interface AccommodationRecord extends OfChild {
  readonly programme: string | null;
  readonly description: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** A person who may collect the child, or may not. */
export interface CollectorRecord extends OfChild {
  readonly name: string;
  readonly relationship: string | null;
  readonly allowed: boolean;
  readonly note: string | null;
}

/** Ed-Fi DisciplineIncident. */
export interface DisciplineIncidentRecord extends Sourced {
  readonly occurredOn: string | null;
  readonly behaviour: string | null;
  readonly place: string | null;
  readonly description: string | null;
  /** This record's own categories beyond its kind: `sensitivity.violence`. */
  readonly categories: readonly string[];
}

/**
 * Somebody in an incident. An incident is answered only where every participant is a linked child or is marked as known not to be a
 * child of the network: otherwise whose it is cannot be said.
 */
export interface DisciplineParticipantRecord extends OfChild {
  /** The id of the DisciplineIncidentRecord. */
  readonly incident: string;
  readonly role: 'PERPETRATOR' | 'VICTIM' | 'WITNESS' | 'OTHER';
  readonly action: string | null;
  /** Known to be an adult (staff, a visitor). */
  readonly adult: boolean;
}

export interface CounsellorNoteRecord extends OfChild {
  readonly writtenOn: string | null;
  readonly text: string;
}

export interface EducationRecords {
  readonly schools?: readonly SchoolRecord[];
  readonly enrolments?: readonly EnrolmentRecord[];
  readonly attendanceEvents?: readonly AttendanceEventRecord[];
  readonly accommodations?: readonly AccommodationRecord[];
  readonly collectors?: readonly CollectorRecord[];
  readonly disciplineIncidents?: readonly DisciplineIncidentRecord[];
  readonly disciplineParticipants?: readonly DisciplineParticipantRecord[];
  readonly counsellorNotes?: readonly CounsellorNoteRecord[];
}
