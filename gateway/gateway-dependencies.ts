import type { Vocabulary } from '@trellis/vocabulary';
import type { AgencyClient } from './agency-client/agency-client.ts';
import type { OnExchangeFailure } from './agency-client/exchange-failure.ts';
import type { WrittenJson } from './answer/written-json.ts';
import type { Contact } from './errors.ts';
import type { Read } from './execute/decisions.ts';
import type { Release } from './release.ts';

/** Everything outside the gateway's own code that answering a request needs. */
export interface GatewayDependencies {
  readonly vocabulary: Vocabulary;
  /** Reads the register, after the request began; rejects where it cannot be read. */
  readonly read: Read;
  /** True once the entries are durable, false where what was decided on has moved; rejects where they cannot be written. */
  readonly release: (release: Release) => Promise<boolean>;
  readonly agencies: Pick<AgencyClient, 'send'> & Partial<Pick<AgencyClient, 'ask' | 'knows'>>;
  /** Each agency's duty telephone; errors name none unless given. */
  readonly contacts?: readonly Contact[];
  /** Called for each operation, with whether its plan was kept from before: for metrics. */
  readonly onPlan?: (outcome: 'kept' | 'made') => void;
  /** Called for each reason for which an exchange with an agency failed: for log, metrics and traces. */
  readonly onExchangeFailure?: OnExchangeFailure;
  /** Turns the data of an answer into the form it is kept in until it is sent; unless given, the data stays as it is. */
  readonly write?: (data: object) => WrittenJson;
}
