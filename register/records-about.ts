import type { Queryable } from '@trellis/platform';
import type { Recorded } from './records.ts';

/** Every record about one child, or about `network` or `rules`, as it stands, by id. */
export async function recordsAbout(tx: Queryable, about: string): Promise<readonly Recorded[]> {
  const { rows } = await tx.query<Recorded>(
    'select id, about, kind, agency, state, body, detail from register.record where about = $1 order by id',
    [about],
  );
  return rows;
}
