// `node --import @trellis/platform/typescript FILE.ts` runs TypeScript without a build. Node 22.18 and later strip types themselves; Node 20 gets a module
// hook that does the same with the library that newer releases of Node carry. Types are blanked out and nothing is moved, so a stack trace names the lines of
// the source. What was stripped or compiled before is kept: most of the time of a second start would go into it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import module, { createRequire, register } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { packageCache, readKept, writeKept } from './package-cache.mjs';

const nodeStripsTypes = Boolean(process.features.typescript);
if (isMainThread && nodeStripsTypes) module.enableCompileCache?.(join(packageCache, 'compiled'));
if (isMainThread && !nodeStripsTypes) register(import.meta.url);

const require = createRequire(import.meta.url);
const stripper = nodeStripsTypes ? undefined : require('@swc/wasm-typescript/package.json').version;

/** Module hook of Node 20: strips the types of TypeScript files and leaves every other file to Node. It has a thread of its own and may block it. */
export function load(url, context, nextLoad) {
  if (nodeStripsTypes || !/\.m?ts$/.test(url)) return nextLoad(url, context);
  const filename = fileURLToPath(url);
  const source = readFileSync(filename, 'utf8');
  const kept = `stripped/${createHash('sha256').update(`${stripper}\n${source}`).digest('hex')}`;
  return { format: 'module', source: readKept(kept) ?? strip(kept, source, filename), shortCircuit: true };
}

function strip(kept, source, filename) {
  const { transformSync } = require('@swc/wasm-typescript');
  const { code } = transformSync(source, { mode: 'strip-only', module: true, filename });
  writeKept(kept, code);
  return code;
}
