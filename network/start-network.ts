import { followNetwork, openChecker } from '@trellis/catalogue';
import { contactsOf, createLogger } from '@trellis/gateway';
import { openRegisterAgency } from '@trellis/subgraph-register';
import type { EmbeddedServer } from '@trellis/platform';
import { startScheduler } from '@trellis/register';
import { followWords, network } from '@trellis/vocabulary';
import type { Agency } from '@trellis/subgraph-kit';
import { recordAgencies } from './agencies.ts';
import { absentAgencies } from './alone/absent-agencies.ts';
import { workedOn } from './alone/worked-on.ts';
import { checkPorts } from './check-ports.ts';
import { openCloser } from './closer.ts';
import { openDevelopmentIssuer, type TokenClaims } from './development-issuer.ts';
import { openDevelopmentKey } from './development-keys.ts';
import { composeHere } from './network-base.ts';
import { openNetworkData, type NetworkData } from './open-network-data.ts';
import { agencyNames, freePorts, type Ports } from './ports.ts';
import { step, type Log } from './progress.ts';
import { seedNetwork } from './seed-network.ts';
import { startAgencies } from './start-agencies.ts';
import { openDevelopmentGateway, type DevelopmentGatewayOptions } from './start-gateway.ts';

type Urls = Readonly<Record<string, string>>;

export interface NetworkOptions {
  /** The directory in which data and keys are kept; in memory when undefined. */
  readonly dataDirectory?: string | undefined;
  /** The database of that directory, where it is being opened already. It is closed with the network, also where that does not start. */
  readonly opening?: Promise<EmbeddedServer> | undefined;
  /** Any free ones when not given. */
  readonly ports?: Ports | undefined;
  /** The moment it always is. */
  readonly now?: string | number | undefined;
  /** Seeds the population, and makes the ids of disclosures and of the register's records repeatable. */
  readonly randomSeed?: string | undefined;
  /** About how many children, besides the named ones. */
  readonly children?: number | undefined;
  /** The URLs at which the gateway finds agencies, where it does not find them where they listen. */
  readonly subgraphUrls?: Urls | undefined;
  /** The same for what is only known once they listen: a test puts recording proxies between. */
  readonly between?: ((urls: Urls) => Urls | Promise<Urls>) | undefined;
  readonly supergraphFile?: string | undefined;
  /** The operations that apps may send, and the pages they may send them from: no budgets, any operation and no other origin, unless given. */
  readonly apps?: DevelopmentGatewayOptions['apps'];
  /** The gateway's deadlines; longer than in production unless given. */
  readonly deadlines?: DevelopmentGatewayOptions['deadlines'];
  readonly logger?: ReturnType<typeof createLogger> | undefined;
  readonly log?: Log | undefined;
}

/** A whole network in this process. */
export interface RunningNetwork {
  readonly urls: { readonly gateway: string; readonly admin: string; readonly issuer: string; readonly agencies: Urls };
  readonly data: NetworkData;
  /** Serves this in the place of the agency of its name. */
  serve(agency: Agency): Promise<void>;
  /** A token of the network's own issuer. */
  token(claims: TokenClaims): Promise<string>;
  /** Opens one more gateway over the same data and agencies, as production has several, and answers its URL. */
  anotherGateway(): Promise<string>;
  /** Drains the gateway and closes everything, the data last. */
  close(): Promise<void>;
}

/** Starts everything in one process, each part on a port of its own over real HTTP: data, issuer, six agencies, gateway. Seeds empty data. */
export async function startNetwork(options: NetworkOptions = {}): Promise<RunningNetwork> {
  const { dataDirectory, ports = freePorts, now, randomSeed, log = () => undefined } = options;
  const logger = options.logger ?? createLogger('silent');
  const closer = openCloser();
  if (options.opening) closer.add(closeOf(options.opening));
  try {
    await checkPorts(ports);
    const data = await openNetworkData({
      directory: dataDirectory,
      opening: options.opening,
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
    const keyOf = await openDevelopmentKey(dataDirectory);
    const keys = Object.fromEntries(agencyNames.map((name) => [name, keyOf(name)]));
    const issuer = await openDevelopmentIssuer(dataDirectory);
    const served = await issuer.serve(ports.issuer);
    closer.add(served.close);
    const words = followWords(() => data.network.current.vocabulary);
    const register = openRegisterAgency({
      ...data,
      vocabulary: words,
      contacts: () => contactsOf(data.network.current, []),
    });
    const agencies = [...recordAgencies.values(), ...absentAgencies(data.network.current), register];
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
    const checker = openChecker();
    closer.add(checker.close);
    const openGateway = (own: NetworkData, seed: string | undefined) =>
      openDevelopmentGateway({
        data: own,
        checker,
        urls,
        keys: keyOf,
        issuer,
        jwksUrl,
        discoveryUrl,
        supergraphFile: options.supergraphFile,
        apps: options.apps,
        deadlines: options.deadlines,
        randomSeed: seed,
        logger,
      });
    const gateway = await step(log, 'composed the graph and opened the gateway', () => openGateway(data, randomSeed));
    closer.add(gateway.close);
    const listening = await gateway.listen({ port: ports.gateway, adminPort: ports.admin });
    return {
      urls: { gateway: listening.url, admin: listening.adminUrl, issuer: served.url, agencies: started.urls },
      data,
      serve: started.serve,
      token: issuer.mint,
      anotherGateway: async () => {
        const { base, catalogue } = data.network;
        const network = await followNetwork(base, catalogue, composeHere);
        // Without the seed: what is to be told apart would be given out twice.
        const another = await openGateway({ ...data, network }, undefined);
        closer.add(another.close);
        return (await another.listen({ port: 0, adminPort: 0 })).url;
      },
      close: closer.close,
    };
  } catch (error) {
    await closer.close();
    throw error;
  }
}

/** Closes a database that was opened; why it was not is said to whoever waits for it. */
function closeOf(opening: Promise<EmbeddedServer>): () => Promise<void> {
  return () =>
    opening.then(
      (server) => server.close(),
      () => undefined,
    );
}

/** The URLs of agencies that run by themselves, as their folders say. */
function outsideUrls(): Urls {
  return Object.fromEntries(
    network.agencies.flatMap(({ name, url }) =>
      url === undefined || (workedOn() ?? name) !== name ? [] : [[name, url]],
    ),
  );
}

/** Ids in a row, for runs that must be repeatable; undefined where they need not be. Only for data that is new each time. */
function sequence(seed: string | undefined): (() => string) | undefined {
  if (seed === undefined) return undefined;
  let given = 0;
  return () => `${seed}-${String((given += 1))}`;
}
