import { randomBytes } from 'node:crypto';
import type { Database } from '@trellis/platform';
import { seedRegister } from '@trellis/register';
import { factsOf } from './facts-of.ts';
import type { Case, GivenChild } from './read-cases.ts';

/** A case as a register knows it: its children by the case's own names, and what the ids of the case have become. */
export interface SeededCase {
  readonly children: ReadonlyMap<string, string>;
  readonly given: ReadonlyMap<string, GivenChild>;
  /** The register's ids are unique in the network: `told` of one case is not `told` of another. */
  readonly idOf: (id: string) => string;
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** A network identifier that means nothing. */
export const newId = (): string => [...randomBytes(26)].map((byte) => letters[byte % 32]).join('');

/** Puts the children of a case into a register as imports do. */
export async function seedCase(
  database: Database,
  { given: told }: Case,
  prefix: string,
  at: number,
): Promise<SeededCase> {
  const given = new Map(Object.entries('children' in told ? told.children : { child: told }));
  const children = new Map([...given.keys()].map((name) => [name, newId()]));
  const idOf = (id: string): string => `${prefix}-${id}`;
  const facts = [...given].map(([name, child]) => factsOf(children.get(name) ?? '', child));
  const each = <Item extends { readonly id: string }>(of: (child: (typeof facts)[number]) => readonly Item[]) =>
    facts.flatMap((known) =>
      of(known).map((item) => ({ ...item, id: unnamed(item.id, known.child), child: known.child })),
    );
  // What a case gives no id of its own is numbered for each child.
  const unnamed = (id: string, child: string): string =>
    /^(involvement|emergency|relation|harm)-\d+$/.test(id) ? idOf(`${id}-${child}`) : idOf(id);
  await database.transaction((tx) =>
    seedRegister(tx, {
      at,
      children: facts.map(({ child, birthDate }) => ({ child, birthDate, disputed: false })),
      consents: each(({ consents }) => consents).map((consent) => ({ ...consent, by: idOf(consent.by) })),
      authorities: each(({ authorities }) => authorities).map((authority) => ({
        ...authority,
        jointWith: authority.jointWith.map(idOf),
      })),
      orders: each(({ orders }) => orders),
      involvements: each(({ involvements }) => involvements),
      approvals: each(({ approvals }) => approvals),
      emergencies: each(({ emergencies }) => emergencies),
      relations: each(({ relations = [] }) => relations),
      harmRefusals: each(({ harmRefusals = [] }) => harmRefusals),
    }),
  );
  return { children, given, idOf };
}
