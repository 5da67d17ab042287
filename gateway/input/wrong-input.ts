import { TrellisError } from '../errors.ts';
import type { InputFault } from '../errors.ts';

/** The inputs of a request that do not fit, as one refusal: an error for each, all of them told at once. */
export class WrongInput extends TrellisError {
  readonly faults: readonly TrellisError[];

  constructor(faults: readonly InputFault[]) {
    const errors = faults.map((input) => new TrellisError(input.code, { reason: input.reason, input }));
    super(errors[0]?.code ?? 'BAD_REQUEST', errors[0]?.details);
    this.name = 'WrongInput';
    this.faults = errors;
  }
}
