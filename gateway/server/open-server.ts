import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { contactsOf } from '../contacts-of.ts';
import { serveExplorer } from '../explorer/serve-explorer.ts';
import { CheckedDocuments } from '../operations/checked-documents.ts';
import { edgeLimits } from '../operations/edge-limits.ts';
import { describeFault } from './describe-fault.ts';
import { openFront } from './graphql-front.ts';
import { InFlight } from './in-flight.ts';
import { openAdminServer } from './open-admin-server.ts';
import { serveCatalogue } from './serve-catalogue.ts';
import { openGraphqlServer } from './open-graphql-server.ts';
import { servePages } from './serve-pages.ts';
import type { ServerOptions } from './server-options.ts';

export interface ListeningPorts {
  readonly port: number;
  readonly adminPort: number;
  /** The address to listen on; this machine alone unless given. */
  readonly host?: string;
  /** The address that the admin port listens on: this machine alone unless given, whatever `host` is. */
  readonly adminHost?: string;
}

/** The gateway's two HTTP servers: the public one and the operator's. */
export interface GatewayServer {
  /** Resolves to their URLs. */
  listen(ports: ListeningPorts): Promise<{ url: string; adminUrl: string }>;
  /** Drains: what is in flight is answered, what comes is told 503, then the servers close. */
  close(): Promise<void>;
}

/** Loads the supergraph and opens both servers, not yet listening. Rejects where the first supergraph is refused. */
export async function openServer(options: ServerOptions): Promise<GatewayServer> {
  const { logger, metrics, drainNoticeMs = 0, drainMs = 15_000 } = options;
  const inFlight = new InFlight(metrics.setInFlight);
  const documents = new CheckedDocuments(edgeLimits(options.limits));
  const { source } = options;
  const front = await openFront({
    ...options,
    contacts: () => ('network' in source ? contactsOf(source.network.current, options.contacts) : options.contacts),
    documents,
    onLoad: metrics.supergraphLoaded,
    onFault: (error) => {
      logger.error({ fault: describeFault(error) }, 'fault');
    },
  });
  const graphql = openGraphqlServer(options, { front, documents, inFlight });
  const { explorer, pages } = options;
  if (explorer) serveExplorer(graphql, pages?.development === true ? pages.issuer.discovery : undefined);
  if (pages !== undefined) servePages(graphql, pages);
  if (options.publishing !== undefined) serveCatalogue(graphql, options, options.publishing, front.catchUp);
  const ready = async () => !inFlight.draining && (await options.reachable());
  const admin = openAdminServer({ metrics, ready });

  return {
    async listen({ port, adminPort, host = '127.0.0.1', adminHost = '127.0.0.1' }) {
      await admin.listen({ port: adminPort, host: adminHost });
      await graphql.listen({ port, host });
      return { url: urlOf(graphql, host), adminUrl: urlOf(admin, adminHost) };
    },
    async close() {
      const drained = inFlight.drain(drainMs);
      await wait(drainNoticeMs);
      await drained;
      const closed = graphql.close();
      // Who is not answered by now is not going to be.
      graphql.server.closeAllConnections();
      await closed;
      await front.stop();
      await admin.close();
    },
  };
}

function urlOf(app: FastifyInstance, host: string): string {
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${String(port)}`;
}
