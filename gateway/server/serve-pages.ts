import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerHeaders } from '../security-headers.ts';

/** The people's pages, as `apps/build.mjs` leaves them. */
export interface PagesOptions {
  /** Folders of built pages; a later one may add to an earlier one. */
  readonly directories: readonly string[];
  /** The issuer that signs people in, as the pages' own script reads it from `/pages/settings.json`. */
  readonly issuer: {
    /** The `iss` of its tokens. */
    readonly name: string;
    /** The address of its metadata (OpenID Connect Discovery). */
    readonly discovery: string;
    readonly scope: string;
  };
  readonly development: boolean;
}

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly br: Buffer | undefined;
  readonly gzip: Buffer | undefined;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};
/** The addresses at which each page answers; what lies below one is the same page, which reads the address itself. */
const addresses: Readonly<Record<string, readonly string[]>> = {
  front: ['/'],
  console: ['/console', '/console/*'],
  family: ['/family', '/family/*'],
  'signed-in': ['/signed-in'],
};

/** The pages on which people sign in. */
const signsIn: ReadonlySet<string> = new Set(['console', 'family']);

/** What a page's script is sure to ask for is asked for beside the script, and not after it: on a slow network each wait is half a second. */
const preloaded = (url: string): string => `<${url}>; rel=preload; as=fetch; crossorigin`;

/** So that the page that a sign-in comes back to waits for no script of its own. */
const prefetched = (url: string): string => `<${url}>; rel=prefetch; as=script; crossorigin`;

/** The scripts of the page that a sign-in comes back to, where it is in this folder. */
function scriptsOfReturn(directory: string): readonly string[] {
  const page = join(directory, 'signed-in/index.html');
  if (!existsSync(page)) return [];
  return [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="(\/pages\/[^"]+\.js)"/g)].map(([, url = '']) => url);
}

/**
 * Serves the people's pages from disk, on the origin of the graph itself. Every file is read before the first request, so no path
 * of a request is ever looked up on disk. A page runs scripts and styles of this origin alone, none of them in the page, may be framed
 * by nobody, and connects to the graph and to whoever signs people in.
 */
export function servePages(app: FastifyInstance, options: PagesOptions): void {
  const { directories, issuer, development } = options;
  const settings = JSON.stringify({ issuer, development });
  const headers = pageHeaders(new URL(issuer.discovery).origin);
  const early = [
    ...['/pages/settings.json', issuer.discovery].map(preloaded),
    ...directories.flatMap(scriptsOfReturn).map(prefetched),
  ].join(', ');
  app.get('/pages/settings.json', (_request, reply) =>
    reply.headers(answerHeaders).type('application/json; charset=utf-8').send(settings),
  );
  for (const directory of directories.filter((each) => existsSync(each))) {
    for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
      const type = types[extname(name)];
      if (type === undefined) continue;
      const asset = readAsset(join(directory, name), type);
      if (extname(name) !== '.html') {
        // The name is made from the content: what has it never changes.
        const always = { ...headers, 'cache-control': 'public, max-age=31536000, immutable' };
        app.get(`/${name.replaceAll('\\', '/')}`, (request, reply) => send(asset, always, { request, reply }));
        continue;
      }
      const [page = ''] = name.split(/[\\/]/);
      // The page that a sign-in comes back to keeps its tie to the window that opened it, so that it can close itself.
      const own =
        page === 'signed-in'
          ? { ...headers, 'cross-origin-opener-policy': 'unsafe-none' }
          : signsIn.has(page)
            ? { ...headers, link: early }
            : headers;
      for (const url of addresses[page] ?? []) app.get(url, (request, reply) => send(asset, own, { request, reply }));
    }
  }
}

function readAsset(file: string, type: string): Asset {
  const encoded = (suffix: string) => (existsSync(file + suffix) ? readFileSync(file + suffix) : undefined);
  return { type, plain: readFileSync(file), br: encoded('.br'), gzip: encoded('.gz') };
}

function send(
  asset: Asset,
  headers: Readonly<Record<string, string>>,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): FastifyReply {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  reply.headers(headers).header('content-type', asset.type).header('vary', 'accept-encoding');
  for (const encoding of ['br', 'gzip'] as const) {
    const body = asset[encoding];
    if (body !== undefined && new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0)`).test(accepted)) {
      return reply.header('content-encoding', encoding).send(body);
    }
  }
  return reply.send(asset.plain);
}

function pageHeaders(issuerOrigin: string): Readonly<Record<string, string>> {
  return {
    ...answerHeaders,
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      `connect-src 'self' ${issuerOrigin}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin-allow-popups',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'x-frame-options': 'DENY',
  };
}
