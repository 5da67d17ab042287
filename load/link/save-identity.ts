import type { Database } from '@trellis/platform';
import { saveRecords, type NumberRecord } from '@trellis/subgraph-identity';
import { recordId } from '@trellis/subgraph-kit';
import type { Found } from './link-people.ts';

/**
 * Records the children and numbers that linking found, in one transaction. Returns how to take back what was new, for a file that then
 * fails to load.
 */
export async function saveIdentity(
  identity: Database,
  agency: string,
  source: string,
  found: ReadonlyMap<string, Found>,
): Promise<() => Promise<void>> {
  const children = [...found.values()].flatMap(({ record }) => record ?? []);
  const numbers = [...found]
    .filter(([, { numbered }]) => numbered)
    .map(([number, { child }]) => numberRecord(agency, source, number, child));
  if (children.length === 0 && numbers.length === 0) return () => Promise.resolve();
  const made = await identity.transaction(async (tx) => {
    const ids = children.map(({ id }) => id);
    const { rows } = await tx.query<{ id: string }>('select id from children where id = any($1)', [ids]);
    const there = new Set(rows.map(({ id }) => id));
    await saveRecords(tx, { children, numbers });
    return ids.filter((id) => !there.has(id));
  });
  return () =>
    identity.transaction(async (tx) => {
      await tx.query('delete from numbers where id = any($1)', [numbers.map(({ id }) => id)]);
      await tx.query('delete from children where id = any($1)', [made]);
    });
}

function numberRecord(agency: string, source: string, number: string, child: string): NumberRecord {
  return { id: recordId('identity', 'numbers', agency, number), source, sourceId: number, child, agency, number };
}
