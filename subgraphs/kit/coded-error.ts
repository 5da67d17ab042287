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

/** An error whose code may leave the agency. Any other error leaves as INTERNAL. */
export class CodedError extends Error {
  readonly code: AgencyErrorCode;
  constructor(code: AgencyErrorCode, options?: ErrorOptions) {
    super(messages[code], options);
    this.name = 'CodedError';
    this.code = code;
  }
}

/** An error as it goes over the wire. */
export interface WireError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: AgencyErrorCode };
}

export function wireError(code: AgencyErrorCode, path?: readonly (string | number)[]): WireError {
  return path === undefined
    ? { message: messages[code], extensions: { code } }
    : { message: messages[code], path, extensions: { code } };
}
