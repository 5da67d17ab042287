import fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors, TrellisError } from '../errors.ts';
import type { Reason } from '../errors.ts';
import { formatError } from '../format-error.ts';
import { checkVariables } from '../operations/check-variables.ts';
import { edgeLimits } from '../operations/edge-limits.ts';
import type { CheckedDocuments } from '../operations/checked-documents.ts';
import { readPurpose } from '../requester/read-purpose.ts';
import type { Verified } from '../requester/token-verifier.ts';
import { openBudgets } from './budgets.ts';
import { chooseContentType } from './choose-content-type.ts';
import { describeFault } from './describe-fault.ts';
import type { Front, FrontAnswer } from './graphql-front.ts';
import type { InFlight } from './in-flight.ts';
import { readJson } from './read-json.ts';
import { readParameters } from './read-parameters.ts';
import { openRegisteredOperations } from './registered-operations.ts';
import { bearerChallenge } from './bearer-challenge.ts';
import { refusalOf } from './refusal-of.ts';
import { answerHeaders } from '../security-headers.ts';
import type { ServerOptions } from './server-options.ts';
import { writeAnswer } from './write-answer.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the token says, once it was verified. */
    verified: Verified | null;
    disclosure: string | null;
    /** ok, partial, or the code of the error that was the whole answer. */
    outcome: string;
    contentType: string;
    /** Why it was refused, where the table has a reason. */
    reason: Reason | undefined;
  }
}

const otherMethods = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const jsonType = /^application\/json\s*(?:;\s*charset="?utf-?8"?\s*)?$/i;

/** Dependencies of the server that are shared with the admin server and with shutting down. */
interface Dependencies {
  readonly front: Front;
  readonly documents: CheckedDocuments;
  readonly inFlight: InFlight;
}

/** Opens `POST /graphql`: who asks is settled before the body is read, what is asked before anything is planned. */
export function openGraphqlServer(
  options: ServerOptions,
  { front, documents, inFlight }: Dependencies,
): FastifyInstance {
  const { tokens, cache, budgets, registration, newDisclosure, logger, metrics } = options;
  const limits = edgeLimits(options.limits);
  const find = openRegisteredOperations(registration);
  const onFault = (error: unknown) => {
    logger.error({ fault: describeFault(error) }, 'fault');
  };
  const spend = openBudgets(budgets, cache, onFault);

  const app = fastify({
    bodyLimit: limits.bodyBytes,
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    requestTimeout: 10_000,
    frameworkErrors: (error, request, reply) => {
      refuse(error, request as FastifyRequest, reply as FastifyReply);
    },
  });
  app.decorateRequest('verified', null);
  app.decorateRequest('disclosure', null);
  app.decorateRequest('outcome', 'ok');
  app.decorateRequest('reason', undefined);
  app.decorateRequest('contentType', 'application/json; charset=utf-8');

  const refuse = (thrown: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const error = refusalOf(thrown, limits);
    if (error.code === 'INTERNAL' && !inFlight.draining) onFault(thrown);
    request.outcome = error.code;
    request.reason = error.details.reason;
    reply.code(error.status).headers(answerHeaders).header('content-type', request.contentType);
    if (error.details.reason === 'METHOD') reply.header('allow', 'POST');
    if (error.code === 'UNAUTHENTICATED') reply.header('www-authenticate', bearerChallenge(error));
    if (error.status === 503 || error.status === 429) reply.header('retry-after', '1');
    reply.send(JSON.stringify({ errors: [formatError(error)] }));
  };
  app.setErrorHandler(refuse);
  app.setNotFoundHandler(() => {
    throw new TrellisError('BAD_REQUEST', { reason: 'NOT_FOUND' });
  });

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body: Buffer, done) => {
    try {
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

  const admit = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
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
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<string | Buffer> => {
    if (request.verified === null) throw new TrellisError('UNAUTHENTICATED');
    const { requester, purposes, app: partner } = request.verified;
    const purpose = readPurpose(request.headers['purpose-of-use'], purposes);
    const spender = { agency: requester.agency, ...(partner !== undefined && { app: partner }) };
    await spend(spender, 'requests', 1);
    const parameters = readParameters(request.body);
    const source = find(parameters, partner);
    const { document, cost } = documents.check(source);
    checkVariables(parameters.variables, limits);
    await spend(spender, 'cost', Math.max(1, cost));
    const disclosure = newDisclosure();
    request.disclosure = disclosure;
    const { operationName, variables } = parameters;
    const { status, body } = await front.answer({
      document,
      source,
      variables,
      requester,
      purpose,
      disclosure,
      ...(operationName !== undefined && { operationName }),
      ...(partner !== undefined && { app: partner }),
    });
    request.outcome = outcomeOf(body);
    reply.code(status).headers(answerHeaders).header('content-type', request.contentType);
    if (status === 503) reply.header('retry-after', '1');
    return writeAnswer(body);
  };

  const account = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const agency = request.verified?.requester.agency ?? 'none';
    const { outcome, reason, disclosure } = request;
    metrics.answered(agency, outcome, reply.elapsedTime / 1000);
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    const { statusCode: status } = reply;
    logger.info({ agency, app: request.verified?.app, disclosure, outcome, reason, status, ms }, 'request');
    done();
  };

  app.route({ method: 'POST', url: '/graphql', onRequest: admit, handler: answer, onResponse: account });
  return app;
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
