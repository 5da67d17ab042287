import type { LaidOut, Publisher } from '@trellis/catalogue';
import type { Ledger } from '@trellis/ledger';
import type { Database } from '@trellis/platform';
import type { Register } from '@trellis/register';
import type { Vocabulary } from '@trellis/vocabulary';
import type { AgencyClient } from './agency-client/agency-client.ts';
import type { KeptReachability } from './agency-client/keep-reachability.ts';
import type { OnExchangeFailure } from './agency-client/exchange-failure.ts';
import { reportExchangeFailures } from './agency-client/report-exchange-failures.ts';
import { WrittenJson } from './answer/written-json.ts';
import { contactsOf } from './contacts-of.ts';
import { TrellisError } from './errors.ts';
import { prepareGate } from './gate.ts';
import type { GatewayDependencies } from './gateway-dependencies.ts';
import { openReleaser } from './release.ts';
import type { GatewayServer } from './server/open-server.ts';
import { openServer } from './server/open-server.ts';
import type { ServerOptions } from './server/server-options.ts';
import { checkAgencies } from './server/check-agencies.ts';
import { usualDeadlines, type Deadlines } from './deadlines.ts';
import { withinDeadline } from './within-deadline.ts';

/** The settings for publishing by agencies through this gateway; the gateway says itself what it can serve. */
interface GatewayPublishing {
  readonly publisher: Omit<Publisher, 'canServe'>;
  readonly anyAddress: boolean;
}

export interface GatewayOptions extends Omit<ServerOptions, 'prepare' | 'reachable' | 'limits' | 'publishing'> {
  readonly publishing?: GatewayPublishing | undefined;
  readonly vocabulary: Vocabulary;
  readonly register: Pick<Register, 'read' | 'stillCurrent'>;
  readonly ledger: Pick<Ledger, 'append'>;
  /** The one that register and ledger lie in: releases are its transactions. */
  readonly database: Database;
  readonly agencies: AgencyClient;
  readonly onExchangeFailure?: OnExchangeFailure;
  /** Told of failed exchanges, and closed with the gateway; whoever makes the client to the agencies tells it of answers. */
  readonly reachability?: KeptReachability;
  readonly deadlines?: Deadlines | undefined;
}

/** The gateway, put together and not yet listening. Closing it closes the client to the agencies too, and nothing else that it was given. */
export async function openGateway(options: GatewayOptions): Promise<GatewayServer> {
  const { vocabulary, register, ledger, database, agencies, deadlines = usualDeadlines } = options;
  const report = reportExchangeFailures(options.logger, options.metrics);
  const release = openReleaser(database, register, ledger, deadlines);
  const dependenciesIn = (words: Vocabulary, network?: LaidOut): GatewayDependencies => ({
    vocabulary: words,
    agencies: network === undefined ? agencies : (agencies.at?.(network.addresses) ?? agencies),
    contacts: network === undefined ? options.contacts : contactsOf(network, options.contacts),
    onExchangeFailure: (failure) => {
      report(failure);
      options.onExchangeFailure?.(failure);
      options.reachability?.failed(failure);
    },
    onPlan: (outcome) => options.metrics.planned(outcome),
    write: (data) => new WrittenJson(data),
    release,
    read: async (children, requester) => {
      try {
        const read = register.read(children, requester, words);
        const reading = await withinDeadline(read, deadlines.registerMs, () => new Error('late'));
        const behind = network !== undefined && reading.catalogue > network.generation;
        return behind ? { ...reading, behind } : reading;
      } catch (cause) {
        throw new TrellisError('REGISTER_UNAVAILABLE', {}, { cause });
      }
    },
  });
  const prepare = async (supergraphSdl: string, network?: LaidOut) => {
    const dependencies = dependenciesIn(network?.vocabulary ?? vocabulary, network);
    checkAgencies(supergraphSdl, dependencies.agencies);
    const prepared = prepareGate(dependencies, supergraphSdl);
    // Rules are compiled in these words before anybody waits for them; a register that is away refuses requests, and no graph.
    if (network !== undefined) await register.read([], undefined, network.vocabulary).catch(() => undefined);
    return prepared;
  };
  const server = await openServer({
    ...options,
    limits: vocabulary.limits,
    prepare,
    publishing: options.publishing && {
      ...options.publishing,
      publisher: { ...options.publishing.publisher, canServe: async (laid, sdl) => void (await prepare(sdl, laid)) },
    },
    reachable: () => isReachable(database),
  });
  return {
    listen: (ports) => server.listen(ports),
    async close() {
      options.reachability?.close();
      await server.close();
      await agencies.close();
    },
  };
}

/** Checks whether the register and the ledger answer: without either, nothing labelled may be disclosed. */
async function isReachable(database: Database): Promise<boolean> {
  try {
    await database.query(
      'select (select count(*) from register.version where about = $1) + (select size from ledger.head)',
      ['network'],
    );
    return true;
  } catch {
    // Readiness is asked every few seconds; what is wrong is in the log of the requests that met it.
    return false;
  }
}
