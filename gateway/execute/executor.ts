import type { Requester } from '@trellis/vocabulary';
import type { DocumentNode } from 'graphql';
import type { LaidOut } from '@trellis/catalogue';
import type { AgencyReason, Contact, ErrorCode } from '../errors.ts';

/** One operation of one requester: authenticated, within the limits, valid against the schema, its variables not yet coerced. */
export interface ExecuteInput {
  /** Frozen and shared between requests of the same text; carries no locations. */
  readonly document: DocumentNode;
  readonly source: string;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly requester: Requester;
  /** Up to four of the token's purposes, in the order in which the request names them. */
  readonly purposes: readonly string[];
  /** All that the token has; those that it names unless given. */
  readonly tokenPurposes?: readonly string[];
  readonly app?: string;
  /** Allotted when the request starts; in the answer, in the ledger, and with every request to an agency. */
  readonly disclosure: string;
}

/** An error inside an answer: a code of the table, its reason where an agency gave one, at a path of the client's own document. */
export interface AnswerError {
  readonly code: ErrorCode;
  readonly reason?: AgencyReason;
  readonly path?: readonly (string | number)[];
  /** The way to an input of the field at `path` that does not fit, from the name of its argument. */
  readonly input?: readonly (string | number)[];
  /** The contacts to telephone for what could not be had. */
  readonly contacts?: readonly Contact[];
}

/** The core's answer; the core alone shapes `extensions.trellis`. */
export interface Executed {
  /** An object, null, or WrittenJson. */
  readonly data?: unknown;
  readonly errors?: readonly AnswerError[];
  readonly extensions: { readonly trellis: Readonly<Record<string, unknown>> };
  /** 200 unless said. */
  readonly httpStatus?: number;
}

/** Answers one operation, or throws a TrellisError, which is then the whole answer. */
type Execute = (input: ExecuteInput) => Promise<Executed>;

/** The functions that are pinned to one supergraph. A request keeps the ones it started with. */
export interface Prepared {
  readonly execute: Execute;
  /** Prints the schema as this requester may ever see it, for any of these purposes. */
  readonly describe?: (requester: Requester, purposes: readonly string[]) => Promise<string>;
}

/**
 * Builds all that a supergraph needs before anything is swapped, in the words of the network that it belongs to; in those the gateway started with unless
 * given. Throws where the supergraph cannot be accepted.
 */
export type Prepare = (supergraphSdl: string, network?: LaidOut) => Prepared | Promise<Prepared>;
