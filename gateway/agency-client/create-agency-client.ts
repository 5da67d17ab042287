import { isUtf8 } from 'node:buffer';
import { seal } from '@trellis/seal';
import type { SealKey } from '@trellis/seal';
import { Pool } from 'undici';
import type { AgencyClient, AgencyReply, AgencyRequest } from './agency-client.ts';
import type { Arrived } from './exchange.ts';
import { Exchange } from './exchange.ts';
import { readReply } from './read-reply.ts';

export interface AgencyClientOptions {
  /** agency → the URL that answers its POST requests; a proxy may stand there. */
  readonly urls: Readonly<Record<string, string>>;
  /** agency → the key its seals are made with; a function where agencies may join while the process runs. */
  readonly keys: Readonly<Record<string, SealKey>> | ((agency: string) => SealKey | undefined);
  readonly clock: { now(): number };
  /** Milliseconds that one agency may take to answer; read anew for each request where it is a function. */
  readonly deadlineMs: number | ((agency: string) => number);
  readonly maxReplyBytes: number;
  /** Connections to one agency at once; requests beyond that wait, within their deadline. */
  readonly connections?: number;
  /** 128 random bits unless given: for runs that must be repeatable. */
  readonly nonce?: () => string;
  /** Called once for each exchange: for metrics. */
  readonly onReply?: (agency: string, outcome: ReplyOutcome, seconds: number) => void;
}

/** `errors`: a reply of GraphQL that reports errors. */
type ReplyOutcome = 'answered' | 'errors' | 'unavailable' | 'malformed';

interface Connection {
  readonly pool: Pool;
  /** Without kept connections: another that was kept may have been closed as well. */
  readonly fresh: Pool;
  readonly path: string;
  readonly key: SealKey;
}

/** Opens the client: one pool of kept connections per agency. Throws where an agency has no URL that can be used, or no key. */
export function createAgencyClient(options: AgencyClientOptions): AgencyClient {
  const { clock, deadlineMs, maxReplyBytes, nonce, onReply } = options;
  const given = new Map(Object.keys(options.urls).map((agency) => [agency, openConnection(agency, options)]));
  // One for each address that was ever published, so that a request in flight keeps the one that it started with.
  const published = new Map<string, Connection>();

  const exchange = (
    pool: Pool,
    { path, key }: Connection,
    request: AgencyRequest,
    withinMs: number,
  ): Promise<Arrived> => {
    const { agency, query, variables, disclosure, requester, purpose, tokenPurposes } = request;
    const body = JSON.stringify({ query, variables });
    const sealed = { method: 'POST', path, body, agency, disclosure, requester, purpose, tokenPurposes };
    const signed = nonce === undefined ? seal(sealed, key, clock.now()) : seal(sealed, key, clock.now(), nonce());
    const headers = { ...signed, ...traceOf(disclosure) };
    return new Promise((resolve) => {
      const limits = { deadlineMs: withinMs, maxReplyBytes };
      pool.dispatch({ method: 'POST', path, body, headers }, new Exchange(resolve, limits));
    });
  };

  /** Asks again once, with a new seal, where the connection broke before anything of a reply had come: an agency closes kept connections when it likes. */
  const exchangeTwice = async (connection: Connection, request: AgencyRequest): Promise<Arrived> => {
    const start = performance.now();
    const withinMs = typeof deadlineMs === 'number' ? deadlineMs : deadlineMs(request.agency);
    const first = await exchange(connection.pool, connection, request, withinMs);
    if (!('unanswered' in first) || isMutation(request)) return first;
    const left = withinMs - (performance.now() - start);
    return left > 0 ? exchange(connection.fresh, connection, request, left) : first;
  };

  const askOver = async (
    connections: ReadonlyMap<string, Connection>,
    request: AgencyRequest,
  ): Promise<() => AgencyReply> => {
    const connection = connections.get(request.agency);
    if (connection === undefined) return () => ({ failed: 'unavailable', reason: 'NOT_CONFIGURED' });
    const start = performance.now();
    const arrived = await exchangeTwice(connection, request);
    const seconds = (performance.now() - start) / 1000;
    return () => {
      const reply = replyOf(arrived);
      onReply?.(request.agency, outcomeOf(reply), seconds);
      return reply;
    };
  };

  const connectionTo = (agency: string, url: string): Connection => {
    const name = `${agency} ${url}`;
    const connection = published.get(name) ?? openConnection(agency, { ...options, urls: { [agency]: url } });
    published.set(name, connection);
    return connection;
  };
  const over = (connections: ReadonlyMap<string, Connection>): AgencyClient => ({
    ask: (request) => askOver(connections, request),
    knows: (agency) => connections.has(agency),
    send: async (request) => (await askOver(connections, request))(),
    at(addresses) {
      // An agency without a key is not known: nobody could be asked in its name.
      const more = Object.entries(addresses).filter(
        ([agency]) => !given.has(agency) && keyOf(options, agency) !== undefined,
      );
      return over(new Map([...given, ...more.map(([agency, url]) => [agency, connectionTo(agency, url)] as const)]));
    },
    async close() {
      const all = [...given.values(), ...published.values()];
      await Promise.all(all.flatMap(({ pool, fresh }) => [pool.close(), fresh.close()]));
    },
  });
  return over(given);
}

function replyOf(arrived: Arrived): AgencyReply {
  if ('failed' in arrived) return { failed: arrived.failed, reason: arrived.reason };
  // Bytes of another encoding would be read as other letters, and nobody would know.
  if (!isUtf8(arrived.body)) return { failed: 'malformed', reason: 'NOT_JSON' };
  return readReply(arrived.body.toString());
}

function outcomeOf(reply: AgencyReply): ReplyOutcome {
  if ('failed' in reply) return reply.failed;
  return reply.errors.length > 0 ? 'errors' : 'answered';
}

/** Checks whether a request is a mutation: one is never sent again, because what was perhaps done must not be done twice. */
function isMutation({ query }: AgencyRequest): boolean {
  return query.startsWith('mutation');
}

/**
 * The trace that a request to an agency belongs to (W3C Trace Context): the disclosure id in that form. What a client sends as its own
 * trace is not passed on: with it an app could tell an agency who asks.
 */
function traceOf(disclosure: string): { traceparent?: string } {
  const id = disclosure.replaceAll('-', '');
  return /^[0-9a-f]{32}$/.test(id) ? { traceparent: `00-${id}-${id.slice(16)}-01` } : {};
}

function keyOf({ keys }: Pick<AgencyClientOptions, 'keys'>, agency: string): SealKey | undefined {
  if (typeof keys === 'function') return keys(agency);
  return Object.hasOwn(keys, agency) ? keys[agency] : undefined;
}

function openConnection(agency: string, { urls, keys, connections = 32 }: AgencyClientOptions): Connection {
  const written = urls[agency] ?? '';
  const url = URL.canParse(written) ? new URL(written) : null;
  const key = keyOf({ keys }, agency);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new Error(`Agency ${agency} has no usable URL: TRELLIS_SUBGRAPH_URLS gives each an http or https URL.`);
  }
  if (key === undefined) throw new Error(`Agency ${agency} has no key to seal its requests with.`);
  // The exchange keeps its own deadline, so the pool's coarser timers are off; connecting has one of its own.
  const options = { connections, headersTimeout: 0, bodyTimeout: 0, connectTimeout: 2_000 };
  const pool = new Pool(url.origin, { ...options, pipelining: 1 });
  const fresh = new Pool(url.origin, { ...options, pipelining: 0 });
  return { pool, fresh, path: url.pathname + url.search, key };
}
