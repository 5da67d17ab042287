import type { Queryable } from '@trellis/platform';

/** The id under which each child's records lie: its own, unless it was merged into another. */
export async function keptIds(tx: Queryable, children: readonly string[]): Promise<(child: string) => string> {
  const { rows } = await tx.query<{ child: string; into: string }>(
    'select child, into_child as into from register.merged where child = any($1::text[])',
    [children],
  );
  const kept = new Map(rows.map(({ child, into }) => [child, into]));
  return (child) => kept.get(child) ?? child;
}
