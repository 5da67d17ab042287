import type { FastifyInstance } from 'fastify';

/** Read by nobody here; tracing and clients' libraries add them unasked, and a browser would send nothing where one of them is not allowed. */
const unread = 'tracestate, baggage, apollographql-client-name, apollographql-client-version';
const allowed = {
  'access-control-allow-methods': 'POST, GET',
  'access-control-allow-headers': `authorization, content-type, purpose-of-use, traceparent, if-none-match, last-event-id, ${unread}`,
  'access-control-max-age': '600',
};
const exposed = 'etag, retry-after, traceparent, www-authenticate';

/**
 * Lets pages of these origins ask (CORS). Each is allowed by name, to the letter; no cookie is ever read, so none is allowed. Without origins nothing is
 * said, and browsers refuse.
 */
export function allowOrigins(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const known = new Set(origins);
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    reply.header('vary', 'origin');
    if (origin === undefined || !known.has(origin)) return;
    reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': exposed });
    const isPreflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
    if (isPreflight) await reply.code(204).headers(allowed).send();
  });
}
