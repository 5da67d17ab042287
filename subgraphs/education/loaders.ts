import { manyLoader, oneLoader, type AgencyContext } from '@trellis/subgraph-kit';
import type { AttendanceEventRecord, DisciplineParticipantRecord } from './records.ts';

export interface EnrolmentRow {
  readonly child: string;
  readonly grade: string | null;
  readonly entryOn: string | null;
  readonly exitOn: string | null;
  readonly daysInSession: number | null;
  readonly schoolId: string | null;
  readonly name: string | null;
  readonly board: string | null;
  readonly phone: string | null;
}

export type AttendanceRow = Pick<AttendanceEventRecord, 'id' | 'on' | 'kind' | 'reason'>;
export type ParticipantRow = Pick<DisciplineParticipantRecord, 'role' | 'action'> & { readonly child: string };

export interface DisciplineRow {
  readonly id: string;
  readonly categories: readonly string[];
}

export interface PlainRow {
  readonly id: string;
}

export type EducationLoaders = ReturnType<typeof loaders>;

const incident = 'i.id, i.occurred_on::text, i.behaviour, i.place, i.description, i.categories';

export const loaders = ({ database }: Pick<AgencyContext, 'database'>) => ({
  /** The enrolment in force, or the last one. */
  enrolment: oneLoader<EnrolmentRow>(
    database,
    `select e.child as key, e.child, e.grade, e.entry_on::text, e.exit_on::text, e.days_in_session,
       s.id as school_id, s.name, s.board, s.phone
     from enrolments e left join schools s on s.id = e.school
     where e.child = any($1) order by e.exit_on desc nulls first, e.entry_on desc nulls last, e.id`,
  ),
  attendance: manyLoader<AttendanceRow>(
    database,
    `select child as key, id, "on"::text, kind, reason from attendance_events
     where child = any($1) order by "on" desc, id`,
  ),
  accommodations: manyLoader<PlainRow>(
    database,
    `select child as key, id, programme, description, "from"::text, "to"::text from accommodations
     where child = any($1) order by "from" desc nulls last, id`,
  ),
  collection: manyLoader<PlainRow>(
    database,
    `select child as key, id, name, relationship, allowed, note from collectors
     where child = any($1) order by allowed desc, name, id`,
  ),
  discipline: manyLoader<DisciplineRow>(
    database,
    `select p.child as key, ${incident} from answerable_incidents i
     join (select distinct child, incident from discipline_participants where child = any($1)) p on p.incident = i.id
     order by i.occurred_on desc nulls last, i.id`,
  ),
  incident: oneLoader<DisciplineRow>(
    database,
    `select i.id as key, ${incident} from answerable_incidents i where i.id = any($1)`,
  ),
  participants: manyLoader<ParticipantRow>(
    database,
    `select incident as key, child, role, action from discipline_participants
     where incident = any($1) and child is not null order by child, role, id`,
  ),
  counsellorNotes: manyLoader<PlainRow>(
    database,
    `select child as key, id, written_on::text, text from counsellor_notes
     where child = any($1) order by written_on desc nulls last, id`,
  ),
});
