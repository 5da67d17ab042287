import { BadCursor } from '@trellis/ledger';
import { isUnreachable, RegisterError } from '@trellis/register';
import { CodedError, type AgencyErrorCode } from '@trellis/subgraph-kit';

/** The codes of the register as an agency may say them. */
const codes: Readonly<Partial<Record<RegisterError['code'], AgencyErrorCode>>> = {
  FORBIDDEN: 'FORBIDDEN',
  PURPOSE_NOT_PERMITTED: 'FORBIDDEN',
  BAD_REQUEST: 'BAD_REQUEST',
  BAD_ID: 'BAD_ID',
  CONFLICT: 'CONFLICT',
  RATE_LIMITED: 'LIMIT_EXCEEDED',
  REGISTER_UNAVAILABLE: 'REGISTER_UNAVAILABLE',
};

/** Runs what the register or the ledger is asked, and turns what they refuse into an error with its code, and the place of an input among `args`. */
export async function coded<Result>(run: () => Promise<Result> | Result, args?: object): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    if (error instanceof BadCursor) throw malformedCursor(error);
    const { reason, input } = error instanceof RegisterError ? error : {};
    const place = input && args && placeIn(args, input);
    throw new CodedError(code, { cause: error, ...(reason && { reason }), ...(place && { input: place }) });
  }
}

/** The way from an argument to what a command did not read: what it was given is the argument `input`, or the arguments themselves. */
function placeIn(args: object, path: readonly (string | number)[]): readonly (string | number)[] | undefined {
  const [first] = path;
  if (first !== undefined && Object.hasOwn(args, first)) return path;
  if (Object.hasOwn(args, 'input')) return ['input', ...path];
  // What was read by itself has no name in its command.
  const [only, ...others] = Object.keys(args).filter((name) => name !== 'id');
  return only !== undefined && others.length === 0 && path.length === 0 ? [only] : undefined;
}

function codeOf(error: unknown): AgencyErrorCode | undefined {
  if (error instanceof RegisterError) return codes[error.code];
  // Register and ledger lie in one database: without it there is nothing to tell but that.
  return isUnreachable(error) ? 'REGISTER_UNAVAILABLE' : undefined;
}

/** The refusal of a place to read on from that is none. */
export function malformedCursor(cause?: BadCursor): CodedError {
  return new CodedError('BAD_REQUEST', { cause, reason: 'MALFORMED', input: ['after'] });
}

/** The one refusal for what is not theirs, and for what is not there. */
export function refused(): CodedError {
  return new CodedError('FORBIDDEN');
}
