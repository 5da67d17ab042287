import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from './catalogue.ts';
import { CatalogueMoved } from './catalogue-moved.ts';
import type { Version } from './version.ts';

/**
 * The catalogue of a small network: a folder with one file for each version, `000017.json`, and one for each time that bits were given out,
 * `bits-000003.json`. A file is made whole or not at all, once, and never changed, so several processes may share the folder.
 */
export function openFolderCatalogue(folder: string, now: () => number = Date.now): Catalogue {
  const all = async (): Promise<Version[]> =>
    Promise.all((await numbersIn(folder, '')).map((n) => read<Version>(n, '')));
  const read = async <Kept>(number: number, prefix: string): Promise<Kept> =>
    JSON.parse(await readFile(join(folder, fileName(number, prefix)), 'utf8')) as Kept;
  const generation = async (): Promise<number> => (await numbersIn(folder, '')).at(-1) ?? 0;
  return {
    generation,
    async current() {
      const versions = await all();
      const latest = new Map(versions.map((version) => [version.agency, version]));
      return {
        generation: versions.at(-1)?.number ?? 0,
        versions: [...latest.values()].sort((a, b) => (a.agency < b.agency ? -1 : 1)),
      };
    },
    versionsOf: async (agency) => (await all()).filter((version) => version.agency === agency).reverse(),
    async publish(draft, after) {
      if ((await generation()) !== after) throw new CatalogueMoved();
      const version: Version = { ...draft, number: after + 1, at: now() };
      if (!(await createOnce(folder, fileName(version.number, ''), version))) throw new CatalogueMoved();
      return version;
    },
    async bits(codes) {
      for (;;) {
        const batches = await numbersIn(folder, 'bits-');
        const known = (await Promise.all(batches.map((number) => read<string[]>(number, 'bits-')))).flat();
        const missing = [...new Set(codes)].filter((code) => !known.includes(code));
        const next = fileName((batches.at(-1) ?? 0) + 1, 'bits-');
        // Where another process was first, what it gave out is read, and asked again.
        if (missing.length === 0 || (await createOnce(folder, next, missing)))
          return new Map([...known, ...missing].map((code, bit) => [code, bit]));
      }
    },
  };
}

function fileName(number: number, prefix: string): string {
  return `${prefix}${String(number).padStart(6, '0')}.json`;
}

/** The numbers of the files of this kind, in order. */
async function numbersIn(folder: string, prefix: string): Promise<number[]> {
  const pattern = new RegExp(`^${prefix}(\\d{6,})\\.json$`);
  const names = await readdir(folder).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  });
  return names
    .flatMap((name) => pattern.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

/** Makes a file, whole and flushed, unless it is there; tells which. */
async function createOnce(folder: string, name: string, content: unknown): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${randomUUID()}`);
  await writeFile(draft, `${JSON.stringify(content, null, 1)}\n`, { flag: 'wx', flush: true });
  try {
    await link(draft, join(folder, name));
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await unlink(draft);
  }
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
