import type { Database } from '@trellis/subgraph-kit';

/** The child an agency gave this number, or null. */
export async function childByNumber(database: Database, agency: string, number: string): Promise<string | null> {
  const { rows } = await database.query<{ child: string }>(
    'select child from numbers where agency = $1 and number = $2',
    [agency, number],
  );
  return rows[0]?.child ?? null;
}

/** The one child of exactly this name (case and space aside) and birth date; null where there is none, or more than one. */
export async function childByDemographics(database: Database, name: string, birthDate: string): Promise<string | null> {
  const { rows } = await database.query<{ id: string }>(
    `select id from children where birth_date = $2::date and lower(given_name || ' ' || family_name) = lower($1) limit 2`,
    [name.trim().replace(/\s+/g, ' '), birthDate],
  );
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}
