import type { Queryable } from '@trellis/platform';
import type { AgencyTables } from './agencies/agency-tables.ts';
import type { LoadContext } from './load-context.ts';
import type { ChildWork, RegisterAct } from './register-port.ts';

const perStatement = 1_000;

/**
 * Has the agency's involvements with these children say what its records say now, and notes with the load what the register was made to
 * record. So a record that ends, is taken back, moved or put back closes or opens what rests on it, whichever way it came to that.
 */
export async function bringWorkUpToDate(
  written: Pick<AgencyTables, 'agency' | 'sources' | 'evidence' | 'work'>,
  { databases, today, stamp }: Pick<LoadContext, 'databases' | 'today' | 'stamp'>,
  children: readonly string[],
  onProgress: (share: number) => void = () => undefined,
): Promise<void> {
  for (let start = 0; start < children.length; start += perStatement) {
    const some = children.slice(start, start + perStatement);
    const work = await workOf(written, databases.agency, some, today);
    // At once, not in the end: what was noted can be undone, also where this is interrupted.
    await noteActs(
      databases.agency,
      stamp.load,
      await databases.register.recordWork(written.agency, written.evidence, work),
    );
    onProgress(Math.min(1, (start + perStatement) / children.length));
  }
}

/**
 * Has involvements end whose records say since an earlier load that they would, and which no file need name again: the pupil whose last day has passed.
 * It is no work of the load that comes next, so that undoing that opens nothing again.
 */
export async function endLapsedWork(
  written: Pick<AgencyTables, 'agency' | 'sources' | 'evidence' | 'work' | 'lapsed'>,
  { databases, today, stamp }: Pick<LoadContext, 'databases' | 'today' | 'stamp'>,
): Promise<void> {
  const { agency, register } = databases;
  if (written.lapsed === undefined) return;
  const before = await agency.query<{ day: string | null }>(
    // A load that was killed did not come to this; and where the network is, it may have been the day before.
    `select (max(started_at)::date - 1)::text as day from loads where id <> $1 and state <> 'RUNNING'`,
    [stamp.load],
  );
  const day = before.rows[0]?.day ?? null;
  if (day === null) return;
  const { rows } = await agency.query<{ child: string }>(written.lapsed, [day, today, written.sources]);
  for (let start = 0; start < rows.length; start += perStatement) {
    const some = rows.slice(start, start + perStatement).map(({ child }) => child);
    await register.recordWork(written.agency, written.evidence, await workOf(written, agency, some, today));
  }
}

async function workOf(
  { work, sources }: Pick<AgencyTables, 'work' | 'sources'>,
  agency: Queryable,
  children: readonly string[],
  today: string,
): Promise<readonly ChildWork[]> {
  const { rows } = await agency.query<{ child: string; kind: string }>(work, [children, today, sources]);
  const kinds = new Map(rows.map(({ child, kind }) => [child, kind]));
  return children.map((child) => ({ child, kind: kinds.get(child) ?? null }));
}

/** Notes with a load what the register was made to record. */
export async function noteActs(agency: Queryable, load: string, acts: readonly RegisterAct[]): Promise<void> {
  if (acts.length === 0) return;
  await agency.query(
    `insert into load_acts (load, act, child, record, kind, evidence, before)
     select $1, act, child, record, kind, evidence, before
     from jsonb_to_recordset($2::jsonb) as a(act text, child text, record text, kind text, evidence text, before jsonb)`,
    [load, JSON.stringify(acts)],
  );
}

/** The children whose records this load took away after the change `since`. */
export async function childrenOfTakenBack(
  agency: Queryable,
  format: Pick<AgencyTables, 'tables'>,
  load: string,
  since: number,
): Promise<readonly string[]> {
  const { rows } = await agency.query<{ child: string }>(
    `select distinct before->>'child' as child from load_changes where load = $1 and n > $2 and hash is null and before->>'child' is not null`,
    [load, since],
  );
  // What hangs from a file is of the file's child.
  if (!format.tables.includes('files')) return rows.map(({ child }) => child);
  const hanging = await agency.query<{ child: string }>(
    `select distinct f.child from load_changes c join files f on f.id = c.before->>'file'
     where c.load = $1 and c.n > $2 and c.hash is null and f.child is not null`,
    [load, since],
  );
  return [...rows, ...hanging.rows].map(({ child }) => child);
}
