/** The codes an agency answers with; one sentence each, the same for every cause, so that no value can ride on a message. */
const messages = {
  UNAUTHENTICATED: 'The request is not sealed by the gateway, for this agency, for the first time.',
  FORBIDDEN: 'This requester may not do this.',
  BAD_REQUEST: 'The request cannot be read.',
  BAD_ID: 'An identifier is not well-formed.',
  LIMIT_EXCEEDED: 'The request is too large.',
  UNKNOWN_OPERATION: 'This kind of operation is not answered here.',
  NOT_FOUND: 'There is no such thing.',
  CONFLICT: 'It has changed since it was read.',
  REGISTER_UNAVAILABLE: 'The register cannot be read.',
  LEDGER_UNAVAILABLE: 'The ledger cannot be read.',
  INTERNAL: 'The agency could not answer.',
} as const;

export type AgencyErrorCode = keyof typeof messages;

/** Why it was refused, of a closed list that the gateway knows too: where whoever asked can do something about it. */
export type AgencyErrorReason =
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
  | 'MALFORMED'
  | 'UNKNOWN_CODE'
  | 'OUT_OF_RANGE'
  | 'WRONG_ORDER';

/** The way to the input that does not fit, from the name of its argument. */
export type InputPath = readonly (string | number)[];

interface CodedErrorOptions extends ErrorOptions {
  readonly reason?: AgencyErrorReason;
  readonly input?: InputPath;
}

/** An error whose code and reason may leave the agency. Any other error leaves as INTERNAL. */
export class CodedError extends Error {
  readonly code: AgencyErrorCode;
  readonly reason: AgencyErrorReason | undefined;
  readonly input: InputPath | undefined;

  constructor(code: AgencyErrorCode, options: CodedErrorOptions = {}) {
    super(messages[code], options);
    this.name = 'CodedError';
    this.code = code;
    this.reason = options.reason;
    this.input = options.input;
  }
}

/** An error as it goes over the wire. */
export interface WireError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: AgencyErrorCode;
    readonly reason?: AgencyErrorReason;
    readonly input?: InputPath;
  };
}

export function wireError(
  code: AgencyErrorCode,
  path?: readonly (string | number)[],
  { reason, input }: Pick<CodedErrorOptions, 'reason' | 'input'> = {},
): WireError {
  const extensions = { code, ...(reason && { reason }), ...(input && { input }) };
  return { message: messages[code], ...(path && { path }), extensions };
}
