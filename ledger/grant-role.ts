import type { Database } from '@trellis/platform';

/**
 * Lets a role that owns nothing do what the owner of these schemas still may do with their rows, and nothing else. The migrations took from the
 * owner what nobody should do, but an owner can take it back, or take a trigger away; such a role cannot. Run by the owner, after each migration.
 */
export async function grantRole(database: Database, role: string, schemas: readonly string[]): Promise<void> {
  await database.transaction(async (tx) => {
    const { rows } = await tx.query<{ statement: string }>(
      `with owned as (
         select class.oid, relacl, relowner, format('%I.%I', nspname, relname) as name
         from pg_class as class join pg_namespace on pg_namespace.oid = relnamespace
         where nspname = any($1::text[]) and relkind = 'r' and relname <> 'migration'),
       held as (
         select name, privilege_type as privileges
         from owned cross join lateral aclexplode(coalesce(relacl, acldefault('r', relowner)))
         where grantee = relowner and privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
         union all
         select name, format('%s (%I)', privilege_type, attname)
         from owned join pg_attribute on attrelid = owned.oid cross join lateral aclexplode(attacl)
         where grantee = relowner and privilege_type = 'UPDATE')
       select format('grant usage on schema %I to %I', schema, $2::text) as statement from unnest($1::text[]) as schema
       union all
       select format('grant %s on %s to %I', string_agg(privileges, ', '), name, $2::text) from held group by name`,
      [schemas, role],
    );
    for (const { statement } of rows) await tx.query(statement);
  });
}
