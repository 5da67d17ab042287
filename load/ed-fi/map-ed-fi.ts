import type { EducationRecords } from '@trellis/subgraph-education';
import { recordId } from '@trellis/subgraph-kit';
import type { FindChild } from '../format.ts';
import type { ActionSource, EdFiSource, IncidentSource, ParticipantSource } from './source-record.ts';

export const edFiSource = 'ed-fi-5';

/** What must be known of a whole interchange before its records can be mapped. */
export interface Interchange {
  readonly incidents: ReadonlySet<string>;
  /** student and incident → what was done about it */
  readonly actions: ReadonlyMap<string, readonly string[]>;
  readonly participants: ReadonlySet<string>;
  /** Numbers of schools that are known, from here or an earlier file. */
  readonly schools: ReadonlySet<string>;
}

type Skipped = { readonly skipped: string };

/** An Ed-Fi element as education's records. */
export function mapEdFi(
  record: EdFiSource,
  interchange: Interchange,
  findChild: FindChild,
): EducationRecords | Skipped {
  switch (record.of) {
    case 'students': {
      const found = findChild(record.person.number);
      return 'skipped' in found ? found : { enrolments: [unknownEnrolment(record.person.number, found.child)] };
    }
    case 'schools':
      return { schools: [{ ...identified('schools', record.sourceId), ...record.said }] };
    case 'disciplineIncidents':
      return mapIncident(record);
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
      if (record.of === 'accommodations') return { accommodations: [{ ...of, ...record.said }] };
      const school = interchange.schools.has(record.school) ? schoolId(record.school) : null;
      return { enrolments: [{ ...of, school, ...record.said }] };
    }
  }
}

/** `source_id` of the enrolment of which nothing is known. */
export const unknownEnrolmentPrefix = 'Student/';

/** That the schools have the child, and nothing more: what the rest of the record hangs from until an enrolment says where and since when. */
function unknownEnrolment(number: string, child: string) {
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
export function schoolId(number: string): string {
  return identified('schools', number).id;
}

/** By student and incident: where an action finds whom it was taken about. */
export function participantKey({ student, incident }: Pick<ParticipantSource, 'student' | 'incident'>): string {
  return `${incident}/${student}`;
}

/**
 * An incident, and the outsiders in it. Who they are is not kept; that they were there is: it may be a child, and an incident with
 * somebody in it who cannot be told is answered to nobody.
 */
function mapIncident({ incident, said, external }: IncidentSource): EducationRecords {
  const { id, ...source } = identified('disciplineIncidents', incident);
  return {
    disciplineIncidents: [{ id, ...source, ...said }],
    disciplineParticipants: external.map((role, at) => ({
      ...identified('disciplineParticipants', `${incident}/external/${at + 1}`),
      child: null,
      incident: id,
      role,
      action: null,
      adult: false,
    })),
  };
}

/** A student whose child cannot be told stays in the incident without a child, which withholds it: leaving them out would not. */
function mapParticipant(
  record: ParticipantSource,
  { incidents, actions }: Interchange,
  findChild: FindChild,
): EducationRecords | Skipped {
  if (!incidents.has(record.incident)) return { skipped: 'its incident is not in this file' };
  const found = findChild(record.student);
  const { student, incident, role, behaviour } = record;
  return {
    disciplineParticipants: [
      {
        ...identified('disciplineParticipants', [incident, student, role, behaviour].join('/')),
        child: 'child' in found ? found.child : null,
        incident: identified('disciplineIncidents', incident).id,
        role,
        action: actions.get(participantKey(record))?.join('; ') ?? null,
        adult: false,
      },
    ],
  };
}

/** An action is kept with its participant, which took it up already. */
function mapAction(record: ActionSource, { participants }: Interchange): EducationRecords | Skipped {
  return participants.has(participantKey(record)) ? {} : { skipped: 'its participant is not in this file' };
}

function identified(table: string, sourceId: string) {
  return { id: recordId('education', table, edFiSource, sourceId), source: edFiSource, sourceId };
}
