import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const exported = /\.(xml|json|ndjson|jsonl|csv|txt)(\.gz)?$/i;

/** The files given, and for a directory every file of an export's kind in it and below, by name. What cannot be looked at stays, to be refused by name. */
export async function expandPaths(paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const isDirectory = await stat(path).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (!isDirectory) found.push(path);
    else {
      const entries = await readdir(path, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile() && exported.test(entry.name));
      found.push(...files.map((entry) => join(entry.parentPath, entry.name)).sort());
    }
  }
  return found;
}
