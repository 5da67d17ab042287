import fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors, TrellisError } from '../errors.ts';
import { checkVariables } from '../operations/check-variables.ts';
import type { CheckedDocuments } from '../operations/checked-documents.ts';
import { edgeLimits } from '../operations/edge-limits.ts';
import type { EdgeLimits } from '../operations/edge-limits.ts';
import { readPurposes } from '../requester/read-purposes.ts';
import { answerHeaders } from '../security-headers.ts';
import { accountRequests } from './account-requests.ts';
import { answerEveryRequest } from './answer-every-request.ts';
import { beginRequest } from './begin-request.ts';
import { openBudgets, spenderOf } from './budgets.ts';
import { chooseContentType } from './choose-content-type.ts';
import { compressAnswer } from './compress-answer.ts';
import { allowedMethods } from './allowed-methods.ts';
import { allowOrigins } from './cors.ts';
import { describeFault } from './describe-fault.ts';
import type { Front, FrontAnswer } from './graphql-front.ts';
import { decorateRequests, jsonContentType } from './graphql-request.ts';
import type { InFlight } from './in-flight.ts';
import { mostBodyBytes } from './most-body-bytes.ts';
import { openRefusals } from './open-refusals.ts';
import { refuseUnread } from './refuse-unread.ts';
import { readJson } from './read-json.ts';
import { readParameters } from './read-parameters.ts';
import { openRegisteredOperations } from './registered-operations.ts';
import type { ServerOptions } from './server-options.ts';
import { serveSchema } from './serve-schema.ts';
import { serveStream } from './serve-stream.ts';
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
    forceCloseConnections: 'idle',
    requestTimeout: requestTimeoutMs,
    // Node looks for requests that take too long once in this time: by default every half a minute.
    http: {
      requestTimeout: requestTimeoutMs,
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: 500,
      maxHeaderSize: limits.headerBytes,
      requireHostHeader: false,
    },
    clientErrorHandler: refuseUnread(options, limits),
    frameworkErrors: (error, unread, reply) => {
      const request = unread as FastifyRequest;
      // An address that cannot be read is refused before the request is given what others have.
      request.contentType = jsonContentType;
      refuse(error, request, reply as FastifyReply);
      const { disclosure, trace, outcome } = request;
      logger.info({ agency: 'none', disclosure, trace, outcome, status: reply.statusCode }, 'request');
    },
  });
  decorateRequests(app);
  answerEveryRequest(app);
  accountRequests(app, options);
  allowOrigins(app, options.corsOrigins ?? []);
  app.setErrorHandler(refuse);
  // A method that no route knows is asked of an address that may well be there.
  app.setNotFoundHandler(({ url }) => {
    throw new TrellisError('BAD_REQUEST', { reason: allowedMethods(url) === undefined ? 'NOT_FOUND' : 'METHOD' });
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
  serveSchema(app, options, dependencies.front.describe, onFault);
  serveStream(app, options, { ...dependencies, onFault });
  const admit = admission(options, inFlight, limits);
  const handler = answering(options, dependencies, { limits, onFault });
  app.route({ method: 'POST', url: '/graphql', onRequest: admit, handler });
  return app;
}

/** The hook that settles who asks, before the body is read. */
function admission({ tokens, newDisclosure }: ServerOptions, inFlight: InFlight, limits: EdgeLimits) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    beginRequest(request, reply, newDisclosure);
    if (inFlight.draining) {
      reply.header('connection', 'close');
      throw new TrellisError('INTERNAL', { status: 503 });
    }
    inFlight.enter(reply.raw);
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
    const spender = spenderOf(verified);
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
    request.reason = body.errors?.[0]?.extensions.reason;
    reply.code(status).headers(answerHeaders).header('content-type', request.contentType);
    if (status === 503) reply.header('retry-after', '1');
    const written = writeAnswer(body.extensions ? body : { ...body, extensions: { trellis: { disclosure } } });
    const sent = { document, variables, isRegistered: parameters.query === undefined };
    const encoded = await compressAnswer(written, request.headers['accept-encoding'], sent);
    if (encoded.encoding) reply.header('content-encoding', encoded.encoding).header('vary', 'accept-encoding, origin');
    return encoded.body;
  };
}

function outcomeOf({ errors: found, data }: FrontAnswer['body']): string {
  if (found === undefined) return 'ok';
  if (data !== undefined && data !== null) return 'partial';
  const code = found[0]?.extensions.code;
  return code !== undefined && code in errors ? code : 'INTERNAL';
}
