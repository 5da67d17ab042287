import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** One package of which something is in what browsers are sent. */
interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** Writes `bundled.json` beside the pages: every package of which a module went into them, with the version and licence that it states. */
export function listBundled(): Plugin {
  return {
    name: 'list-bundled',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((each) => (each.type === 'chunk' ? Object.keys(each.modules) : []));
      const folders = new Set(modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []));
      const all = [...folders].map(stated).sort((one, other) => (one.name < other.name ? -1 : 1));
      this.emitFile({ type: 'asset', fileName: 'bundled.json', source: `${JSON.stringify(all, null, 2)}\n` });
    },
  };
}

function stated(folder: string): Bundled {
  const { name, version, license } = JSON.parse(readFileSync(`${folder.replace(/^\0/, '')}/package.json`, 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  return { name, version, licence: license ?? 'not stated' };
}
