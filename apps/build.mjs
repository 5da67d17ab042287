// Builds the pages into dist/: types from the graph, bundles, and each file once more in the encodings that browsers ask for.
// `node apps/build.mjs` builds what every network serves; `--development` also the front page of the development network.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { rememberBuilt } from './built.mjs';
import { generate } from './generate.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const modes = process.argv.includes('--development') ? ['production', 'development'] : ['production'];

// Whoever builds, also a test: the pages are the same.
process.env.NODE_ENV = 'production';
await generate();
for (const mode of modes) {
  // Built beside and put in place whole, so that a network that starts meanwhile never reads half of it.
  const directory = join(root, 'dist', `${mode}.${process.pid}`);
  await build({ configFile: join(root, 'vite.config.ts'), mode, build: { outDir: directory } });
  for (const name of readdirSync(directory, { recursive: true })) {
    if (!/\.(js|css|html)$/.test(name)) continue;
    const file = join(directory, name);
    const bytes = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(bytes));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
  const place = join(root, 'dist', mode);
  mkdirSync(join(root, 'dist'), { recursive: true });
  rmSync(place, { recursive: true, force: true });
  renameSync(directory, place);
}

if (modes.includes('development')) rememberBuilt();
