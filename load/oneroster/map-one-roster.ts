import type { EducationRecords } from '@trellis/subgraph-education';
import { recordId } from '@trellis/subgraph-kit';
import type { MappingContext } from '../format.ts';
import type { Mapped } from '../map-items.ts';
import { overtakenReason } from '../overtaken-reason.ts';
import { dayOfEnd } from '../said-end.ts';
import type { Roster } from './roster.ts';
import type { RosterSource } from './source-record.ts';

export const oneRosterSource = 'oneroster';

/** The schools and enrolments that the database has of earlier rosters of this source. */
export interface Earlier {
  readonly schools: ReadonlySet<string>;
  /** student → the enrolments that its lines brought, those of `users.csv` apart from those of `roles.csv` */
  readonly enrolments: ReadonlyMap<string, readonly EarlierEnrolment[]>;
  /** student → the moment of the export that said that they are none any longer */
  readonly left: ReadonlyMap<string, string>;
}

interface EarlierEnrolment {
  readonly id: string;
  /** The role that it came of, by its `sourcedId`; null for one of `users.csv`. */
  readonly role: string | null;
}

/** What stands in place of a student who is none any longer, so that an older export brings nothing back, whatever school it names. */
export function leaverId(source: string, student: string): string {
  return recordId('education', 'enrolments', source, `student/${student}`);
}

/** A line of a roster as education's records. */
export function mapOneRoster(
  record: RosterSource,
  roster: Roster,
  earlier: Earlier,
  {
    source,
    findChild,
    exportedAt,
    exportedOn,
  }: Pick<MappingContext, 'source' | 'findChild' | 'exportedAt' | 'exportedOn'>,
): Mapped<EducationRecords> {
  const identified = (table: string, sourceId: string) => ({
    id: recordId('education', table, source, sourceId),
    source,
    sourceId,
  });
  if (record.of === 'schools') return { schools: [{ ...identified('schools', record.sourceId), ...record.said }] };
  if (record.of === 'leavers')
    return {
      skipped: record.why,
      takesBack: [
        {
          table: 'enrolments',
          values: [
            leaverId(source, record.student),
            ...(earlier.enrolments.get(record.student) ?? []).map(({ id }) => id),
          ],
        },
      ],
    };
  const found = findChild(record.student);
  if ('skipped' in found) return found;
  if (record.of === 'parts') return {};
  const left = earlier.left.get(record.student);
  if (left !== undefined && Date.parse(left) > Date.parse(record.asOf ?? exportedAt))
    return { skipped: overtakenReason };
  const enrolment = (sourceId: string, school: string, entryOn: string | null, exitOn: string | null) => ({
    ...identified('enrolments', sourceId),
    child: found.child,
    school: roster.schools.has(school) || earlier.schools.has(school) ? identified('schools', school).id : null,
    grade: roster.students.get(record.student)?.grade ?? null,
    entryOn,
    exitOn: dayOfEnd(exitOn, exportedOn, entryOn),
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
    if (record.gone === undefined) return { enrolments: [one] };
    return { skipped: record.gone, takesBack: [{ table: 'enrolments', values: [one.id] }] };
  }
  const enrolments = record.schools.map((school) =>
    enrolment(`user/${record.student}/${school}`, school, null, roster.lastDay(record.student, school)),
  );
  // A line names all schools of its student: one that it names no longer has gone.
  const own = new Set(enrolments.map(({ id }) => id));
  const gone = (earlier.enrolments.get(record.student) ?? []).flatMap(({ id, role }) =>
    role !== null || own.has(id) ? [] : id,
  );
  return { records: { enrolments }, takesBack: gone.length > 0 ? [{ table: 'enrolments', values: gone }] : [] };
}
