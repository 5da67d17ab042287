import type { Day } from '@trellis/decision';
import type { Queryable } from '@trellis/platform';
import { nameKey, nameSecret } from './name-key.ts';

interface Wanted {
  readonly name: string;
  readonly birthDate?: Day | null | undefined;
}

/**
 * The children of this name whose birth date fits: the same day, a day off, or unknown on either side. An exact day sets all others aside.
 * At most three are returned, each under the id that is kept.
 */
export async function findByName(database: Queryable, { name, birthDate }: Wanted): Promise<readonly string[]> {
  const key = nameKey(name, await nameSecret(database));
  const { rows } = await database.query<{ child: string; born: string | null }>(
    `select distinct coalesce(m.into_child, n.child) as child, r.body->>'birthDate' as born
     from register.name_key n left join register.merged m on m.child = n.child
     left join register.record r on r.id = 'child:' || n.child
     where n.key = $1 limit 50`,
    [key],
  );
  const exact = rows.filter(({ born }) => born !== null && born === birthDate);
  const near = rows.filter(({ born }) => born === null || birthDate == null || isADayOff(born, birthDate));
  return [...new Set((exact.length > 0 ? exact : near).map(({ child }) => child))].slice(0, 3);
}

function isADayOff(one: Day, other: Day): boolean {
  return Math.abs(Date.parse(one) - Date.parse(other)) <= 24 * 3_600_000;
}
