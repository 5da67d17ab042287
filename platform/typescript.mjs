// `node --import @trellis/platform/typescript FILE.ts`: TypeScript with its types blanked out, nothing put in and nothing moved, by the library that newer
// releases of node carry for it. What runs is what was written: a stack trace names its lines, and no function pays for a helper.
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import stripper from '@swc/wasm-typescript';

if (isMainThread) register(import.meta.url);

/** Node's hook: everything but TypeScript is left to node. */
export async function load(url, context, nextLoad) {
  if (!/\.m?ts$/.test(url)) return nextLoad(url, context);
  const filename = fileURLToPath(url);
  const { code } = stripper.transformSync(await readFile(filename, 'utf8'), {
    mode: 'strip-only',
    module: true,
    filename,
  });
  return { format: 'module', source: code, shortCircuit: true };
}
