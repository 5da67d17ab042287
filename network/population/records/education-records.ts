import type { EducationRecords } from '@trellis/subgraph-education';
import { addDays, daysBetween } from '../days.ts';
import type { Enrolment, Life, Occurrence } from '../life.ts';
import type { Random } from '../random.ts';
import { schools } from '../schools.ts';
import { idOf, sourced } from './sourced.ts';

/** The schools' records: enrolment and attendance this school year, who may collect, and what happened between pupils. */
export function educationRecords(
  random: Random,
  lives: readonly Life[],
  occurrences: readonly Occurrence[],
  asOf: string,
): EducationRecords {
  const pupils = lives.flatMap((life) =>
    life.enrolment ? [{ life, enrolment: life.enrolment, draw: random.fork(life.child.sub) }] : [],
  );
  const fights = occurrences.filter(({ kind }) => kind === 'school-fight');
  return {
    schools: schools.map(({ id, name, board, phone }) => ({ ...sourced(id), name, board, phone })),
    enrolments: pupils.map(({ life, enrolment }) => ({
      ...sourced(`enrolment/${life.child.sub}`),
      child: life.child.id,
      school: idOf(enrolment.school.id),
      grade: enrolment.grade,
      entryOn: enrolment.from,
      exitOn: enrolment.to,
      daysInSession: Math.max(1, Math.floor(daysBetween(enrolment.from, asOf) * 0.52)),
    })),
    attendanceEvents: pupils.flatMap(({ life, enrolment, draw }) => absences(draw, enrolment, life, asOf)),
    accommodations: pupils
      .filter(({ life, draw }) => life.treatment?.concern === 'attention' || draw.chance(0.1))
      .map(({ life, enrolment }) => ({
        ...sourced(`accommodation/${life.child.sub}`),
        child: life.child.id,
        programme: 'Individual education plan',
        description: 'Extra time; a seat near the front',
        from: enrolment.from,
        to: null,
      })),
    collectors: pupils.flatMap(({ life }) =>
      life.family.caregivers.map(({ sub, given, surname, relation, custodial }) => ({
        ...sourced(`collector/${life.child.sub}/${sub}`),
        child: life.child.id,
        name: `${given} ${surname}`,
        relationship: relation,
        allowed: custodial,
        note: custodial ? null : 'By arrangement only',
      })),
    ),
    disciplineIncidents: fights.map(({ key, on }) => ({
      ...sourced(`discipline/${key}`),
      occurredOn: on,
      behaviour: 'Fighting',
      place: 'School yard',
      description: 'A fight at the afternoon break',
      categories: [],
    })),
    disciplineParticipants: fights.flatMap(({ key, people }) =>
      people.map(({ life, role }) => ({
        ...sourced(`discipline/${key}/${life.child.sub}`),
        incident: idOf(`discipline/${key}`),
        child: life.child.id,
        role: role === 'ACCUSED' ? 'PERPETRATOR' : role,
        action: role === 'ACCUSED' ? 'In-school suspension' : null,
        adult: false,
      })),
    ),
    counsellorNotes: pupils
      .filter(({ draw }) => draw.chance(0.12))
      .map(({ life, enrolment }) => ({
        ...sourced(`counsellor/${life.child.sub}`),
        child: life.child.id,
        writtenOn: enrolment.from,
        text: 'Came to talk after class. Would like to again.',
      })),
  };
}

function absences(
  random: Random,
  { from }: Enrolment,
  { child }: Life,
  asOf: string,
): NonNullable<EducationRecords['attendanceEvents']> {
  const days = daysBetween(from, asOf);
  const count = Math.min(days, random.pick([1, 2, 3, 5, 8, 14]));
  return Array.from({ length: count }, (_, at) => ({
    ...sourced(`attendance/${child.sub}/${String(at)}`),
    child: child.id,
    on: addDays(from, Math.floor((days * at) / Math.max(1, count))),
    kind: random.pick(['EXCUSED_ABSENCE', 'UNEXCUSED_ABSENCE', 'LATE'] as const),
    reason: random.pick([null, 'Ill', 'Appointment']),
  }));
}
