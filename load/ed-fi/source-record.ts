import type {
  AccommodationRecord,
  AttendanceEventRecord,
  DisciplineIncidentRecord,
  DisciplineParticipantRecord,
  EnrolmentRecord,
  SchoolRecord,
} from '@trellis/subgraph-education';
import type { SourcePerson } from '../source-item.ts';

type Said<Kept, Added extends keyof Kept = never> = Omit<Kept, 'id' | 'source' | 'sourceId' | 'child' | Added>;

/** A record of one student from an Ed-Fi element, by the student's number. */
interface OfStudent<Of extends string, Kept, Added extends keyof Kept = never> {
  readonly of: Of;
  readonly sourceId: string;
  readonly student: string;
  readonly said: Said<Kept, Added>;
}

export type DisciplineRole = DisciplineParticipantRecord['role'];
export const disciplineRoles = [
  'PERPETRATOR',
  'VICTIM',
  'WITNESS',
  'OTHER',
] as const satisfies readonly DisciplineRole[];

interface StudentSource {
  readonly of: 'students';
  readonly person: SourcePerson;
}

interface SchoolSource {
  readonly of: 'schools';
  readonly sourceId: string;
  readonly said: Said<SchoolRecord>;
}

interface EnrolmentSource extends OfStudent<'enrolments', EnrolmentRecord, 'school'> {
  /** The SchoolId. */
  readonly school: string;
}

/** `incident` is the school's number and the incident's, by which associations find it. */
export interface IncidentSource {
  readonly of: 'disciplineIncidents';
  readonly incident: string;
  readonly said: Said<DisciplineIncidentRecord>;
  /** The parts of people who are no students here. Their names are not read. */
  readonly external: readonly DisciplineRole[];
}

/** The parts that a student had, by one association: an incident has one of each student and behaviour. */
export interface ParticipantSource {
  readonly of: 'disciplineParticipants';
  /** Empty where it names no student that can be told: somebody was there. */
  readonly student: string;
  readonly incident: string;
  readonly roles: readonly [DisciplineRole, ...DisciplineRole[]];
  readonly behaviour: string;
}

export interface ActionSource {
  readonly of: 'disciplineActions';
  readonly student: string;
  /** One action may answer what somebody did in several. */
  readonly incidents: readonly [string, ...string[]];
  readonly action: string;
}

/** One Ed-Fi element, read. */
export type EdFiSource =
  | StudentSource
  | SchoolSource
  | EnrolmentSource
  | OfStudent<'attendanceEvents', AttendanceEventRecord>
  | OfStudent<'accommodations', AccommodationRecord>
  | IncidentSource
  | ParticipantSource
  | ActionSource;
