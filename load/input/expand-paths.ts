import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LoadRefused } from '../load-refused.ts';
import { fileAt } from './file-at.ts';
import type { InputFile } from './input-file.ts';
import { readArchive } from './read-archive.ts';

const exported = /\.(xml|json|ndjson|jsonl|csv|txt|dat)(\.gz)?$/i;

/**
 * The files given; for a directory every file of an export's kind in it and below, and for a zip archive every one in it, by name. What
 * cannot be looked at stays, to be refused by name.
 */
export async function expandPaths(paths: readonly string[]): Promise<readonly InputFile[]> {
  const found: InputFile[] = [];
  for (const path of paths) {
    const isDirectory = await stat(path).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (!isDirectory) found.push(...(await filesAt(path)));
    else {
      const entries = await readdir(path, { recursive: true, withFileTypes: true });
      const files = entries.filter(
        (entry) => entry.isFile() && !isHidden(entry.name) && (exported.test(entry.name) || isArchive(entry.name)),
      );
      for (const inside of files.map((entry) => join(entry.parentPath, entry.name)).sort())
        found.push(...(await filesAt(inside)));
    }
  }
  return found;
}

async function filesAt(path: string): Promise<readonly InputFile[]> {
  if (!isArchive(path)) return [fileAt(path)];
  try {
    const inside = (await readArchive(path)).filter(
      ({ name, folder }) => exported.test(name) && !isHidden(name) && !/\/__MACOSX(\/|$)/.test(folder),
    );
    if (inside.length === 0) throw new LoadRefused('the zip archive holds no file that is read');
    return inside.sort((one, other) => (`${one.folder}/${one.name}` < `${other.folder}/${other.name}` ? -1 : 1));
  } catch (error) {
    return [unreadable(path, error)];
  }
}

/** The files that a system keeps beside others for itself, and packs with them: `._users.csv`. */
function isHidden(name: string): boolean {
  return name.startsWith('.');
}

function isArchive(path: string): boolean {
  return /\.zip$/i.test(path);
}

/** An archive that cannot be opened, in the place of its files: reading it says why. */
function unreadable(path: string, why: unknown): InputFile {
  return {
    name: basename(path),
    folder: path,
    size: 0,
    // oxlint-disable-next-line require-yield -- there is nothing to give
    async *bytes() {
      throw why;
    },
  };
}
