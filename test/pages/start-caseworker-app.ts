import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import type { World } from './world.ts';

const example = fileURLToPath(new URL('../../examples/caseworker/', import.meta.url));
const react = fileURLToPath(new URL('../../apps/node_modules/', import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Builds the example as its own package would, with the packages that are installed here. */
function build(folder: string, discovery: string): void {
  const script = `
    import { build } from 'vite';
    await build({ configFile: false, root: ${JSON.stringify(example)}, logLevel: 'error',
      resolve: { alias: { react: ${JSON.stringify(`${react}react`)}, 'react-dom': ${JSON.stringify(`${react}react-dom`)} } },
      build: { outDir: ${JSON.stringify(folder)}, emptyOutDir: true } });`;
  const env = { ...process.env, NODE_ENV: 'production', VITE_DISCOVERY: discovery, VITE_REGISTERED: 'true' };
  for (const args of [[`${example}generate.mjs`], ['--input-type=module', '-e', script]]) {
    const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`The example could not be built:\n${stderr}`);
  }
}

/** The registered text of an operation that is named by its hash alone, as a gateway finds it; a text that was sent counts for nothing. */
function byHash(body: string, texts: readonly string[]): string {
  const { query, extensions, ...rest } = JSON.parse(body) as {
    query?: string;
    extensions?: { persistedQuery?: { sha256Hash?: string } };
  };
  const asked = extensions?.persistedQuery?.sha256Hash;
  const found = texts.find((text) => createHash('sha256').update(text).digest('hex') === asked);
  return JSON.stringify({ ...rest, query: query === undefined ? found : undefined });
}

/** Serves it with the graph behind the same origin, as its own proxy would, and its operations registered. */
function serve(folder: string, gateway: string): Promise<Server> {
  const texts = JSON.parse(readFileSync(`${example}operations.json`, 'utf8')) as readonly string[];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/graphql') {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { authorization = '', 'purpose-of-use': purpose = '' } = request.headers;
        const headers = { authorization, 'purpose-of-use': String(purpose), 'content-type': 'application/json' };
        void fetch(`${gateway}/graphql`, {
          method: 'POST',
          headers,
          body: byHash(Buffer.concat(chunks).toString(), texts),
        }).then(async (answer) => {
          response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
        });
      });
      return;
    }
    const file = path === '/' ? 'index.html' : path.slice(1);
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' });
    response.end(readFileSync(join(folder, file)));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** The size in gzip of all that the app ever loads. */
function compressedSize(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => Object.hasOwn(types, extname(name)))
    .reduce((total, name) => total + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);
}

/** The partner app that developers copy, built and served. */
export interface CaseworkerApp {
  readonly url: string;
  /** The size in gzip of all that it ever loads. */
  readonly bytes: number;
  readonly close: () => Promise<void>;
}

export async function startCaseworkerApp({ network, url }: World): Promise<CaseworkerApp> {
  const folder = await mkdtemp(join(tmpdir(), 'trellis-caseworker-'));
  build(folder, `${network.urls.issuer}/.well-known/openid-configuration`);
  const server = await serve(folder, url);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    bytes: compressedSize(folder),
    close: async () => {
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}
