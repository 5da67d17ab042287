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

/** Runs what the register or the ledger is asked, and turns what they refuse into an error with its code. */
export async function coded<Result>(run: () => Promise<Result> | Result): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    const reason = error instanceof RegisterError ? error.reason : undefined;
    throw new CodedError(code, { cause: error, ...(reason && { reason }) });
  }
}

function codeOf(error: unknown): AgencyErrorCode | undefined {
  if (error instanceof BadCursor) return 'BAD_REQUEST';
  if (error instanceof RegisterError) return codes[error.code];
  // Register and ledger lie in one database: without it there is nothing to tell but that.
  return isUnreachable(error) ? 'REGISTER_UNAVAILABLE' : undefined;
}

/** The one refusal for what is not theirs, and for what is not there. */
export function refused(): CodedError {
  return new CodedError('FORBIDDEN');
}
