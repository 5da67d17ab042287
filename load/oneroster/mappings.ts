import type { Mapping } from '../mapping.ts';

const status = 'status';

/** OneRoster 1.1 and 1.2 CSV files and what their lines become in education. */
export const oneRosterMappings = {
  manifest: {
    element: 'manifest',
    becomes: 'the version, and the system that exported',
    fields: { name: 'propertyName', value: 'value' },
  },
  orgs: {
    element: 'orgs',
    becomes: 'school',
    only: 'schools',
    fields: { sourceId: 'sourcedId', status, name: 'name', type: 'type' },
  },
  users: {
    element: 'users',
    becomes: 'the child, its number (identity); an enrolment at each of its schools',
    only: 'students',
    fields: {
      number: 'sourcedId',
      status,
      given: 'givenName',
      family: 'familyName',
      identifier: 'identifier',
      role: 'role',
      schools: 'orgSourcedIds',
      school: 'primaryOrgSourcedId',
      grades: 'grades',
    },
  },
  demographics: {
    element: 'demographics',
    becomes: 'the child',
    only: 'of students',
    fields: { number: 'sourcedId', status, birthDate: 'birthDate', sex: 'sex' },
    reads: { birthDate: 'birthday' },
  },
  roles: {
    element: 'roles',
    becomes: 'enrolment',
    only: 'of students',
    fields: {
      sourceId: 'sourcedId',
      status,
      number: 'userSourcedId',
      role: 'role',
      school: 'orgSourcedId',
      entryOn: 'beginDate',
      exitOn: 'endDate',
    },
    reads: { entryOn: 'dayOrInstant', exitOn: 'dayOrInstant' },
  },
  enrollments: {
    element: 'enrollments',
    becomes: 'enrolment (its end, once every class of the school has ended)',
    only: 'of students',
    fields: { status, number: 'userSourcedId', role: 'role', school: 'schoolSourcedId', exitOn: 'endDate' },
    reads: { exitOn: 'dayOrInstant' },
  },
} as const satisfies Readonly<Record<string, Mapping>>;

export type RosterFile = keyof typeof oneRosterMappings;

/** The other files of a roster, none of which is mapped. */
export const otherRosterFiles = [
  'academicSessions',
  'categories',
  'classes',
  'classResources',
  'courseResources',
  'courses',
  'lineItems',
  'lineItemLearningObjectiveIds',
  'lineItemScoreScales',
  'resources',
  'resultLearningObjectiveIds',
  'results',
  'resultScoreScales',
  'scoreScales',
  'userProfiles',
  'userResources',
] as const;
