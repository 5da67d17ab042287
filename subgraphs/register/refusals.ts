import { BadCursor } from '@trellis/ledger';
import { RegisterError } from '@trellis/register';
import { CodedError, type AgencyErrorCode } from '@trellis/subgraph-kit';

/** The codes of the register as an agency may say them. Where the register cannot be read there is nothing to tell but that. */
const codes: Readonly<Partial<Record<RegisterError['code'], AgencyErrorCode>>> = {
  FORBIDDEN: 'FORBIDDEN',
  PURPOSE_NOT_PERMITTED: 'FORBIDDEN',
  BAD_REQUEST: 'BAD_REQUEST',
  BAD_ID: 'BAD_ID',
  CONFLICT: 'CONFLICT',
};

/** Runs what the register or the ledger is asked, and turns what they refuse into an error with its code. */
export async function coded<Result>(run: () => Promise<Result> | Result): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    const code =
      error instanceof BadCursor ? 'BAD_REQUEST' : error instanceof RegisterError ? codes[error.code] : undefined;
    if (code === undefined) throw error;
    throw new CodedError(code, { cause: error });
  }
}

/** What is not theirs, and what is not there: one refusal. */
export function refused(): CodedError {
  return new CodedError('FORBIDDEN');
}
