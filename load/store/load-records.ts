import type { Database, Queryable } from '@trellis/platform';

/** One load: which export it was of, who ran it, and what came of it. */
export interface LoadRecord {
  readonly id: string;
  readonly agency: string;
  readonly format: string;
  readonly source: string;
  /** The moment at which the export was made, ISO 8601. */
  readonly exportedAt: string;
  readonly ranBy: string;
  readonly state: 'RUNNING' | 'DONE' | 'UNDONE';
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** The account as it was printed: counts, reasons and places. */
  readonly account: unknown;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  /** True where what it noted of a child that was erased is destroyed: it can no longer be undone. */
  readonly forgotten: boolean;
}

const columns = `id, agency, format, source, ran_by as "ranBy", state, account, forgotten, undone_by as "undoneBy",
  ${['exported_at', 'started_at', 'finished_at', 'undone_at'].map((name) => `to_json(${name})#>>'{}' as "${name.replace(/_at$/, 'At')}"`).join(', ')}`;

export async function beginLoad(
  agency: Queryable,
  load: Pick<LoadRecord, 'id' | 'agency' | 'format' | 'source' | 'exportedAt' | 'ranBy' | 'startedAt'>,
): Promise<void> {
  await agency.query(
    `insert into loads (id, agency, format, source, exported_at, ran_by, state, started_at) values ($1, $2, $3, $4, $5, $6, 'RUNNING', $7)`,
    [load.id, load.agency, load.format, load.source, load.exportedAt, load.ranBy, load.startedAt],
  );
}

export async function finishLoad(agency: Queryable, id: string, at: string, account: unknown): Promise<void> {
  await agency.query(`update loads set state = 'DONE', finished_at = $2, account = $3::jsonb where id = $1`, [
    id,
    at,
    JSON.stringify(account),
  ]);
}

/** The loads of an agency, latest first. */
export async function listLoads(agency: Database): Promise<readonly LoadRecord[]> {
  return (await agency.query<LoadRecord>(`select ${columns} from loads order by started_at desc, id`)).rows;
}

export async function findLoad(agency: Queryable, id: string): Promise<LoadRecord | undefined> {
  return (await agency.query<LoadRecord>(`select ${columns} from loads where id = $1`, [id])).rows[0];
}
