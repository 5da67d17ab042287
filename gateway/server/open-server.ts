import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { serveExplorer } from '../explorer/serve-explorer.ts';
import { CheckedDocuments } from '../operations/checked-documents.ts';
import { edgeLimits } from '../operations/edge-limits.ts';
import { describeFault } from './describe-fault.ts';
import { openFront } from './graphql-front.ts';
import { InFlight } from './in-flight.ts';
import { openAdminDoor } from './open-admin-door.ts';
import { openGraphqlDoor } from './open-graphql-door.ts';
import type { ServerOptions } from './server-options.ts';

export interface Ports {
  readonly port: number;
  readonly adminPort: number;
  /** The address to listen on; this machine alone unless given. */
  readonly host?: string;
}

/** The gateway's two doors. */
export interface GatewayServer {
  /** Resolves to where they are. */
  listen(ports: Ports): Promise<{ url: string; adminUrl: string }>;
  /** Drains: what is in flight is answered, what comes is told 503, then the doors close. */
  close(): Promise<void>;
}

/** Loads the supergraph and opens the doors, not yet listening. Rejects where the first supergraph is refused. */
export async function openServer(options: ServerOptions): Promise<GatewayServer> {
  const { logger, metrics, drainNoticeMs = 0, drainMs = 15_000 } = options;
  const inFlight = new InFlight(metrics.setInFlight);
  const documents = new CheckedDocuments(edgeLimits(options.limits));
  const front = await openFront({
    ...options,
    documents,
    onLoad: metrics.supergraphLoaded,
    onFault: (error) => {
      logger.error({ fault: describeFault(error) }, 'fault');
    },
  });
  const door = openGraphqlDoor(options, { front, documents, inFlight });
  if (options.explorer) serveExplorer(door);
  const ready = async () => !inFlight.draining && (await options.reachable());
  const admin = openAdminDoor({ metrics, ready });

  return {
    async listen({ port, adminPort, host = '127.0.0.1' }) {
      await admin.listen({ port: adminPort, host });
      await door.listen({ port, host });
      return { url: urlOf(door, host), adminUrl: urlOf(admin, host) };
    },
    async close() {
      const drained = inFlight.drain(drainMs);
      await wait(drainNoticeMs);
      await drained;
      const closed = door.close();
      // Who is not answered by now is not going to be.
      door.server.closeAllConnections();
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
