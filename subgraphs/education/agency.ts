import { dayOf, defineAgency, type AgencyContext } from '@trellis/subgraph-kit';
import { attendanceRate, filterAttendance, type AttendanceFilter } from './attendance.ts';
import { expectedGrade } from './expected-grade.ts';
import {
  loaders,
  type DisciplineRow,
  type EducationLoaders,
  type EnrolmentRow,
  type ParticipantRow,
} from './loaders.ts';

type Context = AgencyContext<EducationLoaders>;
interface Child {
  readonly id: string;
  /** From the identity agency, where this requester may have it. */
  readonly birthYear?: unknown;
}

const load =
  (name: 'accommodations' | 'collection' | 'discipline' | 'counsellorNotes') =>
  ({ child }: EnrolmentRow, _args: object, context: Context): unknown =>
    context.loaders[name].load(child);

/** A school board. */
export const education = defineAgency<EducationLoaders>({
  name: 'education',
  migrations: new URL('migrations/', import.meta.url),
  loaders,
  references: {
    Child: ({ id, birthYear }): Child => ({ id, birthYear }),
    DisciplineIncident: ({ id }, context) => context.loaders.incident.load(id),
  },
  resolvers: {
    Child: {
      education: ({ id }: Child, _args, context: Context) => context.loaders.enrolment.load(id),
      expectedGrade: ({ birthYear }: Child, _args, { now }: Context) =>
        typeof birthYear === 'number' ? expectedGrade(birthYear, dayOf(now)) : null,
    },
    EducationRecord: {
      school: ({ schoolId, name, board, phone }: EnrolmentRow) =>
        schoolId === null ? null : { id: schoolId, name, board, phone },
      enrolledOn: ({ entryOn }: EnrolmentRow) => entryOn,
      leftOn: ({ exitOn }: EnrolmentRow) => exitOn,
      async attendanceRate({ child, daysInSession, entryOn }: EnrolmentRow, _args, context: Context) {
        return attendanceRate(await context.loaders.attendance.load(child), daysInSession, entryOn);
      },
      async attendanceEvents({ child }: EnrolmentRow, filter: AttendanceFilter, context: Context) {
        return filterAttendance(await context.loaders.attendance.load(child), filter);
      },
      accommodations: load('accommodations'),
      collection: load('collection'),
      discipline: load('discipline'),
      counsellorNotes: load('counsellorNotes'),
    },
    DisciplineIncident: {
      async involved({ id }: DisciplineRow, _args, context: Context): Promise<Child[]> {
        const participants = await context.loaders.participants.load(id);
        return [...new Set(participants.map(({ child }) => child))].map((child) => ({ id: child }));
      },
      recordCategories: ({ categories }: DisciplineRow) => categories,
      participants: ({ id }: DisciplineRow, _args, context: Context) => context.loaders.participants.load(id),
    },
    DisciplineParticipant: { child: ({ child }: ParticipantRow): Child => ({ id: child }) },
  },
});
