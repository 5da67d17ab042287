/** A freshly initialised database, kept beside the installed packages: starting from it takes a quarter of the time of initdb. */
import { Blob, Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
const packageDirectory = dirname(dirname(entry));
const { version } = JSON.parse(await readFile(join(packageDirectory, 'package.json'), 'utf8'));
const path = join(packageDirectory, '..', '..', '.cache', 'trellis', `pglite-${version}.tar.gz`);

export async function readSnapshot() {
  try {
    return new Blob([await readFile(path)], { type: 'application/gzip' });
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Where the packages are read-only there is no snapshot, and each start pays for itself. */
export async function writeSnapshot(dump) {
  // Several threads of several processes may be first at once: each writes its own, and the last one named stays.
  const partial = `${path}.${randomUUID()}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(partial, Buffer.from(await dump.arrayBuffer()));
    await rename(partial, path);
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw error;
  }
}
