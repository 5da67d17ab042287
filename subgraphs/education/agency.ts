import { dayOf, defineAgency } from '@trellis/subgraph-kit';
import { attendanceRate, filterAttendance, type AttendanceFilter } from './attendance.ts';
import { expectedGrade } from './expected-grade.ts';
import {
  loaders,
  type DisciplineRow,
  type EducationLoaders,
  type EnrolmentRow,
  type ParticipantRow,
} from './loaders.ts';
import type { Resolvers } from './resolvers.generated.ts';

/** A school board. */
export const education = defineAgency<EducationLoaders>({
  name: 'education',
  migrations: new URL('migrations/', import.meta.url),
  loaders,
  references: {
    Child: ({ id, birthYear }) => ({ id, birthYear }),
    DisciplineIncident: ({ id }, context) => context.loaders.incident.load(id),
  },
  resolvers: {
    Child: {
      education: ({ id }, _args, context) => context.loaders.enrolment.load(id),
      expectedGrade: ({ birthYear }, _args, { now }) =>
        typeof birthYear === 'number' ? expectedGrade(birthYear, dayOf(now)) : null,
    },
    EducationRecord: {
      school: ({ schoolId, name, board, phone }: EnrolmentRow) =>
        schoolId === null ? null : { id: schoolId, name, board, phone },
      enrolledOn: ({ entryOn }: EnrolmentRow) => entryOn,
      leftOn: ({ exitOn }: EnrolmentRow) => exitOn,
      async attendanceRate({ child, daysInSession, entryOn }: EnrolmentRow, _args, context) {
        return attendanceRate(await context.loaders.attendance.load(child), daysInSession, entryOn);
      },
      async attendanceEvents({ child }: EnrolmentRow, filter: AttendanceFilter, context) {
        return filterAttendance(await context.loaders.attendance.load(child), filter);
      },
      accommodations: ({ child }, _args, { loaders: { accommodations } }) => accommodations.load(child),
      collection: ({ child }, _args, { loaders: { collection } }) => collection.load(child),
      discipline: ({ child }, _args, { loaders: { discipline } }) => discipline.load(child),
      counsellorNotes: ({ child }, _args, { loaders: { counsellorNotes } }) => counsellorNotes.load(child),
    },
    DisciplineIncident: {
      async involved({ id }: DisciplineRow, _args, context) {
        const participants = await context.loaders.participants.load(id);
        return [...new Set(participants.map(({ child }) => child))].map((child) => ({ id: child }));
      },
      recordCategories: ({ categories }: DisciplineRow) => categories,
      participants: ({ id }: DisciplineRow, _args, context) => context.loaders.participants.load(id),
    },
    DisciplineParticipant: { child: ({ child }: ParticipantRow) => ({ id: child }) },
  } satisfies Resolvers,
});
