import type { EducationRecords } from '@trellis/subgraph-education';
import { recordId } from '@trellis/subgraph-kit';
import type { MappingContext } from '../format.ts';
import type { Mapped } from '../map-items.ts';
import type { Roster } from './roster.ts';
import type { RosterSource } from './source-record.ts';

export const oneRosterSource = 'oneroster';

/** The schools and enrolments that the database has of earlier rosters of this source. */
export interface Earlier {
  readonly schools: ReadonlySet<string>;
  /** student → the enrolments that its lines brought, those of `users.csv` apart from those of `roles.csv` */
  readonly enrolments: ReadonlyMap<string, readonly { readonly id: string; readonly isRole: boolean }[]>;
}

/** A line of a roster as education's records. */
export function mapOneRoster(
  record: RosterSource,
  roster: Roster,
  earlier: Earlier,
  { source, findChild }: Pick<MappingContext, 'source' | 'findChild'>,
): Mapped<EducationRecords> {
  const identified = (table: string, sourceId: string) => ({
    id: recordId('education', table, source, sourceId),
    source,
    sourceId,
  });
  if (record.of === 'schools') return { schools: [{ ...identified('schools', record.sourceId), ...record.said }] };
  if (record.of === 'leavers')
    return {
      skipped: 'deleted by its source: taken back',
      takesBack: [{ table: 'enrolments', values: (earlier.enrolments.get(record.student) ?? []).map(({ id }) => id) }],
    };
  const found = findChild(record.student);
  if ('skipped' in found) return found;
  if (record.of === 'parts') return {};
  const enrolment = (sourceId: string, school: string, entryOn: string | null, exitOn: string | null) => ({
    ...identified('enrolments', sourceId),
    child: found.child,
    school: roster.schools.has(school) || earlier.schools.has(school) ? identified('schools', school).id : null,
    grade: roster.students.get(record.student)?.grade ?? null,
    entryOn,
    exitOn,
    daysInSession: null,
  });
  if (record.of === 'roles') {
    const { sourceId, school, entryOn, exitOn } = record;
    const one = enrolment(
      `role/${record.student}/${sourceId}`,
      school,
      entryOn,
      exitOn ?? roster.lastDay(record.student, school),
    );
    if (!record.isTakenBack) return { enrolments: [one] };
    return { skipped: 'deleted by its source: taken back', takesBack: [{ table: 'enrolments', values: [one.id] }] };
  }
  const enrolments = record.schools.map((school) =>
    enrolment(`user/${record.student}/${school}`, school, null, roster.lastDay(record.student, school)),
  );
  // A line names all schools of its student: one that it names no longer has gone.
  const own = new Set(enrolments.map(({ id }) => id));
  const gone = (earlier.enrolments.get(record.student) ?? []).flatMap(({ id, isRole }) =>
    isRole || own.has(id) ? [] : id,
  );
  return { records: { enrolments }, takesBack: gone.length > 0 ? [{ table: 'enrolments', values: gone }] : [] };
}
