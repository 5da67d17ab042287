import type { Queryable } from '@trellis/platform';
import type { NumberRecord } from '@trellis/subgraph-identity';
import { recordId } from '@trellis/subgraph-kit';
import { saveRows } from '../store/save-rows.ts';
import type { Stamp } from '../store/stamp.ts';
import type { Found } from './linking.ts';

/** The tables of identity that loading writes, each after those that its records name. */
export const identityTables = ['children', 'numbers'] as const;

/** Records the children and numbers that linking found. */
export async function saveIdentity(
  tx: Queryable,
  stamp: Stamp,
  { agency, issuer }: { readonly agency: string; readonly issuer: string },
  found: ReadonlyMap<string, Found>,
): Promise<void> {
  const children = [...found].flatMap(([about, { record }]) => (record ? [{ row: record, about }] : []));
  const numbers = [...found]
    .filter(([, { numbered }]) => numbered)
    .map(([number, { child, how }]) => ({
      row: numberRecord({ agency, issuer, child, number, settled: how === 'linked' }, stamp.source),
      about: number,
    }));
  await saveRows(tx, stamp, 'children', children);
  await saveRows(tx, stamp, 'numbers', numbers);
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
