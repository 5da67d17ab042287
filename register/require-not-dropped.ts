import { RegisterError } from './error.ts';
import { proposalOf } from './proposal-of.ts';
import type { Recorded } from './records.ts';

/** Throws CONFLICT where an authority never was: it was proposed, and the proposal dropped. Nothing is left of it to change. */
export function requireNotDropped(target: Recorded<'authority'>): void {
  if (target.body.confirmed === false && proposalOf(target) === undefined)
    throw new RegisterError('CONFLICT', 'this authority was proposed and never confirmed');
}
