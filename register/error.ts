/** The codes of errors that the register answers with. */
export type RegisterErrorCode =
  | 'FORBIDDEN'
  | 'BAD_REQUEST'
  | 'BAD_ID'
  | 'PURPOSE_NOT_PERMITTED'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'REGISTER_UNAVAILABLE';

/** Why a command was refused, where whoever asked can do something about it. Made of what they may read alone. */
export type RefusalReason =
  | 'NOT_OPENED_ON_APPROVAL'
  | 'OPENED_BY_ITSELF'
  | 'PURPOSE_NOT_IN_TOKEN'
  | 'PENDING_ALREADY'
  | 'NOT_ONE_CHILD'
  | 'COURT_ORDER_NEEDED'
  | 'REVIEW_WAITS'
  | 'WAITS_ALREADY'
  | 'LEGAL_HOLD'
  | 'SUSPENDED_ELSEWHERE'
  | MisfitReason;

/** Why one input does not fit. */
type MisfitReason = 'MALFORMED' | 'UNKNOWN_CODE' | 'OUT_OF_RANGE' | 'WRONG_ORDER';
type InputPath = readonly (string | number)[];

/** A refusal by the register. Its message may be shown to whoever asked: no value of a child's record stands in it. */
export class RegisterError extends Error {
  override readonly name = 'RegisterError';
  readonly code: RegisterErrorCode;
  /** More for a program to show: the places of a bad rule set, the difference of two. */
  readonly detail: unknown;
  readonly reason: RefusalReason | undefined;
  /** The way to the input that does not fit, within what the command was given. */
  readonly input: InputPath | undefined;

  constructor(code: RegisterErrorCode, message: string, detail?: unknown, reason?: RefusalReason, input?: InputPath) {
    super(message);
    this.code = code;
    this.detail = detail;
    this.reason = reason;
    this.input = input;
  }
}

/** One message for what is not there and what is not theirs, so that the answer tells neither. */
export function forbidden(): RegisterError {
  return new RegisterError('FORBIDDEN', 'there is no such record, or it is not yours to act on');
}

/** An input that does not fit: where it is, why, and the same in words. Never its value. */
export function misfit(input: string | InputPath, reason: MisfitReason, why: string): RegisterError {
  const path = typeof input === 'string' ? [input] : input;
  const place = path.length === 0 ? 'the input' : `\`${path.join('.')}\``;
  return new RegisterError('BAD_REQUEST', `${place} ${why}`, undefined, reason, path);
}
