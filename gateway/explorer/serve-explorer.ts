import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { explorerHeaders } from '../security-headers.ts';

const { resolve } = createRequire(import.meta.url);
const own = (name: string) => fileURLToPath(new URL(`assets/${name}`, import.meta.url));

/** The files that the explorer is made of, all on this machine, each under a name of ours. */
const explorerAssets: ReadonlyMap<string, string> = new Map([
  ['/explorer', own('index.html')],
  ['/explorer/explorer.css', own('explorer.css')],
  ['/explorer/explorer.js', own('explorer.js')],
  ['/explorer/memory-storage.js', own('memory-storage.js')],
  ['/explorer/requester-bar.js', own('requester-bar.js')],
  ['/explorer/graphiql.css', resolve('graphiql/graphiql.min.css')],
  ['/explorer/graphiql.js', resolve('graphiql/graphiql.min.js')],
  ['/explorer/react.js', join(dirname(resolve('react')), 'umd/react.production.min.js')],
  ['/explorer/react-dom.js', join(dirname(resolve('react-dom')), 'umd/react-dom.production.min.js')],
]);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/**
 * Serves GraphiQL under `/explorer`, from disk, on the origin of the graph itself. A fixed list of files is all there is to
 * serve, so nothing here reads a path from a request. `issuerDiscovery`: the metadata of a development issuer, which gives a token
 * for anybody; without one, a token is typed in.
 */
export function serveExplorer(app: FastifyInstance, issuerDiscovery?: string): void {
  const development = issuerDiscovery === undefined ? null : new URL('/development/', issuerDiscovery);
  const headers = explorerHeaders(development?.origin);
  for (const [url, file] of explorerAssets) {
    app.get(url, async (_request, reply) =>
      reply
        .headers(headers)
        .header('content-type', types[extname(file)])
        .send(await readFile(file)),
    );
  }
  app.get('/explorer/settings.json', (_request, reply) => reply.headers(headers).send({ development }));
}
