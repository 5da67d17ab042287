import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import type { World } from './world.ts';

const dist = fileURLToPath(new URL('../../apps/dist/', import.meta.url));
const pinned = fileURLToPath(new URL('../../apps/bundled.json', import.meta.url));
const lockfile = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly integrity?: string }>>;
};
/** Licences under which a page may be given to anybody without more than its notice. */
const allowed = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD']);

function packagesIn(file: string) {
  return JSON.parse(readFileSync(file, 'utf8')) as readonly {
    readonly name: string;
    readonly version: string;
    readonly licence: string;
  }[];
}

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

/** The size in gzip of all that a page loads before anybody can sign in; with `later`, of all that it ever loads. */
function sizeOf(mode: string, page: string, later: boolean): number {
  const manifest = JSON.parse(readFileSync(join(dist, mode, 'manifest.json'), 'utf8')) as Record<string, Chunk>;
  const files = new Set<string>();
  const visit = (name: string): void => {
    const { file = '', imports = [], dynamicImports = [], css = [] } = manifest[name] ?? {};
    if (files.has(file)) return;
    for (const each of [file, ...css]) files.add(each);
    imports.forEach(visit);
    if (later) dynamicImports.forEach(visit);
  };
  visit(`${page}/index.html`);
  return [...files].reduce((total, file) => total + readFileSync(join(dist, mode, `${file}.gz`)).length, 0);
}

/** How pages are served: by which policy, in which size, and without anything of development. */
export function served(world: () => World): void {
  const pages = ['/', '/console', '/console/why', '/family', '/signed-in'];

  it.each(pages)('%s runs no script in the page, takes no frame around it, and is not kept', async (page) => {
    const response = await fetch(world().url + page);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(response.status).toBe(200);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const text = await response.text();
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=")/);
    expect(text).not.toMatch(/<style|\sstyle=|\son\w+=/);
    expect(text).not.toMatch(/(?:src|href)="(?!\/pages\/|data:,)/);
  });

  it.each(['/pages/../package.json', '/pages/%2e%2e/package.json', '/pages/production/nothing.js', '/consolex'])(
    '%s is nowhere',
    async (path) => {
      expect((await fetch(world().url + path)).status).toBe(404);
    },
  );

  // What comes later is loaded while a person signs in. A phone on a slow network has the first in about two seconds (docs/performance.md).
  it.each([
    ['production', 'console', 100_000, 300_000],
    ['production', 'family', 100_000, 200_000],
    ['development', 'front', 300_000, 300_000],
  ])('%s/%s is compressed under %i bytes at first and under %i in all', (mode, page, first, all) => {
    expect(sizeOf(mode, page, false)).toBeLessThan(first);
    expect(sizeOf(mode, page, true)).toBeLessThan(all);
  });

  it.each(['production', 'development'])(
    'what %s sends a browser is made of the packages that apps/bundled.json names, in these versions, under licences that allow it',
    (mode) => {
      const bundled = packagesIn(join(dist, mode, 'bundled.json'));
      if (process.env['UPDATE_BUNDLED'] === '1' && mode === 'production')
        writeFileSync(pinned, readFileSync(join(dist, mode, 'bundled.json')));
      // The front page of the development network needs nothing that the others do not.
      const known = packagesIn(pinned).map(({ name, version }) => `${name}@${version}`);
      const found = bundled.map(({ name, version }) => `${name}@${version}`);
      if (mode === 'production') expect(found).toEqual(known);
      else expect(found.filter((each) => !known.includes(each))).toEqual([]);
      expect(bundled.filter(({ licence }) => !allowed.has(licence))).toEqual([]);
      // In each case exactly what the lockfile installs, by hash.
      const locked = Object.entries(lockfile.packages);
      for (const { name, version } of bundled) {
        const entry = locked.find(([at, each]) => at.endsWith(`node_modules/${name}`) && each.version === version);
        expect([name, entry?.[1].integrity]).toEqual([name, expect.stringMatching(/^sha512-/)]);
      }
    },
  );

  it('what production serves has nothing of the development network in it', () => {
    const folder = join(dist, 'production');
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(js|css|html)$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    for (const word of ['/development/token', 'Whitlock', 'v7cqm3xkt5zhy2wnrgd4bfjuoa', 'front-page']) {
      expect({ word, files: texts.filter((text) => text.includes(word)).length }).toEqual({ word, files: 0 });
    }
  });
}
