import type { Database } from '@trellis/subgraph-kit';

/** The child an agency gave this number, or null. */
export async function childByNumber(database: Database, agency: string, number: string): Promise<string | null> {
  const { rows } = await database.query<{ child: string }>(
    'select child from numbers where agency = $1 and number = $2',
    [agency, number],
  );
  return rows[0]?.child ?? null;
}

/** The children of exactly this name (case and space aside) and birth date. */
export async function childrenByDemographics(
  database: Database,
  name: string,
  birthDate: string,
): Promise<readonly { readonly id: string }[]> {
  const { rows } = await database.query<{ id: string }>(
    `select id from children where birth_date = $2::date and lower(given_name || ' ' || family_name) = lower($1) order by id`,
    [name.trim().replace(/\s+/g, ' '), birthDate],
  );
  return rows;
}
