import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface FolderWatch {
  close(): void;
}

const everyMs = 250;
const read = /\.(graphql|ya?ml|[cm]?[jt]s|sql|json)$/;

/**
 * Calls `onSaved` after files of these folders changed and then stood still once. It looks at times and sizes, which works on every file system; one
 * call at a time, and what is saved meanwhile is seen after it.
 */
export function watchFolders(folders: readonly string[], onSaved: () => Promise<void>): FolderWatch {
  let seen = stampOf(folders);
  let before = seen;
  let timer: NodeJS.Timeout;
  let isStopped = false;
  const look = async (): Promise<void> => {
    const now = stampOf(folders);
    const isStill = now === before;
    before = now;
    if (isStill && now !== seen) {
      seen = now;
      await onSaved();
    }
    if (!isStopped) schedule();
  };
  const schedule = (): void => {
    timer = setTimeout(() => void look(), everyMs).unref();
  };
  schedule();
  return {
    close() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

function stampOf(folders: readonly string[]): string {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((file) => read.test(file) && !file.includes('node_modules'))
    .map((file) => {
      const { mtimeMs, size } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 };
      return `${file} ${String(mtimeMs)} ${String(size)}`;
    })
    .join('\n');
}
