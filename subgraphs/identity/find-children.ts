import { comparePeople, nearBirthDates, type Comparison, type Person } from '@trellis/people';
import type { Database, Queryable } from '@trellis/subgraph-kit';

/** A child as it is compared. */
interface ComparedChild {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string | null;
}

/**
 * The child an agency gave this number, or null; null as well where two of its systems gave it to two children. `issuer|number` asks for the
 * number of one system.
 */
export async function childByNumber(database: Database, agency: string, number: string): Promise<string | null> {
  const bar = number.indexOf('|');
  const { rows } = await database.query<{ child: string }>(
    `select distinct child from numbers where agency = $1 and (number = $2 or (issuer = $3 and number = $4)) limit 2`,
    [agency, number, number.slice(0, Math.max(bar, 0)), bar < 0 ? number : number.slice(bar + 1)],
  );
  return rows.length === 1 ? (rows[0]?.child ?? null) : null;
}

/** The same of many numbers, each child once, in the order of the numbers: one that stands for no child, or for two, leaves no place. */
export async function childrenByNumbers(
  database: Database,
  agency: string,
  numbers: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await database.query<{ child: string }>(
    `with asked as (
       select number, min(place) as place from unnest($2::text[]) with ordinality as asked (number, place) group by number),
     found as (
       select asked.place, min(numbers.child) as child from asked join numbers on numbers.agency = $1 and (
         numbers.number = asked.number or (
           position('|' in asked.number) > 0 and numbers.issuer = split_part(asked.number, '|', 1)
           and numbers.number = substr(asked.number, position('|' in asked.number) + 1)))
       group by asked.place having count(distinct numbers.child) = 1)
     select child from found group by child order by min(place)`,
    [agency, numbers],
  );
  return rows.map(({ child }) => child);
}

/** The children of this name and birth date, but for what a typist leaves out. */
export async function childrenByDemographics(
  database: Queryable,
  name: string,
  birthDate: string,
): Promise<readonly { readonly id: string }[]> {
  return (await search(database, { name, birthDate })).filter(({ verdict }) => verdict === 'SAME');
}

/** The children who could be meant, likeliest first: those who are the same are not among them. */
export async function candidatesByDemographics(
  database: Queryable,
  name: string,
  birthDate: string | null,
): Promise<readonly { readonly id: string }[]> {
  const found = await search(database, { name, birthDate });
  return found
    .filter(({ verdict }) => verdict === 'CANDIDATE')
    .sort((one, other) => other.weight - one.weight || (one.id < other.id ? -1 : 1));
}

/** Everybody with the letters of the name, or born on the day or near it, compared. */
async function search(
  database: Queryable,
  person: Person & { readonly name: string; readonly birthDate: string | null },
): Promise<readonly (Comparison & { readonly id: string })[]> {
  const { name, birthDate } = person;
  const dates = birthDate === null ? [] : [birthDate, ...nearBirthDates(birthDate)];
  const { rows } = await database.query<ComparedChild>(
    `select id, given_name as "givenName", family_name as "familyName", birth_date::text as "birthDate" from children
     where birth_date = any($1::date[]) or letters_of(given_name || ' ' || family_name) = letters_of($2) order by id`,
    [dates, name],
  );
  return rows.map(({ id, givenName, familyName, birthDate: born }) => ({
    id,
    ...comparePeople(person, { given: givenName, family: familyName, birthDate: born }),
  }));
}
