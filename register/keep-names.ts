import type { Queryable } from '@trellis/platform';
import { nameKey, nameSecret } from './name-key.ts';

/** Keeps the names that children can be found by in an emergency, in place of those kept before. */
export async function keepNames(
  tx: Queryable,
  children: readonly { readonly child: string; readonly names: readonly string[] }[],
): Promise<void> {
  if (children.length === 0) return;
  const secret = await nameSecret(tx);
  const keys = children.flatMap(({ child, names }) => names.map((name) => ({ child, key: nameKey(name, secret) })));
  await tx.query('delete from register.name_key where child = any($1::text[])', [children.map(({ child }) => child)]);
  await tx.query(
    `insert into register.name_key (child, key)
     select child, key from jsonb_to_recordset($1::jsonb) as n(child text, key text) on conflict do nothing`,
    [JSON.stringify(keys)],
  );
}
