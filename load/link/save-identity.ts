import type { Queryable } from '@trellis/platform';
import type { NumberRecord } from '@trellis/subgraph-identity';
import { recordId } from '@trellis/subgraph-kit';
import { saveRows } from '../store/save-rows.ts';
import type { LoadStamp } from '../store/stamp.ts';
import type { LinkedChild } from './linking.ts';

/** The tables of identity that loading writes, each after those that its records name. */
export const identityTables = ['children', 'numbers'] as const;

/** Records the children and numbers that linking found. */
export async function saveIdentity(
  tx: Queryable,
  stamp: LoadStamp,
  { agency, issuer }: { readonly agency: string; readonly issuer: string },
  found: ReadonlyMap<string, LinkedChild>,
): Promise<void> {
  const children = [...found].flatMap(([about, { record }]) => (record ? [{ row: record, about }] : []));
  const numbers = [...found]
    .filter(([, { numbered }]) => numbered)
    .map(([number, { child, how }]) => ({
      row: numberRecord({ agency, issuer, child, number, settled: how === 'linked' }, stamp.source),
      about: number,
    }));
  // In pieces: one statement with all the children of a large file would take the database's memory, and keep it.
  for (const some of pieces(children)) await saveRows(tx, stamp, 'children', some);
  for (const some of pieces(numbers)) await saveRows(tx, stamp, 'numbers', some);
}

const perStatement = 1_000;

function* pieces<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += perStatement) yield rows.slice(start, start + perStatement);
}

/** The record of a number: one of each issuer's. */
export function numberRecord(
  {
    agency,
    issuer,
    child,
    number,
    settled,
  }: Required<Pick<NumberRecord, 'agency' | 'issuer' | 'child' | 'number' | 'settled'>>,
  source: string,
): NumberRecord {
  const id = recordId('identity', 'numbers', agency, ...(issuer === '' ? [] : [issuer]), number);
  return { id, source, sourceId: number, child, agency, issuer, number, settled };
}
