import type { DisciplineParticipantRecord, EducationRecords } from '@trellis/subgraph-education';
import { recordId } from '@trellis/subgraph-kit';
import type { FindChild, MappingContext } from '../format.ts';
import type { Mapped } from '../map-items.ts';
import { dayOfEnd } from '../said-end.ts';
import {
  disciplineRoles,
  type ActionSource,
  type DisciplineRole,
  type EdFiSource,
  type IncidentSource,
  type ParticipantSource,
} from './source-record.ts';

export const edFiSource = 'ed-fi-5';

/** The facts that must be known of a whole interchange before its records can be mapped. */
export interface Interchange {
  readonly incidents: ReadonlySet<string>;
  /** student and incident → what was done about it */
  readonly actions: ReadonlyMap<string, readonly string[]>;
  readonly participants: ReadonlySet<string>;
  /** The same, of participants that earlier files brought. */
  readonly earlier: ReadonlyMap<string, readonly DisciplineParticipantRecord[]>;
  /** association → the parts that it says, where it is told more than once all of them */
  readonly parts: ReadonlyMap<string, ReadonlySet<DisciplineRole>>;
  /** Numbers of schools that are known, from here or an earlier file. */
  readonly schools: ReadonlySet<string>;
  readonly identified: Identified;
  /** The day of the export, `YYYY-MM-DD`. */
  readonly exportedOn: string;
}

/** The identity of a record of this source. */
export type Identified = (table: string, sourceId: string) => { id: string; source: string; sourceId: string };

export function identifiedBy({ source }: Pick<MappingContext, 'source'>): Identified {
  return (table, sourceId) => ({ id: recordId('education', table, source, sourceId), source, sourceId });
}

type Skipped = { readonly skipped: string };

/** An Ed-Fi element as education's records. */
export function mapEdFi(record: EdFiSource, interchange: Interchange, findChild: FindChild): Mapped<EducationRecords> {
  const { identified } = interchange;
  switch (record.of) {
    case 'students': {
      const found = findChild(record.person.number);
      return 'skipped' in found
        ? found
        : { enrolments: [unknownEnrolment(record.person.number, found.child, identified)] };
    }
    case 'schools':
      return { schools: [{ ...identified('schools', record.sourceId), ...record.said }] };
    case 'disciplineIncidents':
      return mapIncident(record, identified);
    case 'disciplineParticipants':
      return mapParticipant(record, interchange, findChild);
    case 'disciplineActions':
      return mapAction(record, interchange);
    case 'enrolments':
    case 'attendanceEvents':
    case 'accommodations': {
      const found = findChild(record.student);
      if ('skipped' in found) return found;
      const of = { ...identified(record.of, record.sourceId), child: found.child };
      if (record.of === 'attendanceEvents') return { attendanceEvents: [{ ...of, ...record.said }] };
      if (record.of === 'accommodations') {
        const to = dayOfEnd(record.said.to, interchange.exportedOn, record.said.from);
        return { accommodations: [{ ...of, ...record.said, to }] };
      }
      const school = interchange.schools.has(record.school) ? schoolId(record.school, identified) : null;
      const exitOn = dayOfEnd(record.said.exitOn, interchange.exportedOn, record.said.entryOn);
      return { enrolments: [{ ...of, school, ...record.said, exitOn }] };
    }
  }
}

/** `source_id` of the enrolment of which nothing is known. */
export const unknownEnrolmentPrefix = 'Student/';

/** That the schools have the child, and nothing more: what the rest of the record hangs from until an enrolment says where and since when. */
function unknownEnrolment(number: string, child: string, identified: Identified) {
  return {
    ...identified('enrolments', `${unknownEnrolmentPrefix}${number}`),
    child,
    school: null,
    grade: null,
    entryOn: null,
    exitOn: null,
    daysInSession: null,
  };
}

/** The id of a school's record. */
function schoolId(number: string, identified: Identified): string {
  return identified('schools', number).id;
}

/** By student and incident: where an action finds whom it was taken about. */
export function participantKey({ student, incident }: Pick<ParticipantSource, 'student' | 'incident'>): string {
  return `${incident}/${student}`;
}

/** What tells associations apart: the roles in them are what they say, not which they are. */
export function associationKey(record: Pick<ParticipantSource, 'student' | 'incident' | 'behaviour'>): string {
  return `${participantKey(record)}/${record.behaviour}`;
}

/**
 * An incident, and the outsiders in it. Who they are is not kept; that they were there is: it may be a child, and an incident with
 * somebody in it who cannot be told is answered to nobody.
 */
function mapIncident({ incident, said, external }: IncidentSource, identified: Identified): Mapped<EducationRecords> {
  const { id, ...source } = identified('disciplineIncidents', incident);
  const outsiders = `${incident}/external`;
  const disciplineParticipants = external.map((role, at) => ({
    ...identified('disciplineParticipants', `${outsiders}#${at + 1}`),
    child: null,
    incident: id,
    role,
    action: null,
    adult: false,
  }));
  const except = disciplineParticipants.map((each) => each.id);
  return {
    records: { disciplineIncidents: [{ id, ...source, ...said }], disciplineParticipants },
    takesBack: [{ table: 'disciplineParticipants', by: 'parts', values: [outsiders], except, isSuperseded: true }],
  };
}

/** A student whose child cannot be told stays in the incident without a child, which withholds it: leaving them out would not. */
function mapParticipant(
  record: ParticipantSource,
  { incidents, actions, parts, earlier, identified }: Interchange,
  findChild: FindChild,
): Mapped<EducationRecords> {
  if (!incidents.has(record.incident)) return { skipped: 'its incident is in no file yet' };
  const { student, incident, behaviour } = record;
  const found = student === '' ? { skipped: 'names no student' } : findChild(student);
  const of = (role: DisciplineRole) =>
    identified('disciplineParticipants', [incident, student, role, behaviour].join('/'));
  const key = participantKey(record);
  // A file that says nothing of what was done erases nothing of it.
  const action = actions.get(key)?.join('; ') ?? earlier.get(key)?.find((each) => each.action !== null)?.action ?? null;
  const disciplineParticipants = record.roles.map((role) => ({
    ...of(role),
    child: 'child' in found ? found.child : null,
    incident: identified('disciplineIncidents', incident).id,
    role,
    action,
    adult: false,
  }));
  // The part that an earlier export said of the same association, and this one does not.
  const others = disciplineRoles.filter((role) => parts.get(associationKey(record))?.has(role) !== true);
  const values = others.map((role) => of(role).id);
  return {
    records: { disciplineParticipants },
    takesBack: [{ table: 'disciplineParticipants', values, isSuperseded: true }],
  };
}

/** An action is kept with its participant: one of this file took it up already, one of an earlier file is given it. */
function mapAction(
  { student, incidents }: ActionSource,
  { participants, actions, earlier }: Interchange,
): EducationRecords | Skipped {
  const keys = incidents.map((incident) => participantKey({ student, incident }));
  const disciplineParticipants = keys.flatMap((key) =>
    participants.has(key)
      ? []
      : (earlier.get(key) ?? []).map((row) => ({ ...row, action: actions.get(key)?.join('; ') ?? null })),
  );
  if (disciplineParticipants.length > 0) return { disciplineParticipants };
  return keys.some((key) => participants.has(key)) ? {} : { skipped: 'its participant is in no file yet' };
}
