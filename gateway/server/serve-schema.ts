import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Requester } from '@trellis/vocabulary';
import { TrellisError } from '../errors.ts';
import { answerHeaders } from '../security-headers.ts';
import { beginRequest } from './begin-request.ts';
import { openBudgets, spenderOf } from './budgets.ts';
import { compress } from './compress-answer.ts';
import type { ServerOptions } from './server-options.ts';

/** Prints what a requester may ever see for any of these purposes. */
export type DescribeSchema = (requester: Requester, purposes: readonly string[]) => Promise<string>;

/**
 * Serves `GET /schema.graphql`: the schema as the token's agency and role may ever see it, compressed where the client asks, with a weak ETag, which is the same
 * however it is compressed. The same for every person of that role.
 */
export function serveSchema(
  app: FastifyInstance,
  { tokens, newDisclosure, budgets, cache }: Pick<ServerOptions, 'tokens' | 'newDisclosure' | 'budgets' | 'cache'>,
  describe: DescribeSchema,
  onFault: (error: unknown) => void,
): void {
  const spend = openBudgets(budgets, cache, onFault);
  app.get('/schema.graphql', async (request, reply) => {
    beginRequest(request, reply, newDisclosure);
    request.verified = await tokens.verify(request.headers.authorization);
    const { requester, purposes } = request.verified;
    await spend(spenderOf(request.verified), 'requests', 1);
    const text = await describe(requester, purposes);
    const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    const vary = 'authorization, accept-encoding, origin';
    reply.headers({ ...answerHeaders, 'cache-control': 'private, no-cache', vary, etag: `W/${tag}` });
    const known = request.headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, ''));
    if (known?.includes(tag) || known?.includes('*')) return reply.code(304).send();
    const { body, encoding } = await compress(Buffer.from(text), request.headers['accept-encoding']);
    if (encoding !== undefined) reply.header('content-encoding', encoding);
    return reply.header('content-type', 'application/graphql; charset=utf-8').send(body);
  });
  app.route({
    method: ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/schema.graphql',
    onRequest: () => {
      throw new TrellisError('BAD_REQUEST', { reason: 'METHOD' });
    },
    handler: () => undefined,
  });
}
