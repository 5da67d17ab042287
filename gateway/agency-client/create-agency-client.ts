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
  /** agency → the key its seals are made with. */
  readonly keys: Readonly<Record<string, SealKey>>;
  readonly clock: { now(): number };
  readonly deadlineMs: number;
  readonly maxReplyBytes: number;
  /** Connections to one agency at once; requests beyond that wait, within their deadline. */
  readonly connections?: number;
  /** 128 random bits unless given: for runs that must be repeatable. */
  readonly nonce?: () => string;
  /** Called once for each exchange: for metrics. */
  readonly onReply?: (agency: string, outcome: 'answered' | 'unavailable' | 'malformed', seconds: number) => void;
}

interface Connection {
  readonly pool: Pool;
  readonly path: string;
  readonly key: SealKey;
}

/** Opens the client: one pool of kept connections per agency. Throws where an agency has no URL that can be used, or no key. */
export function createAgencyClient(options: AgencyClientOptions): AgencyClient {
  const { clock, deadlineMs, maxReplyBytes, nonce, onReply } = options;
  const connections = new Map(Object.keys(options.urls).map((agency) => [agency, openConnection(agency, options)]));

  const exchange = ({ pool, path, key }: Connection, request: AgencyRequest): Promise<Arrived> => {
    const { agency, query, variables, disclosure, requester, purpose } = request;
    const body = JSON.stringify({ query, variables });
    const sealed = { method: 'POST', path, body, agency, disclosure, requester, purpose };
    const headers = nonce === undefined ? seal(sealed, key, clock.now()) : seal(sealed, key, clock.now(), nonce());
    return new Promise((resolve) => {
      pool.dispatch({ method: 'POST', path, body, headers }, new Exchange(resolve, { deadlineMs, maxReplyBytes }));
    });
  };

  const ask = async (request: AgencyRequest): Promise<() => AgencyReply> => {
    const connection = connections.get(request.agency);
    if (connection === undefined) return () => ({ failed: 'unavailable' });
    const start = performance.now();
    const arrived = await exchange(connection, request);
    const seconds = (performance.now() - start) / 1000;
    return () => {
      const reply = 'failed' in arrived ? arrived : readReply(arrived.body.toString());
      onReply?.(request.agency, 'failed' in reply ? reply.failed : 'answered', seconds);
      return reply;
    };
  };

  return {
    ask,
    send: async (request) => (await ask(request))(),
    async close() {
      await Promise.all([...connections.values()].map(({ pool }) => pool.close()));
    },
  };
}

function openConnection(agency: string, { urls, keys, connections = 32 }: AgencyClientOptions): Connection {
  const written = urls[agency] ?? '';
  const url = URL.canParse(written) ? new URL(written) : null;
  const key = Object.hasOwn(keys, agency) ? keys[agency] : undefined;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new Error(`Agency ${agency} has no usable URL: TRELLIS_SUBGRAPH_URLS gives each an http or https URL.`);
  }
  if (key === undefined) throw new Error(`Agency ${agency} has no key to seal its requests with.`);
  // The exchange keeps its own deadline, so the pool's coarser timers are off; connecting has one of its own.
  const pool = new Pool(url.origin, {
    connections,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    connectTimeout: 2_000,
  });
  return { pool, path: url.pathname + url.search, key };
}
