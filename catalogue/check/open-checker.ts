import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CheckedGraph, GraphToCheck } from './check-graph.ts';

/** Checks graphs in a process of its own, started when first asked. */
export interface Checker {
  check(graph: GraphToCheck): Promise<CheckedGraph>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (checked: CheckedGraph) => void;
  readonly reject: (error: Error) => void;
}
type Reply = { readonly id: number; readonly checked: CheckedGraph } | { readonly id: number; readonly error: string };

/** Beside this file, and of its kind: TypeScript in the repository, JavaScript where it was built. */
const isSource = import.meta.url.endsWith('.ts');
const program = fileURLToPath(new URL(`./checker-process.${isSource ? 'ts' : 'js'}`, import.meta.url));
/** It ends after so long without work: what composing keeps in memory is freed. */
const idleMs = 120_000;

function typescriptHook(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('@trellis/platform/typescript')).href;
}

export function openChecker(): Checker {
  const waiting = new Map<number, Waiting>();
  let running: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;

  const start = (): ChildProcess => {
    const started = fork(program, [], {
      execArgv: isSource ? ['--import', typescriptHook()] : [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { PATH: process.env['PATH'], TRELLIS_NETWORK: process.env['TRELLIS_NETWORK'] },
    });
    started.on('message', (reply: Reply) => {
      const asked = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ('checked' in reply) asked?.resolve(reply.checked);
      else asked?.reject(new Error(reply.error));
      if (waiting.size === 0) idle = setTimeout(() => started.disconnect(), idleMs).unref();
    });
    started.on('exit', () => {
      if (running === started) running = undefined;
      for (const { reject } of waiting.values()) reject(new Error('The process that checks graphs has ended.'));
      waiting.clear();
    });
    started.unref();
    started.channel?.unref();
    return started;
  };

  return {
    check: (graph) =>
      new Promise((resolve, reject) => {
        clearTimeout(idle);
        running = running?.connected === true ? running : start();
        const id = (last += 1);
        waiting.set(id, { resolve, reject });
        running.send({ id, graph });
      }),
    close() {
      clearTimeout(idle);
      const ended = running;
      if (ended === undefined) return Promise.resolve();
      return new Promise((resolve) => {
        ended.once('exit', () => resolve());
        if (ended.connected) ended.disconnect();
      });
    },
  };
}
