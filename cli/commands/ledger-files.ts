import { createPublicKey, type KeyObject } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { Checkpoint, ExportLine } from '@trellis/ledger';
import type { LedgerData } from '@trellis/network';
import { dataDirectory } from '../data-directory.ts';
import { Failure } from '../failure.ts';

/** Runs something on the ledger of `DATABASE_URL`, or on the embedded one. */
export async function withLedger<Result>(run: (data: LedgerData) => Promise<Result>): Promise<Result> {
  const { openLedgerData } = await import('@trellis/network');
  const data = await openLedgerData(dataDirectory(), process.env);
  try {
    return await run(data);
  } finally {
    await data.close();
  }
}

/** The lines of an export; undefined for one that cannot be read. */
export async function* exportLines(path: string): AsyncGenerator<ExportLine | undefined> {
  const { readExportLine } = await import('@trellis/ledger');
  const file = createReadStream(path);
  await new Promise((resolve, reject) => file.once('open', resolve).once('error', reject)).catch(unreadable(path));
  for await (const line of createInterface({ input: file, crlfDelay: Infinity })) {
    if (line !== '') yield readExportLine(line);
  }
}

/** Public keys in PEM, each under the name that checkpoints give it. */
export async function readKeys(paths: readonly string[]): Promise<Map<string, KeyObject>> {
  const { keyName } = await import('@trellis/ledger');
  const keys = new Map<string, KeyObject>();
  for (const path of paths) {
    const pem = await readLedgerFile(path);
    let key: KeyObject;
    try {
      key = createPublicKey(pem);
    } catch {
      throw new Failure(`${path} holds no key in PEM`, { exitCode: 2 });
    }
    keys.set(keyName(key), key);
  }
  return keys;
}

/** The checkpoints that witnesses kept, from each of their files. */
export async function readKept(paths: readonly string[]): Promise<readonly Checkpoint[]> {
  const { readWitness } = await import('@trellis/ledger');
  const all: Checkpoint[] = [];
  for (const path of paths) {
    const kept = readWitness(await readLedgerFile(path));
    if (kept === undefined) throw new Failure(`${path} holds something that is no checkpoint`);
    all.push(...kept);
  }
  return all;
}

/** A file's text; standard input's where the path is `-`. */
export async function readLedgerFile(path: string): Promise<string> {
  return path === '-' ? text(process.stdin) : readFile(path, 'utf8').catch(unreadable(path));
}

export function print(value: object): void {
  console.log(JSON.stringify(value));
}

function unreadable(path: string): (error: Error) => never {
  return (error) => {
    throw new Failure(`${path} cannot be read (${error.message})`, { exitCode: 2 });
  };
}
