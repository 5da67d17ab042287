import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const apps = fileURLToPath(new URL('../../apps/', import.meta.url));
const lock = `${apps}dist/.building`;

/** Builds the pages unless what is there was made from what lies here now. Of several that want them at once one builds, and the others wait for it. */
export async function buildPages(): Promise<void> {
  while (!areBuilt()) {
    if (!takeLock()) {
      await pause(500);
      continue;
    }
    try {
      if (!areBuilt()) build();
    } finally {
      rmSync(lock);
    }
  }
}

function areBuilt(): boolean {
  const script = `import(${JSON.stringify(`${apps}built.mjs`)}).then(({ areBuilt }) => process.exit(areBuilt() ? 0 : 1))`;
  return spawnSync(process.execPath, ['-e', script]).status === 0;
}

function build(): void {
  const { status, stderr } = spawnSync(process.execPath, [`${apps}build.mjs`, '--development'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The pages could not be built:\n${stderr}`);
}

/** Whether this process builds from now on. What a process that ended left behind is taken away. */
function takeLock(): boolean {
  mkdirSync(`${apps}dist`, { recursive: true });
  try {
    const file = openSync(lock, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch {
    if (!isRunning(builder())) rmSync(lock, { force: true });
    return false;
  }
}

function builder(): number | undefined {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    // Taken this instant, and not written yet.
    return pid > 0 ? pid : process.pid;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
