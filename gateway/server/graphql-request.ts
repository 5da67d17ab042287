import type { FastifyInstance } from 'fastify';
import type { Reason } from '../errors.ts';
import type { Verified } from '../requester/token-verifier.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The claims of the token, once it was verified. */
    verified: Verified | null;
    /** The id that a client quotes and the log has, whether it is answered or refused. */
    disclosure: string | null;
    /** The trace it belongs to: the client's own, or the disclosure id. */
    trace: string | null;
    /** ok, partial, or the code of the error that was the whole answer. */
    outcome: string;
    contentType: string;
    /** The reason why it was refused, where the table has a reason. */
    reason: Reason | undefined;
  }
}

export const jsonContentType = 'application/json; charset=utf-8';

/** Gives every request what is kept of it while it is answered. */
export function decorateRequests(app: FastifyInstance): void {
  app.decorateRequest('verified', null);
  app.decorateRequest('disclosure', null);
  app.decorateRequest('trace', null);
  app.decorateRequest('outcome', 'ok');
  app.decorateRequest('reason', undefined);
  app.decorateRequest('contentType', jsonContentType);
}
