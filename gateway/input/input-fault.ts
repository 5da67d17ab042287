import type { Reason } from '../errors.ts';
import type { Expectation } from './expectations.ts';

/** Where an input stands: below a variable, or below an argument at the response path of its field. */
export interface Place {
  readonly in: 'variable' | 'argument';
  readonly path: readonly (string | number)[];
}

/** One input that does not fit: where, why, and what was expected. Never its value. */
export interface InputFault {
  readonly code: 'BAD_REQUEST' | 'BAD_ID';
  readonly reason: Reason;
  readonly place: Place;
  readonly expected: Expectation;
  /**
   * Names of the schema that the client did not write, said only to clients that may read the schema: the field that is missing, or the
   * values of an enum.
   */
  readonly names?: readonly string[];
}
