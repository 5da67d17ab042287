import type { Day } from '@trellis/decision';
import type { Queryable } from '@trellis/platform';
import { nameKey, nameSecret } from './name-key.ts';

interface Wanted {
  readonly name: string;
  readonly birthDate?: Day | null | undefined;
}

/** One is opened and two are too many; a third tells nothing more. It is no network's to set: no answer that is given depends on it. */
const mostFound = 3;

/**
 * The children of this name whose birth date fits: the same day, a day off, or unknown on either side. An exact day sets all others aside.
 * At most `mostFound` are returned, each under the id that is kept.
 */
export async function findByName(database: Queryable, { name, birthDate }: Wanted): Promise<readonly string[]> {
  const key = nameKey(name, await nameSecret(database));
  const { rows } = await database.query<{ child: string; exact: boolean }>(
    `select coalesce(m.into_child, n.child) as child, bool_or(born.day is not distinct from $2::date and born.day is not null) as exact
     from register.name_key n left join register.merged m on m.child = n.child
     left join register.record r on r.id = 'child:' || n.child
     cross join lateral (select (r.body->>'birthDate')::date as day) born
     where n.key = $1 and (born.day is null or $2::date is null or born.day between $2::date - 1 and $2::date + 1)
     group by 1 order by exact desc, child limit $3`,
    [key, birthDate ?? null, mostFound],
  );
  const exact = rows.filter((each) => each.exact);
  return (exact.length > 0 ? exact : rows).map(({ child }) => child);
}
