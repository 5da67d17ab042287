/** A freshly initialised database, kept beside the installed packages: starting from it takes a quarter of the time of initdb. */
import { Blob, Buffer } from 'node:buffer';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readKept, writeKept } from '../package-cache.mjs';

const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
const { version } = JSON.parse(readFileSync(join(dirname(dirname(entry)), 'package.json'), 'utf8'));
const name = `pglite-${version}.tar.gz`;

export function readSnapshot() {
  const kept = readKept(name);
  return kept && new Blob([kept], { type: 'application/gzip' });
}

export async function writeSnapshot(dump) {
  writeKept(name, Buffer.from(await dump.arrayBuffer()));
}
