import {
  CatalogueMoved,
  publish,
  type Found,
  type Publication,
  type Published,
  type Publisher,
} from '@trellis/catalogue';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { TrellisError } from '../errors.ts';
import type { Verified } from '../requester/token-verifier.ts';
import { answerHeaders } from '../security-headers.ts';
import { beginRequest } from './begin-request.ts';
import { openBudgets } from './budgets.ts';
import { describeFault } from './describe-fault.ts';
import { listAgencies } from './list-agencies.ts';
import type { Publishing } from './publishing.ts';
import { readPublication, readRollback } from './read-publication.ts';
import type { ServerOptions } from './server-options.ts';

/** A schema with its words; the largest in use has a twentieth of it. */
const bodyLimit = 2_000_000;
/** The most publications that may wait for their turn: one is checked at a time. */
const mostWaiting = 20;

/** The outcome that a publisher is shown. */
interface Told {
  readonly outcome: 'PUBLISHED' | 'UNCHANGED' | 'REFUSED' | 'TRIED';
  readonly version: number | null;
  readonly report: Published['report'];
}

/**
 * Serves the catalogue: `POST /catalogue/publish` and `/catalogue/rollback` for an agency's own system, `GET /catalogue/agencies` for systems and officers. What
 * was published is served here before the answer leaves, and no other gateway decides on anything older from then on.
 */
export function serveCatalogue(
  app: FastifyInstance,
  options: ServerOptions,
  publishing: Publishing,
  catchUp: () => Promise<void>,
): void {
  const { publisher, anyAddress } = publishing;
  const { tokens, cache, budgets, logger, newDisclosure } = options;
  const onFault = (error: unknown) => {
    logger.error({ fault: describeFault(error) }, 'fault');
  };
  const spend = openBudgets(budgets, cache, onFault);
  const oneAtATime = openQueue();

  const admit = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    beginRequest(request, reply, newDisclosure);
    const { authorization } = request.headers;
    const verified = await (tokens.verifyPublisher ?? tokens.verify).call(tokens, authorization);
    request.verified = verified;
    await spend({ agency: verified.requester.agency }, 'requests', 1);
  };
  const systemOnly = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    await admit(request, reply);
    const { kind, agency } = verifiedIn(request).requester;
    // The network's own services are part of what is installed.
    if (kind !== 'system' || publisher.network.base.network.services.includes(agency))
      throw new TrellisError('FORBIDDEN');
  };

  const answer = async (reply: FastifyReply, publication: Publication): Promise<FastifyReply> => {
    const published = await oneAtATime(() => publishNow(publisher, publication));
    if (published.version !== undefined) {
      logger.info({ agency: publication.agency, publication: published.version.number }, 'an agency published');
      await catchUp();
    }
    const told = toldOf(published, publication);
    return send(reply, told.outcome === 'REFUSED' ? 422 : 200, told);
  };

  app.post('/catalogue/publish', { onRequest: systemOnly, bodyLimit }, (request, reply) => {
    const { requester } = verifiedIn(request);
    const read = readPublication(request.body, requester, anyAddress);
    return 'faults' in read ? send(reply, 422, refused(requester.agency, read.faults)) : answer(reply, read);
  });
  app.post('/catalogue/rollback', { onRequest: systemOnly, bodyLimit: 10_000 }, async (request, reply) =>
    answer(reply, await readRollback(request.body, verifiedIn(request).requester, publisher.network)),
  );
  app.get('/catalogue/agencies', { onRequest: admit }, async (request, reply) => {
    const { kind, agency } = verifiedIn(request).requester;
    const isNetworks = kind === 'officer' && agency === 'network';
    if (!isNetworks && kind !== 'system') throw new TrellisError('FORBIDDEN');
    return send(reply, 200, await listAgencies(publisher.network, (name) => isNetworks || name === agency));
  });
}

async function publishNow(publisher: Publisher, publication: Publication): Promise<Published> {
  try {
    return await publish(publisher, publication);
  } catch (error) {
    if (error instanceof CatalogueMoved) throw new TrellisError('CONFLICT', {}, { cause: error });
    throw error;
  }
}

function refused(agency: string, faults: readonly string[]): Told {
  const found = faults.map((message): Found => ({
    severity: 'error',
    rule: 'words',
    agency,
    message,
    fix: 'Correct it and publish again.',
    link: 'docs/guides/agency.md#publish',
  }));
  return { outcome: 'REFUSED', version: null, report: { ok: false, agencies: [agency], found, newlyVisible: [] } };
}

function toldOf({ version, report, changes }: Published, { dryRun }: Publication): Told {
  if (version !== undefined) return { outcome: 'PUBLISHED', version: version.number, report };
  if (!report.ok) return { outcome: 'REFUSED', version: null, report };
  return { outcome: dryRun === true && changes ? 'TRIED' : 'UNCHANGED', version: null, report };
}

function verifiedIn({ verified }: FastifyRequest): Verified {
  if (verified === null) throw new TrellisError('UNAUTHENTICATED');
  return verified;
}

function send(reply: FastifyReply, status: number, body: unknown): FastifyReply {
  const headers = { ...answerHeaders, 'cache-control': 'no-store' };
  return reply.code(status).headers(headers).type('application/json; charset=utf-8').send(JSON.stringify(body));
}

/** Runs one at a time, in the order in which they came; more than a few at once are told to come again. */
function openQueue() {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async <T>(run: () => Promise<T>): Promise<T> => {
    if (waiting >= mostWaiting) throw new TrellisError('RATE_LIMITED');
    waiting += 1;
    const turn = last.then(run, run);
    last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      waiting -= 1;
    }
  };
}
