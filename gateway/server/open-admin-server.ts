import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';

export interface AdminOptions {
  readonly metrics: Metrics;
  /** Checks whether a query would be answered now. */
  readonly ready: () => Promise<boolean>;
  /** Milliseconds that `ready` may take before it counts as no. */
  readonly readyMs?: number;
}

/** Opens the admin port, which is never the public's: is the process alive, would it answer, what has it counted. */
export function openAdminServer({ metrics, ready, readyMs = 2_000 }: AdminOptions): FastifyInstance {
  const app = fastify({ forceCloseConnections: true });
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const isReady = await withinTime(ready, readyMs);
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' });
  });
  app.get('/metrics', async (_request, reply) =>
    reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  return app;
}

async function withinTime(ready: () => Promise<boolean>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  // What cannot be asked is not ready; whoever asks learns no more.
  const answer = ready().catch(() => false);
  const isReady = await Promise.race([answer, late]);
  clearTimeout(timer);
  return isReady;
}
