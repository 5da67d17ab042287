import type { Database } from '@trellis/platform';
import { agencies, type LoadingAgency } from './agencies/index.ts';
import { identityTables } from './link/save-identity.ts';
import type { LoadDatabases } from './load-context.ts';
import { LoadRefused } from './load-refused.ts';
import type { RegisterAct } from './register-port.ts';
import { columnOf } from './store/column-of.ts';
import { findLoad } from './store/load-records.ts';
import { standsAgainst, undoChanges, type StandsAgainst } from './store/undo-changes.ts';

export interface UndoOptions {
  readonly agency: LoadingAgency;
  readonly load: string;
  readonly databases: LoadDatabases;
  /** The person who undoes it, by name. */
  readonly by: string;
  /** The moment, ISO 8601. */
  readonly at: string;
}

export interface Undone {
  /** The reasons that stand against it: then nothing was undone. */
  readonly against: readonly string[];
  /** The number of rows that were put back. */
  readonly rows: number;
  /** The children it was about, whose disclosures since then an officer has to look at. */
  readonly children: readonly string[];
  /** The moment at which the load began. */
  readonly since: string;
}

/**
 * Takes back one load, whole: every row of the agency and of identity stands as before, and what the register was made to record is
 * answered by its opposite. Where something has been built on it since, nothing is undone and what stands against it is said.
 */
export async function undoLoad({ agency: name, load, databases, by, at }: UndoOptions): Promise<Undone> {
  const { agency, identity, register } = databases;
  const record = await findLoad(agency, load);
  if (record === undefined) throw new LoadRefused('this agency has no load of this id: `trellis load list` shows them');
  if (record.forgotten)
    throw new LoadRefused('a child of this load was erased and forgotten: it can no longer be undone');
  if (record.state === 'UNDONE') throw new LoadRefused('this load is undone already');
  const tables = agencies[name].tables.map(columnOf);
  const acts = await actsOf(agency, load);
  const children = await childrenOf(databases, load, tables, acts);
  const against = [
    ...sentences(await standsAgainst(agency, load, tables)),
    ...sentences(await standsAgainst(identity, load, identityTables)),
    ...(await builtOnNewChildren(databases, load)),
  ];
  const since = record.startedAt;
  if (against.length > 0) return { against, rows: 0, children, since };
  // The register first: where it fails, the records still say why its involvements are open, and undoing again completes.
  await register.undo(name, acts);
  const rows = await agency.transaction(async (tx) => {
    const undone = await undoChanges(tx, load, tables);
    await tx.query('delete from load_acts where load = $1', [load]);
    return undone;
  });
  const more = await identity.transaction(async (tx) => {
    const undone = await undoChanges(tx, load, identityTables);
    await tx.query('delete from doubts where load = $1 and settled_at is null', [load]);
    return undone;
  });
  await agency.query(`update loads set state = 'UNDONE', undone_at = $2, undone_by = $3 where id = $1`, [load, at, by]);
  return { against: [], rows: rows + more, children, since };
}

async function actsOf(agency: Database, load: string): Promise<readonly RegisterAct[]> {
  const { rows } = await agency.query<RegisterAct>(
    'select act, child, record, kind, evidence, before from load_acts where load = $1 order by n',
    [load],
  );
  return rows;
}

async function childrenOf(
  { agency, identity }: LoadDatabases,
  load: string,
  tables: readonly string[],
  acts: readonly RegisterAct[],
): Promise<readonly string[]> {
  const found = new Set(acts.map(({ child }) => child));
  for (const table of tables) {
    const { rows } = await agency.query<{ child: string | null }>(
      `select distinct coalesce(to_jsonb(t.*), c.before)->>'child' as child from load_changes c left join "${table}" t on t.id = c.id
       where c.load = $1 and c.tab = $2 and c.changed`,
      [load, table],
    );
    for (const { child } of rows) if (child !== null) found.add(child);
  }
  const numbered = await identity.query<{ child: string }>(
    `select distinct n.child from load_changes c join numbers n on n.id = c.id where c.load = $1 and c.tab = 'numbers'`,
    [load],
  );
  for (const { child } of numbered.rows) found.add(child);
  return [...found].sort();
}

function sentences(standing: readonly StandsAgainst[]): readonly string[] {
  return standing.map(({ table, load, rows }) =>
    load === null
      ? `${rows} of its rows in ${table} were changed since, not by loading`
      : `${rows} of its rows in ${table} were loaded again since, by ${load}: undo that first`,
  );
}

/** A child that this load made cannot go while another agency numbers it, or somebody decided about it. */
async function builtOnNewChildren({ identity, register }: LoadDatabases, load: string): Promise<readonly string[]> {
  const { rows } = await identity.query<{ id: string; numbers: number }>(
    `select c.id, (select count(*)::int from numbers n where n.child = c.id
       and not exists (select from load_changes m where m.load = $1 and m.tab = 'numbers' and m.id = n.id and m.changed)) as numbers
     from load_changes c where c.load = $1 and c.tab = 'children' and c.changed and c.before is null`,
    [load],
  );
  const numbered = rows.filter(({ numbers }) => numbers > 0).length;
  const decided = await register.decidedAbout(rows.map(({ id }) => id));
  return [
    ...(numbered > 0 ? [`${numbered} of the children it made have numbers of other agencies or loads since`] : []),
    ...(decided.length > 0
      ? [`about ${decided.length} of the children it made somebody has recorded a decision since`]
      : []),
  ];
}
