import type { Requester } from '@trellis/vocabulary';
import type { AgencyReason, ErrorCode } from '../errors.ts';
import type { ExchangeFailureReason } from './exchange-failure.ts';

/** One request to one agency, over POST /graphql. What it carries has been decided before. */
export interface AgencyRequest {
  readonly agency: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The ledger reference. */
  readonly disclosure: string;
  /** Only where that agency may know who asks. */
  readonly requester?: Requester;
  readonly purpose?: string;
  /** All that the token names; for the register alone. */
  readonly tokenPurposes?: string;
}

/** An error of an agency's reply, reduced: a code and a reason of the table, and a path of names and indices. No text of an agency passes. */
export interface AgencyError {
  readonly code: ErrorCode;
  readonly reason?: AgencyReason;
  readonly path?: readonly (string | number)[];
  /** The way to an input that does not fit, as the agency says: not yet held against the schema. */
  readonly input?: readonly (string | number)[];
}

/**
 * `data` is an object parsed without prototype keys and otherwise not trusted. `errors` is empty where the agency reported none.
 * `unavailable`: no answer in time, refused, reset, or another status than 200. `malformed`: an answer that is not one GraphQL reply in JSON.
 */
export type AgencyReply =
  | { readonly data: Readonly<Record<string, unknown>>; readonly errors: readonly AgencyError[] }
  | { readonly failed: 'unavailable' | 'malformed'; readonly reason?: ExchangeFailureReason };

/** The HTTP client to the agencies. It never rejects for what an agency or the network does. */
export interface AgencyClient {
  send(request: AgencyRequest): Promise<AgencyReply>;
  /**
   * The same, with the reply still to be read: until it is, it is bytes outside the heap. What is read at once and used at once is garbage
   * before it has grown old, which is the cheapest garbage there is.
   */
  ask(request: AgencyRequest): Promise<() => AgencyReply>;
  /** Checks whether it has a URL for this agency. */
  knows?(agency: string): boolean;
  /** The same client, where agencies have published addresses of their own: those that the operator gave count before them. */
  at?(published: Readonly<Record<string, string>>): AgencyClient;
  close(): Promise<void>;
}
