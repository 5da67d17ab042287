import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatError } from '../format-error.ts';
import type { EdgeLimits } from '../operations/edge-limits.ts';
import { answerHeaders } from '../security-headers.ts';
import { allowedMethods } from './allowed-methods.ts';
import { bearerChallenge } from './bearer-challenge.ts';
import type { InFlight } from './in-flight.ts';
import { mostBodyBytes } from './most-body-bytes.ts';
import { nameRequest } from './name-request.ts';
import { refusalOf } from './refusal-of.ts';

interface RefusalOptions {
  readonly limits: EdgeLimits;
  readonly newDisclosure: () => string;
  readonly onFault: (error: unknown) => void;
  readonly inFlight: InFlight;
}

/** Answers a request that is refused as a whole: an error of the table, with an id to quote. */
export function openRefusals({ limits, newDisclosure, onFault, inFlight }: RefusalOptions) {
  return (thrown: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const error = refusalOf(thrown, mostBodyBytes(request, limits));
    if (error.code === 'INTERNAL' && !inFlight.draining) onFault(thrown);
    request.outcome = error.code;
    request.reason = error.details.reason;
    const disclosure = request.disclosure ?? nameRequest(request, reply, newDisclosure);
    reply.code(error.status).headers(answerHeaders).header('content-type', request.contentType);
    if (error.details.reason === 'METHOD') reply.header('allow', allowedMethods(request.url) ?? 'POST');
    if (error.code === 'UNAUTHENTICATED') reply.header('www-authenticate', bearerChallenge(error));
    if (error.status === 503 || error.status === 429) reply.header('retry-after', '1');
    const extensions = { trellis: { disclosure } };
    void reply.send(JSON.stringify({ errors: [formatError(error)], extensions }));
  };
}
