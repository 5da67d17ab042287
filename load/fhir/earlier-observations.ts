import type { Queryable } from '@trellis/platform';

/** The observations that earlier files of this source brought, as a score or a risk. */
export async function earlierObservations(agency: Queryable, source: string): Promise<ReadonlySet<string>> {
  const { rows } = await agency.query<{ id: string }>(
    `select source_id as id from scores where source = $1
     union all select source_id from risk_assessments where source = $1 and starts_with(source_id, 'Observation/')`,
    [source],
  );
  return new Set(rows.map(({ id }) => id));
}
