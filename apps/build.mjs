// Builds the pages into dist/: types from the graph, bundles, and each file once more in the encodings that browsers ask for.
// `node apps/build.mjs` builds what every network serves; `--development` also the front page of the development network.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { rememberBuilt } from './built.mjs';
import { generate } from './generate.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const modes = process.argv.includes('--development') ? ['production', 'development'] : ['production'];

await generate();
for (const mode of modes) {
  await build({ configFile: join(root, 'vite.config.ts'), mode });
  const directory = join(root, 'dist', mode);
  for (const name of readdirSync(directory, { recursive: true })) {
    if (!/\.(js|css|html)$/.test(name)) continue;
    const file = join(directory, name);
    const bytes = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(bytes));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

if (modes.includes('development')) rememberBuilt();
