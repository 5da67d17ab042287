import { randomBytes } from 'node:crypto';
import type { Database } from '@trellis/platform';
import { readDate } from '../dates.ts';
import { LoadRefused } from '../load-refused.ts';
import type { RegisterPort } from '../register-port.ts';
import { saveRows } from '../store/save-rows.ts';
import type { LoadStamp } from '../store/stamp.ts';
import { findDoubt, type Doubt } from './doubts.ts';
import { childrenById } from './known-children.ts';
import { newNetworkId } from './new-network-id.ts';
import { numberRecord } from './save-identity.ts';

/** The decision of a person: it is this child; it is nobody known; or it changes nothing. */
export type Settlement =
  { readonly child: string } | { readonly isNew: true } | { readonly keep: true } | { readonly birthDate: string };

export interface SettleOptions {
  readonly identity: Database;
  readonly register: RegisterPort;
  readonly doubt: string;
  readonly decision: Settlement;
  /** The person who decides, by name. */
  readonly by: string;
  /** The moment, ISO 8601. */
  readonly at: string;
  readonly newId?: () => string;
}

/**
 * Settles one doubt, by a person whose name stays with it. A number gets its child, so that the records that were skipped come with the
 * next load of their file; a birth date in dispute gets the one that was established. Returns the child.
 */
export async function settleDoubt(
  options: SettleOptions,
): Promise<{ readonly doubt: Doubt; readonly child: string | null }> {
  const { identity, register, decision, by, at, newId = newNetworkId } = options;
  const doubt = await findDoubt(identity, options.doubt);
  if (doubt === undefined) throw new LoadRefused('there is no doubt of this id: `trellis link list` shows them');
  if (doubt.settledAt !== null) throw new LoadRefused('this doubt is settled already');
  const isOfPerson = 'child' in decision || 'isNew' in decision;
  if (doubt.kind === 'WHO' && !isOfPerson) throw new LoadRefused('say whose the number is: --child ID, or --new');
  if (doubt.kind === 'DIFFERENCE' && isOfPerson)
    throw new LoadRefused('it is known who it is, and two sources differ: say --keep, or --birth-date DAY');
  if ('birthDate' in decision && (readDate(decision.birthDate) === undefined || decision.birthDate > at.slice(0, 10)))
    throw new LoadRefused('the birth date is no day that was: write it as 2013-04-12');
  const child = await childOf(identity, doubt, decision, newId);
  const stamp: LoadStamp = { load: `s-${randomBytes(6).toString('hex')}`, source: 'settled', asOf: at };
  const birthDate = 'birthDate' in decision ? decision.birthDate : undefined;
  await identity.transaction(async (tx) => {
    if (child !== null && 'isNew' in decision) {
      const { givenName, familyName } = doubt;
      const row = {
        id: child,
        source: 'settled',
        sourceId: doubt.id,
        givenName,
        familyName,
        birthDate: doubt.birthDate,
      };
      await saveRows(tx, stamp, 'children', [{ row }]);
    }
    if (child !== null && doubt.kind === 'WHO')
      await saveRows(tx, stamp, 'numbers', [
        { row: numberRecord({ ...doubt, child, settled: true }, 'settled'), about: doubt.number },
      ]);
    if (child !== null && birthDate !== undefined)
      await tx.query('update children set birth_date = $2::date where id = $1', [child, birthDate]);
    await tx.query('update doubts set settled_at = $2, settled_by = $3, decision = $4, child = $5 where id = $1', [
      doubt.id,
      at,
      by,
      inWords(decision),
      child,
    ]);
  });
  if (child !== null && 'isNew' in decision)
    await register.recordBirths([{ child, birthDate: doubt.birthDate, changed: true, disputed: false }]);
  if (child !== null && birthDate !== undefined) await register.settleBirth(child, birthDate);
  return { doubt, child };
}

async function childOf(
  identity: Database,
  doubt: Doubt,
  decision: Settlement,
  newId: () => string,
): Promise<string | null> {
  if ('isNew' in decision) return newId();
  const child = 'child' in decision ? decision.child : (doubt.candidates[0] ?? null);
  if (child === null) return null;
  if (!(await childrenById(identity, [child])).has(child))
    throw new LoadRefused('the network knows no child of this id');
  return child;
}

function inWords(decision: Settlement): string {
  if ('child' in decision) return 'this child';
  if ('isNew' in decision) return 'nobody known';
  return 'keep' in decision ? 'as it is' : 'another birth date';
}
