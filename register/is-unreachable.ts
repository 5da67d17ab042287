import { sqlState } from '@trellis/platform';

/** Server shutting down, out of connections, connection lost: classes of SQLSTATE that say nothing of the statement. */
const away = /^(08|53|57)/;
/** The words of a driver about a connection that it does not have; it gives no code. */
const lost = /connect|timeout|terminated|ended/i;

/** Checks whether a statement failed because the database cannot be reached, and not because of what was asked. */
export function isUnreachable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  // A system's own error, ECONNREFUSED or EPIPE; the latter looks like an SQLSTATE. Several of them, where a name has several addresses.
  if ('syscall' in error || 'errors' in error) return true;
  const state = sqlState(error);
  if (state !== undefined) return away.test(state);
  const { name, message } = error as { readonly name?: unknown; readonly message?: unknown };
  return name === 'Error' && typeof message === 'string' && lost.test(message);
}
