import { link, mkdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { unlinkSync } from 'node:fs';
import { dirname } from 'node:path';

export interface LockFile {
  release(): Promise<void>;
}

/** Another process has the directory. */
export class InUse extends Error {}

/**
 * Takes a directory for this process, by a file beside it. The embedded database has no lock of its own: two processes on one directory
 * destroy it. A lock left by a process that no longer runs is taken over; a live one is an error that says who holds it.
 */
export async function takeLockFile(directory: string): Promise<LockFile> {
  const path = `${directory}.lock`;
  const mine = JSON.stringify({ pid: process.pid, started: await startOf(process.pid) });
  await mkdir(dirname(path), { recursive: true });
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await writeFile(path, mine, { flag: 'wx' });
      return held(path);
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    }
    const found = await readIfThere(path);
    if (found === undefined) continue;
    const holder = holderOf(found);
    if (holder !== undefined && (await isRunning(holder))) {
      throw new InUse(
        `The embedded database in ${directory} is in use by process ${holder.pid}. ` +
          'Stop that process, or set TRELLIS_DATA to another directory.',
      );
    }
    await removeStale(path, found);
  }
  throw new Error(`The lock file ${path} could not be taken: other processes are starting on the same directory.`);
}

function held(path: string): LockFile {
  const onExit = (): void => unlinkSync(path);
  process.once('exit', onExit);
  return {
    async release() {
      process.removeListener('exit', onExit);
      await rm(path, { force: true });
    },
  };
}

/** Removes the stale lock that was read, and never one that another process took in the meantime. */
async function removeStale(path: string, found: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== found) await link(aside, path);
  await unlink(aside);
}

interface Holder {
  readonly pid: number;
  readonly started: string | null;
}

/** Undefined when the file holds no process id: its writer died before it wrote. */
function holderOf(text: string): Holder | undefined {
  const match = /^\{"pid":(\d+),"started":(?:"([^"]*)"|null)\}$/.exec(text);
  return match?.[1] === undefined ? undefined : { pid: Number(match[1]), started: match[2] ?? null };
}

async function isRunning(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return isCode(error, 'EPERM');
  }
  // The number may have been given to another process since: compare when it started, where the system tells.
  return (await startOf(holder.pid)) === holder.started;
}

/** The start of a process, in the system's own ticks; null where `/proc` does not say. */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readIfThere(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return undefined;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
