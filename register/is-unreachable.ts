import { sqlState } from '@trellis/platform';

/** Server shutting down, out of connections, connection lost: classes of SQLSTATE that say nothing of the statement. */
const away = /^(08|53|57)/;
/** What a driver says of a connection that it does not have; it gives no code. */
const lost = /connect|timeout|terminated|ended/i;

/** Whether a statement failed because the database cannot be reached, and not because of what was asked. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const state = sqlState(error);
  if (state !== undefined) return away.test(state);
  // A system's own error, ECONNREFUSED for one.
  if ('syscall' in error) return true;
  return error.name === 'AggregateError' || (error.name === 'Error' && lost.test(error.message));
}
