import { createLogger } from '@trellis/gateway';
import { startNetwork, type Network, type NetworkOptions } from '@trellis/network';
import { vocabulary, type Requester } from '@trellis/vocabulary';
import { openRecordingProxy, type Recorded, type RecordingProxy } from './recording-proxy.ts';

export interface Withheld {
  readonly path: readonly string[];
  readonly coordinate: string;
  readonly child: string;
  readonly categories: readonly string[];
  readonly routes: readonly string[];
}

export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

/** JSON of an answer, read by path where a test knows its shape. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly GraphError[];
  readonly trellis: {
    readonly disclosure: string;
    readonly withheld: readonly Withheld[];
    readonly obligations: readonly { readonly code: string; readonly categories: readonly string[] }[];
  };
}

export interface Question {
  readonly requester: Requester;
  readonly purpose: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

/** The embedded network with a recording proxy before each agency and its log kept. */
export interface ObservedNetwork extends Network {
  readonly proxies: Readonly<Record<string, RecordingProxy>>;
  /** Every request to an agency since this was last emptied. */
  readonly recorded: Recorded[];
  readonly logged: string[];
  /** Milliseconds that the gateway waits for the register: a test that lets it hang makes them short. */
  readonly deadlines: { registerMs: number; releaseMs: number };
  /** Awaited on every request to an agency before it goes on. */
  onRequest: (request: Recorded) => void | Promise<void>;
  tokenOf(requester: Requester, purposes?: readonly string[]): Promise<string>;
  /** Makes it another moment, for everything but tokens. */
  setNow(moment: string): void;
  ask(question: Question): Promise<Answer>;
  /** Sends a body as it is, with these headers in the place of the usual ones. */
  post(body: string, headers: Readonly<Record<string, string>>): Promise<Answer>;
}

export type ObservedOptions = Omit<NetworkOptions, 'between' | 'logger'>;

/** The moment of every network here that does not say otherwise: a school day, in the evening. */
export const usualNow = '2026-11-21T23:00:00Z';

/** How long a network may take to start on a machine that is busy. */
export const patience = 600_000;

/** Deadlines of a gateway that waits for every agency and for the register as long as a slow machine needs. */
export const patientDeadlines = { agencyMs: () => patience, registerMs: patience, releaseMs: patience };

/** Starts a small network in memory, on free ports. */
export async function startObservedNetwork(options: ObservedOptions = {}): Promise<ObservedNetwork> {
  const recorded: Recorded[] = [];
  const logged: string[] = [];
  const proxies: Record<string, RecordingProxy> = {};
  const deadlines = {
    ...patientDeadlines,
    agencyMs: (agency: string) => (proxies[agency]?.condition === 'hung' ? 500 : patience),
  };
  const logger = createLogger('debug', { write: (line: string) => void logged.push(line) });
  const closeProxies = async (): Promise<void> => {
    await Promise.all(Object.values(proxies).map((proxy) => proxy.close()));
  };
  const network = await startNetwork({
    now: usualNow,
    randomSeed: 'e2e',
    children: 12,
    // An agency that hangs is given up soon; nothing else is, however slow the machine.
    deadlines,
    ...options,
    logger,
    between: async (urls) => {
      for (const [agency, url] of Object.entries(urls)) {
        proxies[agency] = await openRecordingProxy(agency, url, (request) => {
          recorded.push(request);
          return observed.onRequest(request);
        });
      }
      return Object.fromEntries(Object.entries(proxies).map(([agency, { url }]) => [agency, url]));
    },
  }).catch(async (error: unknown) => {
    await closeProxies();
    throw error;
  });

  const tokens = new Map<string, Promise<string>>();
  const everyPurpose = [...vocabulary.purposes.keys()].filter((code) => code !== 'research');
  const tokenOf = (requester: Requester, purposes: readonly string[] = everyPurpose): Promise<string> => {
    const name = JSON.stringify([requester, purposes]);
    const token =
      tokens.get(name) ??
      network.token({
        ...requester,
        purposes: [...purposes],
        lifetime: 24 * 3_600,
      });
    tokens.set(name, token);
    return token;
  };

  const post = async (body: string, headers: Readonly<Record<string, string>>): Promise<Answer> => {
    const response = await fetch(`${network.urls.gateway}/graphql`, { method: 'POST', headers, body });
    return readAnswer(response);
  };

  const observed: ObservedNetwork = {
    ...network,
    proxies,
    recorded,
    logged,
    deadlines,
    onRequest: () => undefined,
    tokenOf,
    setNow(moment) {
      const now = Date.parse(moment);
      // The one clock that everything in the network was given.
      Object.assign(network.data.clock, { now: () => now });
    },
    post,
    async ask({ requester, purpose, query, variables }) {
      return post(JSON.stringify({ query, ...(variables && { variables }) }), {
        // A token for this purpose alone: another one would be a route.
        authorization: `Bearer ${await tokenOf(requester, purpose === 'research' ? everyPurpose : [purpose])}`,
        'purpose-of-use': purpose,
        'content-type': 'application/json',
      });
    },
    async close() {
      await closeProxies();
      await network.close();
    },
  };
  return observed;
}

/** Reads a response of the graph; what is not GraphQL in JSON is thrown, since nothing else may come from a GraphQL server. */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const body = JSON.parse(text) as {
    data?: Answer['data'];
    errors?: Answer['errors'];
    extensions?: { trellis?: Answer['trellis'] };
  };
  return {
    status: response.status,
    headers: response.headers,
    text,
    data: body.data,
    errors: body.errors ?? [],
    trellis: body.extensions?.trellis ?? { disclosure: '', withheld: [], obligations: [] },
  };
}
