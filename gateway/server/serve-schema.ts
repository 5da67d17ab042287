import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Requester } from '@trellis/vocabulary';
import type { TokenVerifier } from '../requester/token-verifier.ts';
import { answerHeaders } from '../security-headers.ts';

/** Prints what a requester may ever see for any of these purposes. */
export type DescribeSchema = (requester: Requester, purposes: readonly string[]) => Promise<string>;

/** Serves `GET /schema.graphql`: the schema as the token's agency and role may ever see it, with an ETag. The same for every person of that role. */
export function serveSchema(app: FastifyInstance, tokens: TokenVerifier, describe: DescribeSchema): void {
  app.get('/schema.graphql', async (request, reply) => {
    const { requester, purposes } = await tokens.verify(request.headers.authorization);
    const text = await describe(requester, purposes);
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    reply.headers({ ...answerHeaders, 'cache-control': 'private, no-cache', vary: 'authorization', etag });
    const known = request.headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, ''));
    if (known?.includes(etag)) return reply.code(304).send();
    return reply.header('content-type', 'application/graphql; charset=utf-8').send(text);
  });
}
