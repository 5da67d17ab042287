import { randomBytes } from 'node:crypto';
import { agencies, type LoadingAgency } from '../agencies/index.ts';
import type { LoadDatabases } from '../load-context.ts';
import { LoadRefused } from '../load-refused.ts';
import { columnOf } from '../store/column-of.ts';
import { beginLoad, finishLoad } from '../store/load-records.ts';
import { saveRows } from '../store/save-rows.ts';
import type { Row, StampedRow } from '../store/stamp.ts';
import { bringWorkUpToDate, noteActs } from '../work.ts';
import { childrenById } from './known-children.ts';
import { newNetworkId } from './new-network-id.ts';
import { numberRecord } from './save-identity.ts';

export interface MoveOptions {
  readonly agency: LoadingAgency;
  /** The system whose number it is, within the agency; empty where it has one system only. */
  readonly issuer: string;
  readonly number: string;
  /** The child it is to mean from now on; or `new` for one whom the network does not know. */
  readonly to: string;
  readonly newId?: () => string;
  readonly databases: LoadDatabases;
  readonly by: string;
  /** The moment, ISO 8601. */
  readonly at: string;
  /** The day, `YYYY-MM-DD`. */
  readonly today: string;
}

export interface Moved {
  /** The id under which the move can be undone, as a load can. */
  readonly load: string;
  readonly from: string;
  /** The child that the number means now. */
  readonly to: string;
  readonly rows: number;
}

/**
 * Has a number mean another child, and what the agency loaded under it go there: records, involvement and all. A child whom nobody knows yet has
 * neither name nor birth date until the next export says them. It is a load of its own, so `load undo` takes it back.
 */
export async function moveNumber(options: MoveOptions): Promise<Moved> {
  const { agency: name, issuer, number, databases, by, at, today, newId = newNetworkId } = options;
  const isNew = options.to === 'new';
  const to = isNew ? newId() : options.to;
  const { agency, identity } = databases;
  const written = agencies[name];
  const { rows } = await identity.query<{ child: string; source: string }>(
    'select child, source from numbers where agency = $1 and issuer = $2 and number = $3',
    [name, issuer, number],
  );
  const [known] = rows;
  if (known === undefined)
    throw new LoadRefused('the agency has no such number; --source says of which of its systems it is');
  if (known.child === to) throw new LoadRefused('the number means this child already');
  if (!isNew && !(await childrenById(identity, [to])).has(to))
    throw new LoadRefused('the network knows no child of this id');
  const load = `m-${randomBytes(6).toString('hex')}`;
  const sources = written.sources.flatMap((each) =>
    issuer === '' ? [each] : [`${each}:${issuer}`, `${each}@${issuer}`],
  );
  // Each row keeps its own source; the number's is the one that it had.
  const source = known.source;
  const stamp = { load, source, asOf: at };
  await beginLoad(agency, {
    id: load,
    agency: name,
    format: 'link move',
    source,
    exportedAt: at,
    ranBy: by,
    startedAt: at,
  });
  await identity.transaction(async (tx) => {
    // Of the number's own source, which may then say who it is.
    const child = { id: to, source, sourceId: number, givenName: '', familyName: '', birthDate: null };
    if (isNew)
      await saveRows(tx, { ...stamp, asOf: new Date(0).toISOString() }, 'children', [{ row: child, about: number }]);
    await saveRows(tx, stamp, 'numbers', [
      { row: numberRecord({ agency: name, issuer, child: to, number, settled: true }, known.source), about: number },
    ]);
  });
  if (isNew) {
    const birth = { child: to, birthDate: null, changed: false, disputed: false };
    await noteActs(agency, load, await databases.register.recordBirths([birth]));
  }
  let moved = 0;
  await agency.transaction(async (tx) => {
    for (const table of written.tables) {
      const found = await tx.query<{ row: Row & { readonly child?: string | null }; asOf: string; source: string }>(
        `select to_jsonb(t.*) as row, r.source, to_json(r.as_of)#>>'{}' as "asOf" from "${columnOf(table)}" t
         join load_rows r on r.tab = $1 and r.id = t.id
         where r.source = any($2) and (r.about = $3 or t.source_id = $3) and to_jsonb(t.*)->>'child' = $4`,
        [columnOf(table), sources, number, known.child],
      );
      // It stays as old as its export: a later one may still correct it.
      for (const each of new Set(found.rows.map((row) => row.source))) {
        const changed = found.rows
          .filter((row) => row.source === each)
          .map(({ row, asOf }): StampedRow => ({ row: { ...row, child: to } as Row, asOf, about: number }));
        await saveRows(tx, { ...stamp, source: each }, table, changed);
      }
      moved += found.rows.length;
    }
  });
  await bringWorkUpToDate(written, { databases, today, stamp }, [known.child, to]);
  await finishLoad(agency, load, at, { moved });
  return { load, from: known.child, to, rows: moved };
}
