import fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors, TrellisError } from '../errors.ts';
import { checkVariables } from '../operations/check-variables.ts';
import type { CheckedDocuments } from '../operations/checked-documents.ts';
import { edgeLimits } from '../operations/edge-limits.ts';
import type { EdgeLimits } from '../operations/edge-limits.ts';
import { readPurposes } from '../requester/read-purposes.ts';
import { answerHeaders } from '../security-headers.ts';
import { openBudgets } from './budgets.ts';
import { chooseContentType } from './choose-content-type.ts';
import { compressAnswer } from './compress-answer.ts';
import { allowOrigins } from './cors.ts';
import { describeFault } from './describe-fault.ts';
import type { Front, FrontAnswer } from './graphql-front.ts';
import { decorateRequests } from './graphql-request.ts';
import type { InFlight } from './in-flight.ts';
import { mostBodyBytes } from './most-body-bytes.ts';
import { openRefusals } from './open-refusals.ts';
import { readJson } from './read-json.ts';
import { readParameters } from './read-parameters.ts';
import { openRegisteredOperations } from './registered-operations.ts';
import type { ServerOptions } from './server-options.ts';
import { serveSchema } from './serve-schema.ts';
import { traceOf } from './trace-parent.ts';
import { writeAnswer } from './write-answer.ts';

const otherMethods = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const jsonType = /^application\/json\s*(?:;\s*charset="?utf-?8"?\s*)?$/i;

/** Dependencies of the server that are shared with the admin server and with shutting down. */
interface Dependencies {
  readonly front: Front;
  readonly documents: CheckedDocuments;
  readonly inFlight: InFlight;
}

/** Opens `POST /graphql`: who asks is settled before the body is read, what is asked before anything is planned. */
export function openGraphqlServer(options: ServerOptions, dependencies: Dependencies): FastifyInstance {
  const { logger, requestTimeoutMs = 10_000 } = options;
  const { inFlight } = dependencies;
  const limits = edgeLimits(options.limits);
  const onFault = (error: unknown) => {
    logger.error({ fault: describeFault(error) }, 'fault');
  };
  const refuse = openRefusals({ limits, newDisclosure: options.newDisclosure, onFault, inFlight });
  const app = fastify({
    bodyLimit: limits.officerBodyBytes,
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    requestTimeout: requestTimeoutMs,
    // Node looks for requests that take too long once in this time: by default every half a minute.
    http: { requestTimeout: requestTimeoutMs, headersTimeout: requestTimeoutMs, connectionsCheckingInterval: 500 },
    frameworkErrors: (error, request, reply) => {
      refuse(error, request as FastifyRequest, reply as FastifyReply);
    },
  });
  decorateRequests(app);
  allowOrigins(app, options.corsOrigins ?? []);
  app.setErrorHandler(refuse);
  app.setNotFoundHandler(() => {
    throw new TrellisError('BAD_REQUEST', { reason: 'NOT_FOUND' });
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    try {
      requireSize(request, body.length, limits);
      done(null, readJson(body));
    } catch (error) {
      done(error as Error);
    }
  });
  app.route({
    method: otherMethods,
    url: '/graphql',
    onRequest: () => {
      throw new TrellisError('BAD_REQUEST', { reason: 'METHOD' });
    },
    handler: () => undefined,
  });
  serveSchema(app, options.tokens, dependencies.front.describe);
  const admit = admission(options, inFlight, limits);
  const handler = answering(options, dependencies, { limits, onFault });
  app.route({ method: 'POST', url: '/graphql', onRequest: admit, handler, onResponse: accounting(options) });
  return app;
}

/** The hook that settles who asks, before the body is read. */
function admission({ tokens, newDisclosure }: ServerOptions, inFlight: InFlight, limits: EdgeLimits) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    request.disclosure = newDisclosure();
    const trace = traceOf(request.headers['traceparent'], request.disclosure);
    request.trace = trace.id;
    reply.header('traceparent', trace.header);
    if (inFlight.draining) {
      reply.header('connection', 'close');
      throw new TrellisError('INTERNAL', { status: 503 });
    }
    inFlight.enter(reply.raw);
    refuseDuplicates(request.raw.rawHeaders);
    const { 'content-type': contentType, 'content-encoding': encoding, accept, authorization } = request.headers;
    if (contentType === undefined || !jsonType.test(contentType) || encoding !== undefined) {
      throw new TrellisError('BAD_REQUEST', { reason: 'CONTENT_TYPE' });
    }
    const chosen = chooseContentType(accept);
    if (chosen === undefined) throw new TrellisError('BAD_REQUEST', { reason: 'ACCEPT' });
    request.contentType = chosen;
    request.verified = await tokens.verify(authorization);
    requireSize(request, Number(request.headers['content-length'] ?? 0), limits);
  };
}

function requireSize(request: FastifyRequest, bytes: number, limits: EdgeLimits): void {
  const allowed = mostBodyBytes(request, limits);
  if (bytes > allowed) throw new TrellisError('LIMIT_EXCEEDED', { limit: 'bodyBytes', allowed, status: 413 });
}

/** The handler that settles what is asked, before anything is planned, and answers it. */
function answering(
  { cache, budgets, registration }: ServerOptions,
  { front, documents }: Dependencies,
  { limits, onFault }: { limits: EdgeLimits; onFault: (error: unknown) => void },
) {
  const find = openRegisteredOperations(registration);
  const spend = openBudgets(budgets, cache, onFault);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<Buffer> => {
    const { verified, disclosure } = request;
    if (verified === null || disclosure === null) throw new TrellisError('UNAUTHENTICATED');
    const { requester, app } = verified;
    const purposes = readPurposes(request.headers['purpose-of-use'], verified.purposes);
    const spender = {
      agency: requester.agency,
      // An agency's system asks for many people: its agency's budget is its own.
      ...(requester.kind !== 'system' && { user: requester.user }),
      ...(app !== undefined && { app }),
    };
    await spend(spender, 'requests', 1);
    const { operationName, variables, ...parameters } = readParameters(request.body);
    const source = find({ ...parameters, variables }, app);
    const { document, cost } = documents.check(source);
    checkVariables(variables, limits);
    // Each child is decided for each purpose.
    await spend(spender, 'cost', Math.max(1, cost) * purposes.length);
    const tokenPurposes = verified.purposes;
    const asked = { document, source, variables, requester, purposes, tokenPurposes, disclosure };
    const { status, body } = await front.answer({
      ...asked,
      ...(operationName !== undefined && { operationName }),
      ...(app !== undefined && { app }),
    });
    request.outcome = outcomeOf(body);
    reply.code(status).headers(answerHeaders).header('content-type', request.contentType);
    if (status === 503) reply.header('retry-after', '1');
    const written = writeAnswer(body.extensions ? body : { ...body, extensions: { trellis: { disclosure } } });
    const sent = { document, variables, isRegistered: parameters.query === undefined };
    const encoded = await compressAnswer(written, request.headers['accept-encoding'], sent);
    if (encoded.encoding) reply.header('content-encoding', encoded.encoding).header('vary', 'accept-encoding, origin');
    return encoded.body;
  };
}

/** The hook that counts and logs each request. */
function accounting({ metrics, logger }: ServerOptions) {
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const agency = request.verified?.requester.agency ?? 'none';
    const { outcome, reason, disclosure, trace } = request;
    metrics.answered(agency, outcome, reply.elapsedTime / 1000);
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    const { statusCode: status } = reply;
    logger.info({ agency, app: request.verified?.app, disclosure, trace, outcome, reason, status, ms }, 'request');
    done();
  };
}

/** Node keeps the first of these where a proxy in front may have read the last. */
function refuseDuplicates(rawHeaders: readonly string[]): void {
  const names = rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
  for (const once of ['authorization', 'content-type']) {
    if (names.indexOf(once) !== names.lastIndexOf(once))
      throw new TrellisError('BAD_REQUEST', { reason: 'DUPLICATE_HEADER' });
  }
}

function outcomeOf({ errors: found, data }: FrontAnswer['body']): string {
  if (found === undefined) return 'ok';
  if (data !== undefined && data !== null) return 'partial';
  const code = found[0]?.extensions.code;
  return code !== undefined && code in errors ? code : 'INTERNAL';
}
