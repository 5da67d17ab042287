import type { AgencyReply, AgencyRequest } from '../agency-client/agency-client.ts';
import type { OnExchangeFailure } from '../agency-client/exchange-failure.ts';
import type { Graph } from '../stages/graph.ts';
import type { Need } from '../stages/need.ts';
import type { PurposeSet } from '../stages/purpose-set.ts';
import type { Asking, Decisions } from './decisions.ts';

/** One execution of one operation for one requester: everything it may use, and nothing it shares with another. */
export interface Run extends Asking {
  readonly graph: Graph;
  readonly values: Readonly<Record<string, unknown>>;
  readonly disclosure: string;
  readonly tokenPurposes: readonly string[];
  readonly decisions: Decisions;
  /** Asks an agency; what comes is read when the reply is called. */
  readonly ask: (request: AgencyRequest) => Promise<() => AgencyReply>;
  /** Called for each reason for which an exchange with an agency failed. */
  readonly onExchangeFailure?: OnExchangeFailure | undefined;
  /** Puts on the ledger what an agency is about to be told of these children, each under these purposes (`@requires`); rejects where that cannot be. */
  readonly ledgerFlow: (agency: string, children: ReadonlyMap<string, PurposeSet>, need: Need) => Promise<void>;
}
