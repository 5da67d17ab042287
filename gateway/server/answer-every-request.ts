import type { FastifyInstance } from 'fastify';
import { TrellisError } from '../errors.ts';

/**
 * Takes what Node would refuse by itself, without a word and an id to quote: a request that names no host is refused like any other, and an expectation that nobody
 * meets is passed over. Of no use without `requireHostHeader: false`.
 */
export function answerEveryRequest(app: FastifyInstance): void {
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  app.addHook('onRequest', (request, _reply, done) => {
    const isNamed = request.headers.host !== undefined || request.raw.httpVersion === '1.0';
    done(isNamed ? undefined : new TrellisError('BAD_REQUEST'));
  });
}
