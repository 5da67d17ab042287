import type { Random } from './random.ts';

/** What the agencies hold: objects by type and id, fields as they would answer them. */
export type Row = { readonly id: string; readonly [field: string]: unknown };
export type Table = Map<string, Row>;

export interface World {
  readonly children: readonly string[];
  readonly tables: Readonly<Record<string, Table>>;
  /** The agencies answer null where they hold no records, in place of an empty list. */
  readonly emptyIsNull: boolean;
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** A well-formed network id that says what it is, for reading failures. */
export function idOf(kind: string, index: number): string {
  return `${kind}${letters[index] ?? 'z'}`.padEnd(26, '2').slice(0, 26);
}

export const unknownChild = idOf('nobody', 0);
const sensitive = ['sensitivity.psychiatry', 'sensitivity.violence', 'police.victim', 'police.accused'];

/** A few children, related, with everything that the agencies could hold of them. */
export function drawWorld(random: Random): World {
  const children = Array.from({ length: 3 + random.below(3) }, (_, index) => idOf('kid', index));
  const maybe = <T>(value: T): T | null => (random.chance(0.85) ? value : null);
  const several = (): string[] => random.some(children, 0.45);
  const someone = (): string[] => {
    const chosen = several();
    return chosen.length > 0 ? chosen : [random.pick(children)];
  };
  const list = (kind: string, most: number, row: (id: string, index: number) => Row): Table =>
    new Map(
      Array.from({ length: random.below(most + 1) }, (_, index) => row(idOf(kind, index), index)).map((each) => [
        each.id,
        each,
      ]),
    );

  const incidents = list('incident', 5, (id, index) => ({
    id,
    involved: someone(),
    kinds: random.some(sensitive, 0.2),
    narrative: maybe(`narrative ${index}`),
    trauma: maybe(`trauma ${index}`),
    people: maybe(children.map((child) => ({ role: 'WITNESS', child })).slice(0, random.below(3))),
    open: random.chance(0.5),
  }));
  const visits = list('visit', 4, (id, index) => ({
    id,
    child: random.pick(children),
    on: maybe(`2026-01-0${index + 1}`),
    score: maybe(index),
    band: random.pick(['HIGH', 'LOW']),
  }));
  const notes = list('note', 4, (id, index) => ({
    id,
    subjects: someone(),
    kinds: random.some(sensitive, 0.2),
    on: maybe(`2026-02-0${index + 1}`),
    score: maybe(`s${index}`),
    concern: maybe(`c${index}`),
  }));
  const conditions = list('condition', 5, (id, index) => ({
    id,
    child: random.pick(children),
    kinds: random.some(sensitive, 0.25),
    code: maybe(`F${index}`),
    note: maybe(`note ${index}`),
  }));
  const schools = new Map(
    [0, 1].map((index): [string, Row] => {
      const id = idOf('school', index);
      const texts = { title: maybe(`School ${index}`), principal: maybe(`P ${index}`), officer: maybe(`O ${index}`) };
      return [id, { id, ...texts, street: maybe(`${index} Street`), pupils: several() }];
    }),
  );
  const referrals = list('referral', 2, (id) => ({ id, child: random.pick(children), source: 'a neighbour' }));
  const kids = new Map(
    children.map((id, index): [string, Row] => [
      id,
      {
        id,
        // Two of each name: who looks for one finds both.
        name: `Name ${index >> 1}`,
        birthYear: maybe(2008 + index),
        birthDate: maybe(`20${10 + index}-01-01`),
        siblings: maybe(several()),
        file: maybe({
          status: maybe('OPEN'),
          risk: maybe(index),
          band: maybe('HIGH'),
          reporter: maybe('someone'),
          worker: maybe({ name: 'Sam', phone: maybe('555') }),
          placements: maybe(
            Array.from({ length: random.below(4) }, (_, at) => ({ kind: `K${at}`, address: maybe(`${at} Road`) })),
          ),
        }),
        care: random.chance(0.7),
        school: maybe(`School ${index}`),
        teacher: maybe(random.pick(children)),
        attends: maybe(random.pick([...schools.keys()])),
      },
    ]),
  );
  return {
    children,
    tables: {
      Child: kids,
      Incident: incidents,
      Visit: visits,
      Note: notes,
      Condition: conditions,
      School: schools,
      // Each school's roll goes by the school's id.
      Roll: schools,
      Referral: referrals,
    },
    emptyIsNull: random.chance(0.5),
  };
}
