import type { Queryable } from '@trellis/platform';
import { timeZone } from '@trellis/subgraph-kit';
import type { Writer } from '../pour.ts';
import type { LoadStamp } from '../store/stamp.ts';

/** The facts known of a patient's service from earlier files: a file of patients alone says nothing of it. */
export interface EarlierService {
  readonly startedOn: string | null;
  readonly provider: string | null;
}

const perStatement = 5_000;

/** The services that earlier files of this source brought, by the patient's number. */
export async function earlierServices(
  agency: Queryable,
  source: string,
  patients: readonly string[],
): Promise<ReadonlyMap<string, EarlierService>> {
  const found = new Map<string, EarlierService>();
  for (let start = 0; start < patients.length; start += perStatement) {
    const { rows } = await agency.query<EarlierService & { sourceId: string }>(
      `select source_id as "sourceId", started_on::text as "startedOn",
         (select p.source_id from providers p where p.id = s.provider) as provider
       from services s where source = $1 and source_id = any($2)`,
      [source, patients.slice(start, start + perStatement).map((number) => `Patient/${number}`)],
    );
    for (const { sourceId, ...service } of rows) found.set(sourceId.slice('Patient/'.length), service);
  }
  return found;
}

/** Sets the first day of services right once a file was written: bulk exports have patients and encounters in files of their own, in any order. */
export async function settleServices(tx: Queryable, writer: Writer, { source }: LoadStamp): Promise<void> {
  const late = await tx.query<{ row: { id: string }; asOf: string }>(
    `select to_jsonb(s.*) || jsonb_build_object('started_on', e.first) as row, to_json(r.as_of)#>>'{}' as "asOf"
     from services s join load_rows r on r.tab = 'services' and r.id = s.id
     cross join lateral (
       select min((started_at at time zone $2)::date) as first from encounters where child = s.child and source = s.source
     ) e
     where s.source = $1 and e.first is not null and (s.started_on is null or s.started_on > e.first)`,
    [source, timeZone],
  );
  await writer.save(
    'services',
    late.rows.map(({ row, asOf }) => ({ row, asOf })),
  );
}
