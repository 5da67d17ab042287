import type { Limits } from '@trellis/vocabulary';
import type { Logger } from 'pino';
import type { Contact } from '../errors.ts';
import type { TokenVerifier } from '../requester/token-verifier.ts';
import type { Budget, Take } from './budgets.ts';
import type { Prepare } from '../execute/executor.ts';
import type { Metrics } from './metrics.ts';
import type { Publishing } from './publishing.ts';
import type { PagesOptions } from './serve-pages.ts';
import type { Registration } from './registered-operations.ts';
import type { SupergraphSource } from './supergraph-source.ts';

/** All that the gateway's edges are opened with. */
export interface ServerOptions {
  readonly source: SupergraphSource;
  readonly prepare: Prepare;
  readonly tokens: TokenVerifier;
  readonly limits: Limits;
  readonly cache: Take;
  readonly budgets: readonly Budget[];
  readonly registration: Registration;
  /** Each agency's duty telephone. */
  readonly contacts: readonly Contact[];
  /** Development only. */
  readonly introspection: boolean;
  readonly explorer: boolean;
  /** The people's pages; none are served unless given. */
  readonly pages?: PagesOptions | undefined;
  /** The settings for publishing by agencies; nobody can publish unless given. */
  readonly publishing?: Publishing | undefined;
  readonly newDisclosure: () => string;
  /** Checks whether a query would be answered, as far as the register and the ledger go. */
  readonly reachable: () => Promise<boolean>;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Origins whose pages may ask (CORS), to the letter; none unless given. */
  readonly corsOrigins?: readonly string[];
  /** Milliseconds that a request may take to arrive, headers and body; 10 seconds unless given. */
  readonly requestTimeoutMs?: number;
  /** Milliseconds between two looks of a stream for what is new; 5 seconds unless given. */
  readonly streamAskMs?: number;
  /** While closing: how long new requests are still told 503, so that whoever spreads the load notices; 0 unless given. */
  readonly drainNoticeMs?: number;
  /** While closing: how long requests in flight are waited for at most. */
  readonly drainMs?: number;
}
