import type { Queryable } from '@trellis/platform';
import type { Writer } from '../pour.ts';
import type { LoadStamp } from '../store/stamp.ts';
import { unknownEnrolmentPrefix } from './map-ed-fi.ts';

/** The ids, among these source ids, that an earlier file of this source brought into a table. */
export async function knownIds(
  agency: Queryable,
  table: string,
  source: string,
  among: ReadonlySet<string>,
): Promise<readonly string[]> {
  if (among.size === 0) return [];
  const { rows } = await agency.query<{ id: string }>(
    `select source_id as id from "${table}" where source = $1 and source_id = any($2)`,
    [source, [...among]],
  );
  return rows.map(({ id }) => id);
}

/**
 * Sets enrolments right once a file was written, whatever the order of files: one that names a school which came later gets it, and the one
 * of which nothing is known goes where another is known.
 */
export async function settleEnrolments(tx: Queryable, writer: Writer, { source }: LoadStamp): Promise<void> {
  const late = await tx.query<{ row: { id: string }; asOf: string }>(
    `select to_jsonb(e.*) || jsonb_build_object('school', s.id) as row, to_json(r.as_of)#>>'{}' as "asOf" from enrolments e
     join load_rows r on r.tab = 'enrolments' and r.id = e.id join schools s on s.source = e.source and s.source_id = split_part(e.source_id, '/', 2)
     where e.source = $1 and e.school is null and not starts_with(e.source_id, $2)`,
    [source, unknownEnrolmentPrefix],
  );
  await writer.save(
    'enrolments',
    // It stays as old as its export, also where the school's is an earlier one.
    late.rows.map(({ row, asOf }) => ({ row, asOf })),
  );
  const unknown = await tx.query<{ id: string }>(
    `select u.id from enrolments u where u.source = $1 and starts_with(u.source_id, $2)
       and exists (select from enrolments known where known.child = u.child and known.id <> u.id)`,
    [source, unknownEnrolmentPrefix],
  );
  await writer.takeBack({ table: 'enrolments', values: unknown.rows.map(({ id }) => id), isSuperseded: true });
}
