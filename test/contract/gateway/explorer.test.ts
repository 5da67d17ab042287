import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { stubGateway } from './stub-gateway.ts';

let gateway: Awaited<ReturnType<typeof stubGateway>>;
beforeAll(async () => {
  gateway = await stubGateway({ explorer: true, introspection: true });
});
afterAll(() => gateway.server.close());

it('is a page whose every part comes from this origin', async () => {
  const page = await fetch(`${gateway.url}/explorer`);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);

  const html = await page.text();
  expect(html).not.toMatch(/<script>|<style>|style=|\son\w+=/);
  const parts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url ?? '');
  expect(parts.filter((url) => url !== 'data:,')).toHaveLength(6);
  for (const url of parts) {
    if (url === 'data:,') continue;
    expect(url).toMatch(/^\/explorer\/[a-z-]+\.(js|css)$/);
    const part = await fetch(gateway.url + url);
    const text = await part.text();
    expect([url, part.status, part.headers.get('x-content-type-options')]).toEqual([url, 200, 'nosniff']);
    expect(part.headers.get('content-type')).toMatch(url.endsWith('.js') ? /^text\/javascript/ : /^text\/css/);
    expect(text.length).toBeGreaterThan(20);
    if (!url.endsWith('.css')) continue;
    expect(text).not.toMatch(/@import/);
    for (const [, target] of text.matchAll(/url\((["']?)([^)]{0,20})/g))
      expect(`${url} ${target ?? ''}`).not.toMatch(/http|\/\//);
    expect(text).not.toMatch(/url\(["']?(?!["']?data:)/);
  }
});

it('connects to this origin alone, and asks for a token and a purpose, where there is no development issuer', async () => {
  const page = await fetch(`${gateway.url}/explorer`);
  expect(page.headers.get('content-security-policy')).toContain("connect-src 'self';");
  expect(await (await fetch(`${gateway.url}/explorer/settings.json`)).json()).toEqual({ development: null });
});

it('gives GraphiQL a storage that is gone with the page, and no headers to keep', async () => {
  const script = await (await fetch(`${gateway.url}/explorer/explorer.js`)).text();
  expect(script).toContain('storage = memoryStorage()');
  expect(script).toContain('isHeadersEditorEnabled: false');
  for (const file of ['explorer.js', 'memory-storage.js', 'requester-bar.js']) {
    const text = await (await fetch(`${gateway.url}/explorer/${file}`)).text();
    expect(text).not.toMatch(/localStorage|sessionStorage|indexedDB|cookie/);
  }
});

it('serves no other file', async () => {
  for (const path of [
    '/explorer/',
    '/explorer/index.html',
    '/explorer/..%2f..%2fpackage.json',
    '/explorer/../serve-explorer.ts',
  ]) {
    expect([path, (await fetch(gateway.url + path)).status]).toEqual([path, 404]);
  }
});
