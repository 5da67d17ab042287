// Files that make a second start fast, kept under node_modules/.cache beside the installed packages. Plain JavaScript: worker threads and the hook that
// reads TypeScript use it too.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';

const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
/** The directory of the kept files. */
export const packageCache = join(entry.slice(0, entry.lastIndexOf('node_modules')), 'node_modules/.cache/trellis');

/** The content of a kept file; undefined where it was not kept. */
export function readKept(name) {
  try {
    return readFileSync(join(packageCache, name));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Keeps a file, whole or not at all, whoever else is writing it. Where nobody may write, each start takes its time again. */
export function writeKept(name, content) {
  const file = join(packageCache, name);
  const written = `${file}.${randomUUID()}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(written, content);
    renameSync(written, file);
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM', 'ENOSPC'].includes(error.code)) throw error;
  }
}
