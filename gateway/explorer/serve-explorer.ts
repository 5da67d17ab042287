import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { explorerHeaders } from '../server/security-headers.ts';

const { resolve } = createRequire(import.meta.url);
const own = (name: string) => fileURLToPath(new URL(`assets/${name}`, import.meta.url));

/** What the explorer is made of: files of this machine, each under a name of ours. */
export const explorerAssets: ReadonlyMap<string, string> = new Map([
  ['/explorer', own('index.html')],
  ['/explorer/explorer.css', own('explorer.css')],
  ['/explorer/explorer.js', own('explorer.js')],
  ['/explorer/graphiql.css', resolve('graphiql/graphiql.min.css')],
  ['/explorer/graphiql.js', resolve('graphiql/graphiql.min.js')],
  ['/explorer/react.js', resolve('react/umd/react.production.min.js')],
  ['/explorer/react-dom.js', resolve('react-dom/umd/react-dom.production.min.js')],
]);

/** Serves GraphiQL under `/explorer`, from disk, on the origin of the graph itself. */
export async function serveExplorer(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, { root: dirname(own('index.html')), serve: false, cacheControl: false });
  for (const [url, file] of explorerAssets) {
    app.get(url, (_request, reply) =>
      // Kept by the browser and asked for again by its tag: half the explorer is one file of some megabytes.
      reply.headers({ ...explorerHeaders, 'cache-control': 'no-cache' }).sendFile(basename(file), dirname(file)),
    );
  }
}
