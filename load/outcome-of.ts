import { sqlState } from '@trellis/platform';
import type { FileAccount } from './account.ts';
import { LoadRefused } from './load-refused.ts';

export type Outcome<Value> = { readonly value: Value } | Pick<FileAccount, 'outcome' | 'reason'>;

/** The value, or the outcome that a file's own faults come to. Whatever else goes wrong is nobody's file's fault, and thrown. */
export async function outcomeOf<Value>(running: Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { value: await running };
  } catch (error) {
    if (error instanceof LoadRefused) return { outcome: 'refused', reason: error.message };
    if (error instanceof RangeError && error.message.includes('call stack'))
      return { outcome: 'refused', reason: 'a value is nested too deeply to be read' };
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      return { outcome: 'refused', reason: `cannot be read (${code})` };
    // A database's own words may quote a value.
    if (sqlState(error) !== undefined)
      return { outcome: 'failed', reason: `the database refused a record (SQLSTATE ${sqlState(error) ?? ''})` };
    throw error;
  }
}

/** The account of a file of which nothing was loaded. */
export function nothingLoaded(file: string, { outcome, reason }: Pick<FileAccount, 'outcome' | 'reason'>): FileAccount {
  return {
    file,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    elements: {},
    notes: {},
    children: { linked: 0, known: 0, matched: 0, registered: 0, toReview: 0 },
  };
}
