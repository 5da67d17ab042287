import { foldName, lettersOf } from '@trellis/people';
import type { Queryable } from '@trellis/platform';
import type { SourcePerson } from '../source-item.ts';

/** A child as identity has it. */
export interface KnownChild {
  readonly id: string;
  readonly source: string;
  readonly sourceId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string | null;
  /** The time of the export that said so last; null where no load did. */
  readonly asOf?: string | null;
  /** A person said that the number by which it was found means it. */
  readonly settled?: boolean;
}

/** A child who may be the one, and whether this source has a number for them already: then it is somebody else to the source. */
export interface LinkCandidate extends KnownChild {
  readonly numbered: boolean;
}

const columns = `c.id, c.source, c.source_id as "sourceId", c.given_name as "givenName", c.family_name as "familyName",
  c.birth_date::text as "birthDate", to_json(r.as_of)#>>'{}' as "asOf"`;
const from = `children c left join load_rows r on r.tab = 'children' and r.id = c.id`;
const perStatement = 1_000;

/** The children that the numbers of one issuer of an agency mean, by number. */
export async function childrenByNumber(
  identity: Queryable,
  { agency, issuer }: { readonly agency: string; readonly issuer: string },
  numbers: Iterable<string>,
): Promise<Map<string, KnownChild>> {
  const found = new Map<string, KnownChild>();
  for (const some of chunks([...numbers])) {
    const { rows } = await identity.query<KnownChild & { number: string }>(
      `select n.number, n.settled, ${columns} from numbers n join children c on c.id = n.child
       left join load_rows r on r.tab = 'children' and r.id = c.id
       where n.agency = $1 and n.issuer = $2 and n.number = any($3)`,
      [agency, issuer, some],
    );
    for (const { number, ...child } of rows) found.set(number, child);
  }
  return found;
}

export async function childrenById(identity: Queryable, ids: Iterable<string>): Promise<Map<string, KnownChild>> {
  const found = new Map<string, KnownChild>();
  for (const some of chunks([...new Set(ids)])) {
    const { rows } = await identity.query<KnownChild>(`select ${columns} from ${from} where c.id = any($1)`, [some]);
    for (const child of rows) found.set(child.id, child);
  }
  return found;
}

/** Every child with the letters of the name, or the birth date, of one of these people. */
export async function candidatesFor(
  identity: Queryable,
  { agency, issuer }: { readonly agency: string; readonly issuer: string },
  persons: readonly SourcePerson[],
): Promise<Candidates> {
  const found = new Candidates();
  for (const some of chunks(persons.filter(hasName))) {
    const { rows } = await identity.query<LinkCandidate>(
      `select ${columns}, exists (select from numbers n where n.child = c.id and n.agency = $1 and n.issuer = $2) as numbered
       from ${from}
       where c.birth_date = any($3::date[])
         or letters_of(c.given_name || ' ' || c.family_name) = any(array(select letters_of(name) from unnest($4::text[]) as name))`,
      [
        agency,
        issuer,
        [...new Set(some.flatMap(({ birthDate }) => birthDate ?? []))],
        [...new Set(some.map(wholeName))],
      ],
    );
    for (const row of rows) found.add(row);
  }
  return found;
}

export function hasName(person: SourcePerson): boolean {
  return foldName(wholeName(person)) !== '';
}

export function wholeName({ given = '', family = '' }: SourcePerson): string {
  return `${given} ${family}`;
}

/** Candidates by what they may share with somebody. */
export class Candidates {
  readonly #byKey = new Map<string, Map<string, LinkCandidate>>();

  add(candidate: LinkCandidate): void {
    const { givenName, familyName, birthDate } = candidate;
    for (const key of keysOf(`${givenName} ${familyName}`, birthDate ?? undefined)) {
      const sharing = this.#byKey.get(key) ?? new Map<string, LinkCandidate>();
      this.#byKey.set(key, sharing.set(candidate.id, candidate));
    }
  }

  of(person: SourcePerson): readonly LinkCandidate[] {
    const keys = keysOf(wholeName(person), person.birthDate);
    return [...new Map(keys.flatMap((key) => [...(this.#byKey.get(key) ?? [])])).values()];
  }
}

function keysOf(name: string, birthDate: string | undefined): readonly string[] {
  const letters = lettersOf(name);
  return [...(birthDate === undefined ? [] : [birthDate]), ...(letters === '' ? [] : [letters])];
}

function* chunks<Value>(values: readonly Value[]): Generator<readonly Value[]> {
  for (let start = 0; start < values.length; start += perStatement) yield values.slice(start, start + perStatement);
}
