import type { FastifyInstance } from 'fastify';
import type { ServerOptions } from './server-options.ts';

/** Logs every request that has an id, so that an id that was quoted is found; and counts the operations. */
export function accountRequests(app: FastifyInstance, { metrics, logger }: Pick<ServerOptions, 'metrics' | 'logger'>) {
  app.addHook('onResponse', (request, reply, done) => {
    const { outcome, reason, disclosure, trace, method } = request;
    const { url } = request.routeOptions;
    // A page, or a part of one, is nobody's request.
    if (disclosure !== null) {
      const agency = request.verified?.requester.agency ?? 'none';
      if (url === '/graphql' && method === 'POST') metrics.answered(agency, outcome, reply.elapsedTime / 1000);
      const ms = Math.round(reply.elapsedTime * 10) / 10;
      const { statusCode: status } = reply;
      logger.info(
        { agency, app: request.verified?.app, disclosure, trace, url, outcome, reason, status, ms },
        'request',
      );
    }
    done();
  });
}
