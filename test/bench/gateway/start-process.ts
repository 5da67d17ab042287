import type { ChildProcess } from 'node:child_process';
import { fork, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Setup, Started, Used } from './setup.ts';

/** A process of the bench, running and measured. */
export interface Process {
  readonly urls: Started['urls'];
  used(): Promise<Used>;
  stop(): Promise<void>;
}

/** How long a process may take to start or to answer. */
const patienceMs = 60_000;

/** Node's own options in production, which every gateway of the bench is given. */
function productionOptions(): readonly string[] {
  const dockerfile = readFileSync(new URL('../../../Dockerfile', import.meta.url), 'utf8');
  const entry = /^ENTRYPOINT (\[.*\])$/m.exec(dockerfile)?.[1];
  return (JSON.parse(entry ?? '[]') as readonly string[]).filter((word) => word.startsWith('--'));
}

/** Starts one of the bench's processes as production runs it, on one core where cores can be chosen. Rejects where it does not start. */
export async function startProcess(file: string, setup: Setup, core: number | undefined): Promise<Process> {
  const child = fork(new URL(file, import.meta.url), {
    execArgv: [
      '--import',
      '@trellis/platform/typescript',
      ...productionOptions(),
      ...(process.env['BENCH_NODE_OPTIONS']?.split(' ').filter(Boolean) ?? []),
    ],
    env: { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true' },
    // What a gateway logs goes where logs are cheap; what it complains of is shown.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { urls } = await ask<Started>(child, setup);
  pin(child.pid, core);
  return {
    urls,
    used: () => ask<Used>(child, {}),
    async stop() {
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await ended;
    },
  };
}

/** Puts a process with all its threads on one core; false where cores cannot be chosen here. */
export function pin(pid: number | undefined, core: number | undefined): boolean {
  if (pid === undefined || core === undefined) return false;
  return spawnSync('taskset', ['-acp', String(core), String(pid)]).status === 0;
}

function ask<Answer>(child: ChildProcess, message: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      child.off('message', answered).off('exit', ended);
      finish();
    };
    const answered = (answer: unknown): void => settle(() => resolve(answer as Answer));
    const ended = (): void => settle(() => reject(new Error('A process of the bench ended too soon.')));
    const timer = setTimeout(() => {
      child.kill();
      settle(() => reject(new Error('A process of the bench does not answer.')));
    }, patienceMs);
    child.once('message', answered).once('exit', ended);
    child.send(message);
  });
}
