/** The codes of `doors.graphql` that the register answers with. */
export type RegisterErrorCode =
  | 'FORBIDDEN'
  | 'BAD_REQUEST'
  | 'BAD_ID'
  | 'PURPOSE_NOT_PERMITTED'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'REGISTER_UNAVAILABLE';

/** Why a command was refused, where whoever asked can do something about it. Made of rules and of their own acts alone: nothing of a child. */
export type RefusalReason = 'NOT_OPENED_ON_APPROVAL' | 'OPENED_BY_ITSELF' | 'PURPOSE_NOT_IN_TOKEN' | 'PENDING_ALREADY';

/** A refusal by the register. Its message may be shown to whoever asked: no value of a child's record stands in it. */
export class RegisterError extends Error {
  override readonly name = 'RegisterError';
  readonly code: RegisterErrorCode;
  /** More for a program to show: the places of a bad rule set, the difference of two. */
  readonly detail: unknown;
  readonly reason: RefusalReason | undefined;

  constructor(code: RegisterErrorCode, message: string, detail?: unknown, reason?: RefusalReason) {
    super(message);
    this.code = code;
    this.detail = detail;
    this.reason = reason;
  }
}

/** One message for what is not there and what is not theirs, so that the answer tells neither. */
export function forbidden(): RegisterError {
  return new RegisterError('FORBIDDEN', 'there is no such record, or it is not yours to act on');
}
