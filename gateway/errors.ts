import type { Expectation } from './expectations.ts';

/**
 * The closed table of errors. What a client may read in an error is written here and nowhere else:
 * a code, its one sentence, and details of the closed kinds below. `docs/errors.md` is generated from this file.
 */
export const errors = {
  UNAUTHENTICATED: {
    status: 401,
    message: 'A valid bearer token from an issuer of the network is required.',
  },
  PURPOSE_REQUIRED: {
    status: 400,
    message: 'The header purpose-of-use is required: it names one purpose of the token, or up to four.',
  },
  PURPOSE_NOT_PERMITTED: {
    status: 403,
    message: 'A purpose in the header purpose-of-use is not one of the purposes in the token.',
  },
  FORBIDDEN: { status: 403, message: 'This requester may not do this.' },
  BAD_REQUEST: { status: 400, message: 'The request cannot be read.' },
  BAD_ID: { status: 400, message: 'An id is malformed: a child is named by 26 characters a-z and 2-7.' },
  LIMIT_EXCEEDED: { status: 400, message: 'The request exceeds a limit of this gateway.' },
  UNKNOWN_OPERATION: { status: 403, message: 'This operation is not registered for this app.' },
  RATE_LIMITED: { status: 429, message: 'The budget of this agency or app is used up. Try again later.' },
  AGENCY_UNAVAILABLE: { status: 502, message: 'An agency did not answer.' },
  LEDGER_UNAVAILABLE: {
    status: 503,
    message: 'The ledger cannot be written, so nothing was disclosed. In an emergency call the duty telephone.',
  },
  REGISTER_UNAVAILABLE: {
    status: 503,
    message: 'The register cannot be read, so nothing was disclosed. In an emergency call the duty telephone.',
  },
  CONFLICT: { status: 409, message: 'What this would change has changed meanwhile, or does not allow it.' },
  INTERNAL: { status: 500, message: 'The gateway could not answer. Nothing was disclosed.' },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof errors;

/** The reasons why a request is refused, where saying so helps. Of a BAD_REQUEST or a CONFLICT the reason's sentence takes the place of the code's. */
export const reasons = {
  METHOD: { status: 405, message: 'Operations are sent by POST; the schema is read by GET.' },
  CONTENT_TYPE: { status: 415, message: 'The body must be application/json in UTF-8, without content-encoding.' },
  ACCEPT: { status: 406, message: 'The answer is application/json or application/graphql-response+json.' },
  JSON: { status: 400, message: 'The body is not one JSON object.' },
  DUPLICATE_KEY: { status: 400, message: 'An object in the body has a key twice.' },
  BATCHING: { status: 400, message: 'One operation per request: a list of operations is refused.' },
  PARAMETERS: {
    status: 400,
    message: 'The body needs a string query; operationName is a string, variables and extensions are objects.',
  },
  PUBLICATION: {
    status: 400,
    message:
      'A publication holds schema and words, and may hold address, keyId and dryRun; a rollback may hold to and dryRun.',
  },
  HASH_MISMATCH: { status: 400, message: 'The query is not the one that the hash sent with it names.' },
  SYNTAX: { status: 400, message: 'The document is not GraphQL.' },
  VALIDATION: { status: 400, message: 'The document does not fit the schema.' },
  FRAGMENT_CYCLE: { status: 400, message: 'A fragment spreads itself.' },
  OPERATION_NAME: { status: 400, message: 'operationName must name one operation of the document.' },
  VARIABLES: { status: 400, message: 'A variable does not fit its type.' },
  DUPLICATE_HEADER: {
    status: 400,
    message: 'A header that is sent once was sent twice: authorization, content-type, host.',
  },
  LAST_EVENT: { status: 400, message: 'The header last-event-id names no notice.' },
  ENCODING: { status: 400, message: 'The body is not UTF-8.' },
  MISSING: { status: 400, message: 'An input that is required is missing or null.' },
  UNKNOWN_FIELD: { status: 400, message: 'An input has a field that its type does not have.' },
  WRONG_TYPE: { status: 400, message: 'An input is of another type.' },
  MALFORMED: { status: 400, message: 'An input has not the form that its type asks for.' },
  UNKNOWN_CODE: { status: 400, message: 'An input is none of the codes that it may be.' },
  OUT_OF_RANGE: { status: 400, message: 'An input is too small or too large.' },
  WRONG_ORDER: { status: 400, message: 'A span of time ends before it begins.' },
  UNREADABLE_TEXT: { status: 400, message: 'A text holds a character that no text may hold.' },
  TOKEN_SYNTAX: { status: 401, message: 'The token is not a signed JWT.' },
  TOKEN_TYPE: { status: 401, message: 'The token is of another type than JWT and at+jwt.' },
  TOKEN_ISSUER: { status: 401, message: 'The token is from no issuer of this network.' },
  TOKEN_SIGNATURE: { status: 401, message: 'The signature of the token cannot be verified.' },
  TOKEN_AUDIENCE: { status: 401, message: 'The token is for another audience.' },
  TOKEN_EXPIRED: { status: 401, message: 'The token has expired.' },
  TOKEN_EARLY: { status: 401, message: 'The token is not valid yet.' },
  TOKEN_CLAIM: { status: 401, message: 'A claim of the token is missing, or holds nothing that this network knows.' },
  INTROSPECTION: { status: 400, message: 'Introspection is asked for alone, in an operation of its own.' },
  PURPOSES_TOO_MANY: { status: 400, message: 'The header purpose-of-use names more than four purposes.' },
  PURPOSE_REPEATED: { status: 400, message: 'The header purpose-of-use names a purpose twice.' },
  EMERGENCY_ALONE: { status: 400, message: 'The purpose emergency is asked for alone, in a request of its own.' },
  ONE_PURPOSE: { status: 400, message: 'A mutation is asked for one purpose.' },
  NOT_OPENED_ON_APPROVAL: { status: 400, message: 'No rule opens this to this role for this purpose on approval.' },
  OPENED_BY_ITSELF: { status: 400, message: 'A purpose of this requester opens this without any approval.' },
  PURPOSE_NOT_IN_TOKEN: { status: 400, message: 'The token does not name the purpose for which this is asked.' },
  PENDING_ALREADY: { status: 409, message: 'A request for this and more is pending already.' },
  NOT_ONE_CHILD: { status: 400, message: 'Not exactly one child fits what was searched for.' },
  COURT_ORDER_NEEDED: {
    status: 409,
    message: "A child's own authority ends or is suspended by a court alone: name the confirmed order.",
  },
  REVIEW_WAITS: {
    status: 409,
    message:
      'An earlier emergency access of this person to this child waits for its review. A supervisor may let one more pass.',
  },
  WAITS_ALREADY: { status: 409, message: 'Another change of this waits for a second person already.' },
  LEGAL_HOLD: { status: 409, message: 'A legal hold stands: nothing of this child is erased.' },
  SUSPENDED_ELSEWHERE: {
    status: 409,
    message:
      'An authority of this person over this child is suspended: whoever suspended it, or the network, records another.',
  },
  NOT_FOUND: { status: 404, message: 'There is nothing here. Operations are sent to /graphql.' },
} as const satisfies Record<string, { status: number; message: string }>;

export type Reason = keyof typeof reasons;

/** The reasons that an agency may give, each with its code. Any other that it gives is dropped. */
export const agencyReasons = {
  NOT_OPENED_ON_APPROVAL: 'BAD_REQUEST',
  OPENED_BY_ITSELF: 'BAD_REQUEST',
  PURPOSE_NOT_IN_TOKEN: 'BAD_REQUEST',
  PENDING_ALREADY: 'CONFLICT',
  NOT_ONE_CHILD: 'BAD_REQUEST',
  COURT_ORDER_NEEDED: 'CONFLICT',
  REVIEW_WAITS: 'CONFLICT',
  WAITS_ALREADY: 'CONFLICT',
  LEGAL_HOLD: 'CONFLICT',
  SUSPENDED_ELSEWHERE: 'CONFLICT',
  MALFORMED: 'BAD_REQUEST',
  UNKNOWN_CODE: 'BAD_REQUEST',
  OUT_OF_RANGE: 'BAD_REQUEST',
  WRONG_ORDER: 'BAD_REQUEST',
} as const satisfies Partial<Record<Reason, ErrorCode>>;

export type AgencyReason = keyof typeof agencyReasons;

/** The claims that a TOKEN_CLAIM names. */
export const claimNames = ['sub', 'exp', 'nbf', 'iat', 'agency', 'role', 'kind', 'purposes', 'app'] as const;
export type ClaimName = (typeof claimNames)[number];

/** The limits that a LIMIT_EXCEEDED names. */
export const limitNames = [
  'bodyBytes',
  'tokens',
  'depth',
  'aliases',
  'rootFields',
  'expandedSelections',
  'listArguments',
  'sameNames',
  'directives',
  'stringLength',
  'variablesDepth',
  'variablesSize',
  'headerBytes',
] as const;
export type LimitName = (typeof limitNames)[number];

/** The agency to telephone when the network cannot answer: from the operator's configuration. */
export interface Contact {
  readonly agency: string;
  readonly telephone: string;
}

/** The place of an input: below a variable, or below an argument at the response path of its field. */
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

const expectedBy: Readonly<Partial<Record<AgencyReason, Expectation>>> = {
  MALFORMED: 'DESCRIBED',
  UNKNOWN_CODE: 'KNOWN_CODE',
  OUT_OF_RANGE: 'IN_RANGE',
  WRONG_ORDER: 'NOT_BEFORE_START',
};

/** An input that does not fit, as only an agency could tell; undefined where its reason is of something else. */
export function agencyInputFault(reason: AgencyReason, path: readonly (string | number)[]): InputFault | undefined {
  const expected = expectedBy[reason];
  return expected && { code: 'BAD_REQUEST', reason, place: { in: 'argument', path }, expected };
}

/** All that may stand beside a code. Nothing here is taken from a query, a variable or an agency's reply. */
export interface ErrorDetails {
  readonly reason?: Reason;
  /** The claim that does not fit, of a token whose signature does. */
  readonly claim?: ClaimName;
  readonly limit?: LimitName;
  readonly allowed?: number;
  readonly contacts?: readonly Contact[];
  /** The input that does not fit: its place and what was expected, never its value. */
  readonly input?: InputFault;
  /** The place in the client's own document. */
  readonly location?: { readonly line: number; readonly column: number };
  /** Takes the place of the table's status: 503 while draining. */
  readonly status?: number;
}

/** The sentence of a reason takes the place of BAD_REQUEST's and CONFLICT's; every other code keeps its own. */
export function messageOf(code: ErrorCode, reason: Reason | undefined): string {
  const isSaid = code === 'BAD_REQUEST' || code === 'CONFLICT';
  return reason === undefined || !isSaid ? errors[code].message : reasons[reason].message;
}

/** One refusal, known by its code. Its message is the table's; `cause` is for logs' codes only and is never sent. */
export class TrellisError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(messageOf(code, details.reason), options);
    this.name = 'TrellisError';
    this.code = code;
    this.details = details;
  }

  /** The HTTP status where this error is the whole answer. */
  get status(): number {
    const { status, reason } = this.details;
    return status ?? (reason === undefined ? errors[this.code].status : reasons[reason].status);
  }
}
