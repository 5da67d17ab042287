/**
 * The reasons why an exchange with an agency failed, as operators read them in log, metric and trace. The list is closed, and no value, name
 * or text of a client or an agency is part of it: a client is told one sentence, whichever it was.
 */
export const exchangeFailureReasons = {
  // No reply that could be read: found by the HTTP client.
  NOT_CONFIGURED: 'The agency has no URL.',
  CONNECTION: 'No connection, or it broke off before the reply was whole.',
  DEADLINE: 'No whole reply within the deadline.',
  STATUS_REDIRECT: 'The reply was a redirect; none is followed.',
  STATUS_REFUSED: 'The reply had a status of 400 to 499: for 401 and 403 the agency does not accept the seal.',
  STATUS_FAULT: 'The reply had a status of 500 or above.',
  CONTENT_TYPE: 'The reply was not JSON by its content type: a page of HTML, for one.',
  CONTENT_ENCODING: 'The reply was compressed, which was not asked for.',
  TOO_LARGE: 'The reply was larger than the limit.',
  NOT_JSON: 'The reply was not JSON.',
  NOT_GRAPHQL: 'The reply was JSON and not the reply to one GraphQL operation.',
  // A reply that does not fit what was asked: found where it is read against the schema.
  ERROR_REPORTED: 'The agency reported an error at this place.',
  ERROR_WITHOUT_PLACE: 'The agency reported an error whose path is missing or leads to nothing that was asked.',
  ENTITIES_NOT_A_LIST: 'The entities asked for did not come as a list.',
  ENTITIES_MISCOUNTED: 'More or fewer entities came than were asked for.',
  ENTITY_NOT_ECHOED: 'An entity came in the place of another: its key or type is not the one that was sent.',
  TYPENAME_UNEXPECTED: 'A __typename is missing, or is not a type that may stand there: the schema may be out of step.',
  FIELD_MISSING: 'A field that was asked for is not in the reply.',
  NULL_NOT_ALLOWED: 'A field that is never null was null.',
  LIST_EXPECTED: 'A list was expected and something else came.',
  OBJECT_EXPECTED: 'An object was expected and something else came.',
  VALUE_UNFIT: 'A value does not fit its scalar or enum.',
  ROUTING_UNREADABLE:
    'It cannot be read whose a record is: a child that is no network id, or a category that is not known.',
} as const satisfies Record<string, string>;

export type ExchangeFailureReason = keyof typeof exchangeFailureReasons;

/** One thing that went wrong in one exchange with one agency. */
export interface ExchangeFailure {
  readonly agency: string;
  /** `Type.field` of the schema: the field where it was found, or the first one that was asked for where the whole reply failed. */
  readonly coordinate: string;
  readonly reason: ExchangeFailureReason;
}

/** Called once for each reason and coordinate of a failed exchange. It must not throw. */
export type OnExchangeFailure = (failure: ExchangeFailure) => void;
