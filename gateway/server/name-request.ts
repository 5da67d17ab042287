import type { FastifyReply, FastifyRequest } from 'fastify';
import './graphql-request.ts';
import { traceOf } from './trace-parent.ts';

/** Gives a request the id that its sender quotes, and its trace: both go back with whatever is answered. */
export function nameRequest(request: FastifyRequest, reply: FastifyReply, newDisclosure: () => string): string {
  const disclosure = newDisclosure();
  const trace = traceOf(request.headers['traceparent'], disclosure);
  request.disclosure = disclosure;
  request.trace = trace.id;
  reply.header('traceparent', trace.header);
  return disclosure;
}
