import type { Args, Holdings, Thing } from './network.ts';
import type { Allowed, Permissions } from './permissions.ts';
import { idOf } from './world.ts';

/** What one agency holds: `Query`, `Mutation` or `Type:id` → its fields. A function is given the arguments. */
export type Rows = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Agencies that answer from tables written down in a test. */
export function holdingsOf(tables: Readonly<Record<string, Rows>>): Holdings {
  const rowOf = (agency: string, thing: Thing): Readonly<Record<string, unknown>> | undefined =>
    tables[agency]?.[`${thing.__typename}:${String(thing.id)}`];
  return {
    answer: (agency, thing, field, args, root) => {
      const row = thing === undefined ? tables[agency]?.[root] : { ...thing, ...rowOf(agency, thing) };
      const value = row?.[field];
      return typeof value === 'function' ? (value as (args: Args, thing?: Thing) => unknown)(args, thing) : value;
    },
    known: (agency, reference) => {
      const row = rowOf(agency, reference);
      // An agency may know of which type a reference by the interface's name is.
      return row ? { ...reference, __typename: String(row['__typename'] ?? reference.__typename) } : null;
    },
  };
}

export const ann = idOf('ann', 0);
export const ben = idOf('ben', 0);
export const child = (id: string): Thing => ({ __typename: 'Child', id });

/** Permissions written down: child → recipient → categories, at FULL unless a code ends in `?`, which stands for SUMMARY. */
export function permit(by: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>): Permissions {
  return new Map(
    Object.entries(by).map(([id, recipients]) => [
      id,
      new Map(
        Object.entries(recipients).map(([recipient, codes]): [string, Allowed] => [
          recipient,
          new Map(codes.map((code) => (code.endsWith('?') ? [code.slice(0, -1), 'SUMMARY'] : [code, 'FULL']))),
        ]),
      ),
    ]),
  );
}
