import { ofSources, type AgencyTables } from './agency-tables.ts';

export const educationTables: AgencyTables = {
  agency: 'education',
  sources: ['ed-fi-5', 'oneroster'],
  evidence: "a student in an export of the schools' system",
  tables: [
    'schools',
    'enrolments',
    'attendanceEvents',
    'accommodations',
    'disciplineIncidents',
    'disciplineParticipants',
  ],
  hangs: { disciplineParticipants: { by: 'incident', from: 'disciplineIncidents' } },
  stays: ['schools'],
  ends: { enrolments: (row, day) => ({ ...row, exit_on: row['exit_on'] ?? day }) },
  lapsed: `select distinct child from enrolments where exit_on > $1::date and exit_on <= $2::date and ${ofSources('source')}`,
  work: `select child, 'enrolment' as kind from enrolments
    where child = any($1) and (exit_on is null or exit_on > $2::date) and ${ofSources('source')} group by child`,
};
