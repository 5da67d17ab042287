import { createLogger } from '@trellis/gateway';
import { openRegisterAgency } from '@trellis/subgraph-register';
import { startScheduler } from '@trellis/register';
import { network, vocabulary } from '@trellis/vocabulary';
import { recordAgencies } from './agencies.ts';
import { checkPorts } from './check-ports.ts';
import { openCloser } from './closer.ts';
import { openDevelopmentIssuer, type TokenClaims } from './development-issuer.ts';
import { openDevelopmentKeys } from './development-keys.ts';
import { dutyContacts } from './duty-contacts.ts';
import { openNetworkData, type NetworkData } from './open-network-data.ts';
import { freePorts, type Ports } from './ports.ts';
import { step, type Log } from './progress.ts';
import { seedNetwork } from './seed-network.ts';
import { startAgencies } from './start-agencies.ts';
import { openDevelopmentGateway, type DevelopmentGatewayOptions } from './start-gateway.ts';

type Urls = Readonly<Record<string, string>>;

export interface NetworkOptions {
  /** Where data and keys are kept; in memory when undefined. */
  readonly dataDirectory?: string | undefined;
  /** Any free ones when not given. */
  readonly ports?: Ports | undefined;
  /** The moment it always is. */
  readonly now?: string | number | undefined;
  /** Seeds the population, and makes the ids of disclosures and of the register's records repeatable. */
  readonly randomSeed?: string | undefined;
  /** About how many children, besides the named ones. */
  readonly children?: number | undefined;
  /** Where the gateway finds agencies, where that is not where they listen. */
  readonly subgraphUrls?: Urls | undefined;
  /** The same for what is only known once they listen: a test puts recording proxies between. */
  readonly between?: ((urls: Urls) => Urls | Promise<Urls>) | undefined;
  readonly supergraphFile?: string | undefined;
  /** What apps may send: no budgets, and any operation, unless given. */
  readonly apps?: DevelopmentGatewayOptions['apps'];
  /** How long the gateway waits; longer than in production unless given. */
  readonly deadlines?: DevelopmentGatewayOptions['deadlines'];
  readonly logger?: ReturnType<typeof createLogger> | undefined;
  readonly log?: Log | undefined;
}

/** A whole network in this process. */
export interface Network {
  readonly urls: { readonly gateway: string; readonly admin: string; readonly issuer: string; readonly agencies: Urls };
  readonly data: NetworkData;
  /** A token of the network's own issuer. */
  token(claims: TokenClaims): Promise<string>;
  /** Drains the gateway and closes everything, the data last. */
  close(): Promise<void>;
}

/** Starts everything in one process, each part on a port of its own over real HTTP: data, issuer, six agencies, gateway. Seeds empty data. */
export async function startNetwork(options: NetworkOptions = {}): Promise<Network> {
  const { dataDirectory, ports = freePorts, now, randomSeed, log = () => undefined } = options;
  const logger = options.logger ?? createLogger('silent');
  await checkPorts(ports);
  const closer = openCloser();
  try {
    const data = await openNetworkData({
      directory: dataDirectory,
      now,
      newId: dataDirectory === undefined ? sequence(randomSeed) : undefined,
      log,
    });
    closer.add(data.close);
    await seedNetwork(data, { randomSeed, children: options.children, log });
    // What is kept, time goes on for; in memory, for tests, nothing happens that they did not ask for.
    if (dataDirectory !== undefined) {
      closer.add(
        startScheduler({
          register: data.register,
          onFailure: () => logger.warn('the register could not do what is due'),
        }).close,
      );
    }
    const keys = await openDevelopmentKeys(dataDirectory);
    const issuer = await openDevelopmentIssuer(dataDirectory);
    const served = await issuer.serve(ports.issuer);
    closer.add(served.close);
    const register = openRegisterAgency({ ...data, vocabulary, contacts: dutyContacts });
    const agencies = [...recordAgencies.values(), register];
    const { databases, clock } = data;
    const started = await step(log, `started ${String(agencies.length)} agencies`, () =>
      startAgencies({ agencies, databases, ports: ports.agencies, keys, clock, logger }),
    );
    closer.add(started.close);
    const urls = await (options.between ?? ((same: Urls) => same))({
      ...outsideUrls(),
      ...started.urls,
      ...options.subgraphUrls,
    });
    const { jwksUrl, discoveryUrl } = served;
    const gateway = await step(log, 'composed the graph and opened the gateway', () =>
      openDevelopmentGateway({
        data,
        agencies,
        urls,
        keys,
        issuer,
        jwksUrl,
        discoveryUrl,
        supergraphFile: options.supergraphFile,
        apps: options.apps,
        deadlines: options.deadlines,
        randomSeed,
        logger,
      }),
    );
    closer.add(gateway.close);
    const listening = await gateway.listen({ port: ports.gateway, adminPort: ports.admin });
    return {
      urls: { gateway: listening.url, admin: listening.adminUrl, issuer: served.url, agencies: started.urls },
      data,
      token: issuer.mint,
      close: closer.close,
    };
  } catch (error) {
    await closer.close();
    throw error;
  }
}

/** Where agencies answer that run by themselves, as their folders say. */
function outsideUrls(): Urls {
  return Object.fromEntries(network.agencies.flatMap(({ name, url }) => (url === undefined ? [] : [[name, url]])));
}

/** Ids in a row, for runs that must be repeatable; undefined where they need not be. Only for data that is new each time. */
function sequence(seed: string | undefined): (() => string) | undefined {
  if (seed === undefined) return undefined;
  let given = 0;
  return () => `${seed}-${String((given += 1))}`;
}
