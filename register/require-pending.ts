import { RegisterError } from './error.ts';
import type { Recorded } from './records.ts';

/** Throws CONFLICT where a request has been answered. */
export function requirePending(target: Recorded<'approval'>): void {
  if (target.body.state !== 'PENDING') throw new RegisterError('CONFLICT', 'this request has been answered');
}
