import type { Queryable } from '@trellis/platform';

/** The id under which a child's records lie, which is its own unless it was merged into another, and every id that is read through it. */
export async function idsOf(
  tx: Queryable,
  child: string,
): Promise<{ readonly kept: string; readonly ids: readonly string[] }> {
  const { rows } = await tx.query<{ kept: string; child: string | null }>(
    `select kept, merged.child from (select coalesce((select into_child from register.merged where child = $1), $1) as kept) k
     left join register.merged on into_child = kept order by merged.child`,
    [child],
  );
  const kept = rows[0]?.kept ?? child;
  return { kept, ids: [kept, ...rows.flatMap((row) => row.child ?? [])] };
}
