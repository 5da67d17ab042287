import type { FastifyReply, FastifyRequest } from 'fastify';
import { TrellisError } from '../errors.ts';
import { nameRequest } from './name-request.ts';

/** Gives a request its id and its trace, whatever comes of it. Throws where a header that is read here was sent twice. */
export function beginRequest(request: FastifyRequest, reply: FastifyReply, newDisclosure: () => string): void {
  nameRequest(request, reply, newDisclosure);
  refuseDuplicates(request.raw.rawHeaders);
}

/** Node keeps the first of these where a proxy in front may have read the last. */
function refuseDuplicates(rawHeaders: readonly string[]): void {
  const names = rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
  for (const once of ['authorization', 'content-type', 'host']) {
    if (names.indexOf(once) !== names.lastIndexOf(once))
      throw new TrellisError('BAD_REQUEST', { reason: 'DUPLICATE_HEADER' });
  }
}
