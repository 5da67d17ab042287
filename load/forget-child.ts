import type { Database, Queryable } from '@trellis/platform';
import { agencies as kept, type LoadingAgency } from './agencies/index.ts';
import { identityTables } from './link/save-identity.ts';
import { LoadRefused } from './load-refused.ts';
import type { RegisterPort } from './register-port.ts';
import { columnOf } from './store/column-of.ts';
import { forgetChanges } from './store/forget-changes.ts';

export interface ForgetOptions {
  /** The agencies' databases that loading writes into. */
  readonly agencies: Readonly<Partial<Record<LoadingAgency, Database>>>;
  readonly identity: Database;
  readonly register: Pick<RegisterPort, 'erased'>;
  readonly child: string;
}

/** The number of a child's changes and doubts that went from what loading keeps. */
export interface Forgotten {
  readonly changes: number;
  readonly doubts: number;
}

interface Numbered {
  readonly agency: string;
  readonly number: string;
}

/**
 * Destroys what loading keeps of a child that the register has erased: what stood before each change, the numbers beside its rows, what the
 * register was made to record, and the doubts about it. Refused for a child that is not erased, and while a legal hold stands. The loads that
 * it was part of can no longer be undone. Repeating it changes nothing.
 */
export async function forgetChild({ agencies, identity, register, child }: ForgetOptions): Promise<Forgotten> {
  if (!(await register.erased(child)))
    throw new LoadRefused(
      'the register has not erased this child, or a legal hold stands: two officers erase it first',
    );
  const { rows: numbered } = await identity.query<Numbered>(
    `select agency, number from numbers where child = $1
     union select agency, number from doubts where child = $1`,
    [child],
  );
  let changes = 0;
  for (const [name, database] of Object.entries(agencies)) {
    const { tables } = kept[name as LoadingAgency];
    const numbers = numbered.filter(({ agency }) => agency === name).map(({ number }) => number);
    changes += await database.transaction((tx) => forgetChanges(tx, tables.map(columnOf), child, numbers));
  }
  // Identity last: its numbers are what the others are found by, should this be interrupted.
  return identity.transaction(async (tx) => {
    const doubts = await forgetDoubts(tx, child, numbered);
    return { changes: changes + (await forgetChanges(tx, identityTables, child, [])), doubts };
  });
}

async function forgetDoubts(identity: Queryable, child: string, numbered: readonly Numbered[]): Promise<number> {
  const { rowCount } = await identity.query(
    `delete from doubts where child = $1 or candidates = array[$1]
       or (agency, number) in (select agency, number from jsonb_to_recordset($2::jsonb) as n(agency text, number text))`,
    [child, JSON.stringify(numbered)],
  );
  // A doubt about somebody else stays, without this child.
  await identity.query('update doubts set candidates = array_remove(candidates, $1) where $1 = any(candidates)', [
    child,
  ]);
  return rowCount;
}
