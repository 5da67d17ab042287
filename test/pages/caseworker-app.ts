import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { idOf } from '../e2e/network/people.ts';
import { faultsOf, isWiderThanWindow, openWindow } from './browser.ts';
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
  const env = { ...process.env, NODE_ENV: 'production', VITE_DISCOVERY: discovery };
  for (const args of [[`${example}generate.mjs`], ['--input-type=module', '-e', script]]) {
    const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`The example could not be built:\n${stderr}`);
  }
}

/** Serves it with the graph behind the same origin, as its own proxy would. */
function serve(folder: string, gateway: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/graphql') {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { authorization = '', 'purpose-of-use': purpose = '' } = request.headers;
        const headers = { authorization, 'purpose-of-use': String(purpose), 'content-type': 'application/json' };
        void fetch(`${gateway}/graphql`, { method: 'POST', headers, body: Buffer.concat(chunks) }).then(
          async (answer) => {
            response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
          },
        );
      });
      return;
    }
    const file = path === '/' ? 'index.html' : path.slice(1);
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' });
    response.end(readFileSync(join(folder, file)));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** The partner app that developers copy, as a caseworker uses it. */
export function caseworkerApp(world: () => World): void {
  it('tells withheld from shown, says how to ask, and finds nobody without saying whether there is somebody', async () => {
    const { network, browser, url } = world();
    const folder = await mkdtemp(join(tmpdir(), 'trellis-caseworker-'));
    build(folder, `${network.urls.issuer}/.well-known/openid-configuration`);
    const server = await serve(folder, url);
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { page, context, complaints } = await openWindow(browser, { width: 'phone' });
    try {
      await page.goto(`http://127.0.0.1:${String(port)}/`);
      await page.getByRole('link', { name: /M\. Renaud/ }).click();
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('button', { name: 'Adèle Rivard' }).click();
      await page.getByRole('heading', { name: 'Adèle Rivard' }).waitFor();
      expect(await page.locator('.withheld').first().innerText()).toMatch(/Withheld\..*may consent/);
      expect(await page.locator('dl').innerText()).toMatch(/Risk\s+HIGH/);
      expect(await faultsOf(page)).toEqual([]);
      expect(await isWiderThanWindow(page)).toBe(false);
      expect(page.url()).not.toContain(idOf('Adèle'));
      await page.getByRole('button', { name: 'Is this child safe tonight?' }).click();
      await page.getByLabel(/number for the child/).fill('no such number');
      await page.getByRole('button', { name: 'Find' }).click();
      await page.getByText(/Nobody was found/).waitFor();
      expect(await page.evaluate('({ ...sessionStorage, ...localStorage })')).toEqual({});
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
      server.close();
      await rm(folder, { recursive: true });
    }
  });
}
