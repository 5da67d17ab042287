import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { TrellisError } from '../errors.ts';
import { formatError } from '../format-error.ts';
import type { CheckedDocuments } from '../operations/checked-documents.ts';
import { readPurposes } from '../requester/read-purposes.ts';
import { answerHeaders } from '../security-headers.ts';
import { beginRequest } from './begin-request.ts';
import { openBudgets, spenderOf } from './budgets.ts';
import type { Front } from './graphql-front.ts';
import type { InFlight } from './in-flight.ts';
import { NewNotices } from './new-notices.ts';
import type { TellableNotice } from './new-notices.ts';
import { refusalOf } from './refusal-of.ts';
import type { ServerOptions } from './server-options.ts';
import { writeAnswer } from './write-answer.ts';

/** How often a stream asks what is new, unless the options say otherwise; a client that lost its stream comes back after as long. */
const standardAskMs = 5_000;
/** The streams that one person, or one system, may have open at a gateway: a page in a few windows. */
const mostStreams = 4;
const noticeId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const notices = `query Notices($first: Int!, $after: ID) {
  notices(first: $first, after: $after) { id at kind child { id } record sentence phrase }
}`;

interface Dependencies {
  readonly front: Front;
  readonly documents: CheckedDocuments;
  readonly inFlight: InFlight;
  readonly onFault: (error: unknown) => void;
}

/**
 * Serves `GET /stream`: the asker's notices as server-sent events. Each look is a request of its own through the same gate as any other, with the token
 * verified, the budgets taken and everything decided again; the first that is refused ends the stream with the event `refused`.
 */
export function serveStream(app: FastifyInstance, options: ServerOptions, dependencies: Dependencies): void {
  const { newDisclosure, tokens, streamAskMs = standardAskMs } = options;
  const { inFlight, onFault } = dependencies;
  const ask = openAsking(options, dependencies);
  const open = new Map<string, number>();
  app.route({
    method: 'GET',
    url: '/stream',
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      beginRequest(request, reply, newDisclosure);
      if (inFlight.draining) throw new TrellisError('INTERNAL', { status: 503 });
      if (!acceptsEvents(request.headers.accept)) throw new TrellisError('BAD_REQUEST', { reason: 'ACCEPT' });
      request.verified = await tokens.verify(request.headers.authorization);
      const { agency, kind, user } = request.verified.requester;
      const ended = holdPlace(open, JSON.stringify([agency, kind, user]), reply);
      inFlight.enter(reply.raw);
      const fresh = new NewNotices((page) => ask(request, page), lastEventId(request));
      const first = await fresh.next();
      const signal = AbortSignal.any([ended, inFlight.drainSignal]);
      const told = events(first, fresh, { signal, streamAskMs }, (error) => {
        const refusal = refusalOf(error, 0);
        if (refusal.code === 'INTERNAL') onFault(error);
        request.outcome = refusal.code;
        request.reason = refusal.details.reason;
        return { errors: [formatError(refusal)], extensions: { trellis: { disclosure: request.disclosure } } };
      });
      return reply
        .headers({ ...answerHeaders, 'x-accel-buffering': 'no' })
        .header('content-type', 'text/event-stream; charset=utf-8')
        .send(Readable.from(told));
    },
  });
  app.route({
    method: ['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/stream',
    onRequest: () => {
      throw new TrellisError('BAD_REQUEST', { reason: 'METHOD' });
    },
    handler: () => undefined,
  });
}

/** Reads one page of notices as one request: whatever was true at the last look, nothing of it is taken for granted. */
function openAsking({ tokens, budgets, cache, newDisclosure }: ServerOptions, dependencies: Dependencies) {
  const { front, documents, onFault } = dependencies;
  const spend = openBudgets(budgets, cache, onFault);
  return async (
    request: FastifyRequest,
    { first, after }: { first: number; after: string | undefined },
  ): Promise<readonly TellableNotice[]> => {
    const verified = await tokens.verify(request.headers.authorization);
    const { requester, app, purposes: tokenPurposes } = verified;
    const purposes = readPurposes(request.headers['purpose-of-use'], tokenPurposes);
    const { document, cost } = documents.check(notices);
    await spend(spenderOf(verified), 'requests', 1);
    await spend(spenderOf(verified), 'cost', Math.max(1, cost) * purposes.length);
    const variables = { first, ...(after !== undefined && { after }) };
    const { body } = await front.answer({
      ...{ document, source: notices, variables, requester, purposes, tokenPurposes },
      ...{ disclosure: newDisclosure(), ...(app !== undefined && { app }) },
    });
    const [error] = body.errors ?? [];
    if (error) throw new TrellisError(error.extensions.code, reasonOf(error.extensions));
    const { data } = JSON.parse(writeAnswer(body).toString()) as { data: { notices: readonly TellableNotice[] } };
    return data.notices;
  };
}

function reasonOf({ reason }: { readonly reason?: TrellisError['details']['reason'] }) {
  return reason === undefined ? {} : { reason };
}

/** Holds one of the places of a person until the reply is closed: the signal is then aborted. Throws RATE_LIMITED where none is free. */
function holdPlace(open: Map<string, number>, who: string, reply: FastifyReply): AbortSignal {
  const held = open.get(who) ?? 0;
  if (held >= mostStreams) throw new TrellisError('RATE_LIMITED');
  open.set(who, held + 1);
  const ended = new AbortController();
  reply.raw.once('close', () => {
    const left = (open.get(who) ?? 1) - 1;
    if (left > 0) open.set(who, left);
    else open.delete(who);
    ended.abort();
  });
  return ended.signal;
}

interface Pace {
  /** Aborted where the stream ends: its client is gone, or the gateway closes. */
  readonly signal: AbortSignal;
  readonly streamAskMs: number;
}

async function* events(
  first: readonly TellableNotice[],
  fresh: NewNotices,
  { signal, streamAskMs }: Pace,
  refused: (error: unknown) => object,
): AsyncGenerator<string> {
  yield `retry: ${String(standardAskMs)}\n\n`;
  try {
    for (let told = first; ; told = await fresh.next()) {
      for (const notice of told) yield event('notice', notice, notice.id);
      // A comment: whoever is gone is noticed, and no proxy takes the stream for dead.
      if (told.length === 0) yield ':\n\n';
      await wait(streamAskMs, undefined, { signal });
    }
  } catch (error) {
    if (!signal.aborted) yield event('refused', refused(error));
  }
}

function event(name: string, data: object, id?: string): string {
  const lines = [...(id === undefined ? [] : [`id: ${id}`]), `event: ${name}`, `data: ${JSON.stringify(data)}`];
  return `${lines.join('\n')}\n\n`;
}

function acceptsEvents(accept: string | undefined): boolean {
  const ranges = (accept ?? '*/*').split(',').map((range) => (range.split(';')[0] ?? '').trim().toLowerCase());
  return ranges.some((range) => range === 'text/event-stream' || range === 'text/*' || range === '*/*');
}

/** The notice that a client was told last. Browsers send an empty one before the first. */
function lastEventId({ headers }: FastifyRequest): string | undefined {
  const id = headers['last-event-id'];
  if (id === undefined || id === '') return undefined;
  if (typeof id !== 'string' || !noticeId.test(id)) throw new TrellisError('BAD_REQUEST', { reason: 'LAST_EVENT' });
  return id;
}
