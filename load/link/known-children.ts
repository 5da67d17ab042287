import type { Queryable } from '@trellis/platform';
import type { SourcePerson } from '../source-item.ts';
import { comparable, hasDemographics, type Demographics } from './compare-people.ts';

/** A child as identity has it. */
export interface KnownChild extends Demographics {
  readonly id: string;
  readonly source: string;
  readonly sourceId: string;
}

/** A child who may be the one, and whether the agency has a number for them already: then it is somebody else to the agency. */
export interface Candidate extends KnownChild {
  readonly numbered: boolean;
}

const columns = `c.id, c.source, c.source_id as "sourceId", c.given_name as "givenName", c.family_name as "familyName", c.birth_date::text as "birthDate"`;
const perStatement = 1_000;

/** The children that an agency's numbers mean, by number. */
export async function childrenByNumber(
  identity: Queryable,
  agency: string,
  numbers: Iterable<string>,
): Promise<Map<string, KnownChild>> {
  const found = new Map<string, KnownChild>();
  for (const some of chunks([...numbers])) {
    const { rows } = await identity.query<KnownChild & { number: string }>(
      `select n.number, ${columns} from numbers n join children c on c.id = n.child where n.agency = $1 and n.number = any($2)`,
      [agency, some],
    );
    for (const { number, ...child } of rows) found.set(number, child);
  }
  return found;
}

export async function childrenById(identity: Queryable, ids: Iterable<string>): Promise<Map<string, KnownChild>> {
  const found = new Map<string, KnownChild>();
  for (const some of chunks([...new Set(ids)])) {
    const { rows } = await identity.query<KnownChild>(`select ${columns} from children c where c.id = any($1)`, [some]);
    for (const child of rows) found.set(child.id, child);
  }
  return found;
}

/** Every child with the name or the birth date of one of these people. */
export async function candidatesFor(
  identity: Queryable,
  agency: string,
  persons: readonly SourcePerson[],
): Promise<Candidates> {
  const found = new Candidates();
  for (const some of chunks(persons.filter(hasDemographics))) {
    const { rows } = await identity.query<Candidate>(
      `select ${columns}, exists (select from numbers n where n.child = c.id and n.agency = $1) as numbered
       from children c
       where c.birth_date = any($2::date[]) or lower(c.given_name || ' ' || c.family_name) = any($3)`,
      [
        agency,
        some.map(({ birthDate }) => birthDate),
        some.map(({ given, family }) => `${comparable(given)} ${comparable(family)}`),
      ],
    );
    for (const row of rows) found.add(row);
  }
  return found;
}

/** Candidates by what they may share with somebody. */
export class Candidates {
  readonly #byKey = new Map<string, Map<string, Candidate>>();

  add(candidate: Candidate): void {
    for (const key of [
      candidate.birthDate ?? '',
      `${comparable(candidate.givenName)}|${comparable(candidate.familyName)}`,
    ]) {
      const sharing = this.#byKey.get(key) ?? new Map<string, Candidate>();
      this.#byKey.set(key, sharing.set(candidate.id, candidate));
    }
  }

  of(person: SourcePerson): readonly Candidate[] {
    const keys = [person.birthDate ?? '', `${comparable(person.given)}|${comparable(person.family)}`];
    return [...new Map(keys.flatMap((key) => [...(this.#byKey.get(key) ?? [])])).values()];
  }
}

function* chunks<Value>(values: readonly Value[]): Generator<readonly Value[]> {
  for (let start = 0; start < values.length; start += perStatement) yield values.slice(start, start + perStatement);
}
