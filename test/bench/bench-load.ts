import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What loading new children costs, each size in a process of its own with an embedded database. */
export interface LoadResult {
  readonly children: number;
  /** Seconds of CPU: reading once; telling the register; linking, mapping, writing and reading again; all but the first. */
  readonly read: number;
  readonly register: number;
  readonly rest: number;
  readonly whole: number;
  /** The process at its largest, above the one that loads an empty file. */
  readonly megabytes: number;
}

const loadOnceScript = fileURLToPath(new URL('load-once.ts', import.meta.url));

/** Loads Ed-Fi interchanges of so many students whom nobody knows. */
export async function benchLoad(log: (line: string) => void, sizes = [10_000, 50_000]): Promise<readonly LoadResult[]> {
  const directory = mkdtempSync(join(tmpdir(), 'trellis-bench-load-'));
  try {
    const empty = loadOnce(await students(join(directory, '0.xml'), 0));
    const results: LoadResult[] = [];
    for (const size of sizes) {
      const result = loadOnce(await students(join(directory, `${size}.xml`), size));
      results.push({ ...result, megabytes: result.megabytes - empty.megabytes });
      const perSecond = (seconds: number): string => `${Math.round(size / seconds)} a second`;
      log(
        `  ${size} new children: read ${perSecond(result.read)}, link and write ${perSecond(result.rest)}, register ${perSecond(result.register)}; ` +
          `${result.whole.toFixed(0)} s of CPU in all, ${(result.megabytes - empty.megabytes).toFixed(0)} MB above an empty load`,
      );
    }
    return results;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function loadOnce(path: string): LoadResult {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', '@trellis/platform/typescript', loadOnceScript, path],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the load ended with ${String(status)}: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as LoadResult;
}

const given = [
  'Ada',
  'Ben',
  'Cleo',
  'Dan',
  'Eve',
  'Finn',
  'Gus',
  'Hana',
  'Ida',
  'Jon',
  'Kai',
  'Lea',
  'Max',
  'Nia',
  'Oli',
];

/** Students of many names and birth dates, all of them new. */
async function students(path: string, count: number): Promise<string> {
  const file = createWriteStream(path);
  file.write('<InterchangeStudent xmlns="http://ed-fi.org/5.2.0">\n');
  for (let at = 0; at < count; at += 1) {
    const family = [...String((at * 7_919) % 99_991)].map((digit) => 'aeioubdgkl'[Number(digit)]).join('');
    const born = new Date(Date.UTC(2006, 0, 1) + ((at * 104_729) % 5_400) * 86_400_000).toISOString().slice(0, 10);
    file.write(
      `<Student><StudentUniqueId>${100_000 + at}</StudentUniqueId><Name><FirstName>${given[at % given.length] ?? ''}</FirstName>` +
        `<LastSurname>F${family}</LastSurname></Name><BirthData><BirthDate>${born}</BirthDate></BirthData></Student>\n`,
    );
  }
  file.end('</InterchangeStudent>\n');
  await once(file, 'close');
  return path;
}
