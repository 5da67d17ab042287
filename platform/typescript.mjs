// `node --import @trellis/platform/typescript FILE.ts` runs TypeScript without a build. Node 22.18 and later strip types themselves and need nothing of this
// file; Node 20 gets a module hook that does the same with the library that newer releases of Node carry. Types are blanked out and nothing is moved, so a
// stack trace names the lines of the source.
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

const nodeStripsTypes = Boolean(process.features.typescript);
if (isMainThread && !nodeStripsTypes) register(import.meta.url);

const stripper = nodeStripsTypes ? undefined : (await import('@swc/wasm-typescript')).default;

/** Module hook of Node 20: strips the types of TypeScript files and leaves every other file to Node. */
export async function load(url, context, nextLoad) {
  if (stripper === undefined || !/\.m?ts$/.test(url)) return nextLoad(url, context);
  const filename = fileURLToPath(url);
  const { code } = stripper.transformSync(await readFile(filename, 'utf8'), {
    mode: 'strip-only',
    module: true,
    filename,
  });
  return { format: 'module', source: code, shortCircuit: true };
}
