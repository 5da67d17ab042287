import { createReplayGuard, openSeal, SealError, type KeyLookup, type OpenedSeal } from '@trellis/seal';
import { migrate, systemClock, type Clock, type Database } from '@trellis/platform';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { pino } from 'pino';
import type { Agency } from './agency.ts';
import { answerQuestion, readQuestion, type Answer } from './answer.ts';
import { wireError, type AgencyErrorCode } from './coded-error.ts';
import { countStatements } from './count-statements.ts';
import { createDocuments } from './documents.ts';
import type { Logger } from './logger.ts';

export interface AgencyOptions {
  readonly database: Database;
  /** 0 for any free one. */
  readonly port: number;
  readonly host?: string;
  readonly keys: KeyLookup;
  readonly clock?: Clock;
  readonly logger?: Logger;
  readonly bodyBytes?: number;
  /** Log the message and stack of what a resolver throws: for development, where no record is real. They can quote a row. */
  readonly explainFailures?: boolean;
  /** Tell in the header `trellis-statements` how many statements a request took: for development, where conformance counts them. */
  readonly countStatements?: boolean;
}

export interface RunningAgency {
  readonly url: string;
  /** Migrates and serves this from now on, at the same address: for development, where an agency changes while it runs. */
  serve(agency: Agency): Promise<void>;
  /** Lets what is being answered finish. */
  close(): Promise<void>;
}

const statusOf: Partial<Record<AgencyErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  LIMIT_EXCEEDED: 413,
  NOT_FOUND: 404,
  INTERNAL: 500,
};
const refuse = (code: AgencyErrorCode): Answer => ({ errors: [wireError(code)] });

/**
 * Migrates and serves an agency: `POST /graphql` for what the gateway sealed, `/health/live` and `/health/ready` for its operator, nothing
 * else for anybody.
 */
export async function startAgency(agency: Agency, options: AgencyOptions): Promise<RunningAgency> {
  const { database, port, host = '127.0.0.1', bodyBytes = 2_000_000 } = options;
  const logger = options.logger ?? pino({ name: agency.name });
  if (agency.migrations !== undefined) await migrate(database, agency.migrations);
  const server = fastify({
    logger: false,
    bodyLimit: bodyBytes,
    requestTimeout: 10_000,
    // Node looks for requests that take too long once in this time: by default every half a minute.
    http: { requestTimeout: 10_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 },
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  server.setErrorHandler((error: { statusCode?: number; name?: string }, _request, reply) => {
    const code = error.statusCode === 413 ? 'LIMIT_EXCEEDED' : isClients(error.statusCode) ? 'BAD_REQUEST' : 'INTERNAL';
    if (code === 'INTERNAL') logger.error({ error: error.name }, 'a request failed');
    return reply.code(statusOf[code] ?? 400).send(refuse(code));
  });
  server.setNotFoundHandler((_request, reply) => reply.code(404).send(refuse('NOT_FOUND')));
  serveHealth(server, database);
  let served = servedOf(agency);
  serveGraph(server, () => served, { ...options, logger });
  const origin = await server.listen({ port, host });
  return {
    url: `${origin}/graphql`,
    async serve(next) {
      if (next.migrations !== undefined) await migrate(database, next.migrations);
      served = servedOf(next);
    },
    close: () => server.close(),
  };
}

const isClients = (status: number | undefined): boolean => status !== undefined && status >= 400 && status < 500;

function serveHealth(server: FastifyInstance, database: Database): void {
  server.get('/health/live', () => ({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    try {
      await database.query('select 1 as one');
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'not ready' });
    }
  });
}

/** An agency with the documents that it has admitted. */
function servedOf(agency: Agency) {
  return { agency, admit: createDocuments(agency.schema) };
}

function serveGraph(
  server: FastifyInstance,
  served: () => ReturnType<typeof servedOf>,
  options: AgencyOptions & { readonly logger: Logger },
): void {
  const { database, keys, clock = systemClock, logger } = options;
  const seen = createReplayGuard();
  server.post('/graphql', async (request, reply) => {
    const { agency, admit } = served();
    const now = clock.now();
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const opened = open(request, body, { keys, agency: agency.name, now, seen });
    if (typeof opened === 'string') {
      logger.warn({ refused: opened }, 'a request was not believed');
      return reply.code(401).send(refuse('UNAUTHENTICATED'));
    }
    const question = readQuestion(body);
    if (question === undefined) return reply.code(400).send(refuse('BAD_REQUEST'));
    const admission = admit(question.query);
    if ('refused' in admission) return reply.code(400).send(refuse(admission.refused));
    const counted = options.countStatements === true ? countStatements(database) : undefined;
    const told = toldIn(opened);
    const context = agency.contextFor({ ...told, database: counted?.database ?? database, now });
    const result = await answerQuestion(agency.schema, admission, question.variables, context, {
      logger,
      explain: options.explainFailures === true,
    });
    if (counted !== undefined) void reply.header('trellis-statements', String(counted.statements()));
    return reply.send(result);
  });
}

/** The seal's purposes are one text, joined by commas: those under which this part of a request was asked. */
function toldIn({ purpose, tokenPurposes, ...opened }: OpenedSeal) {
  if (purpose === undefined) return opened;
  const purposes = purpose.split(',');
  const told = { ...opened, purpose: purposes[0] ?? purpose, purposes };
  return tokenPurposes === undefined ? told : { ...told, tokenPurposes: tokenPurposes.split(',') };
}

/** The content of the seal, or the reason for which it was refused. */
function open(
  { method, url, headers }: FastifyRequest,
  body: Buffer,
  { keys, ...rest }: { readonly keys: KeyLookup } & Parameters<typeof openSeal>[2],
): OpenedSeal | string {
  try {
    return openSeal({ method, path: url, headers, body }, keys, rest);
  } catch (error) {
    if (error instanceof SealError) return error.reason;
    throw error;
  }
}
