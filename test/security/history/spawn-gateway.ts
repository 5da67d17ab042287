import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { GatewayStart, ToGateway } from './gateway-process.ts';

/** A gateway in a process of its own. */
export interface SpawnedGateway {
  readonly url: string;
  /** Sets its clock wrong by so much. */
  shift(milliseconds: number): void;
  /** `kill -9`: nothing is finished, nothing is closed. */
  kill(): Promise<void>;
}

const file = fileURLToPath(new URL('gateway-process.ts', import.meta.url));

/** Starts one and resolves once it listens. */
export async function spawnGateway(start: GatewayStart): Promise<SpawnedGateway> {
  const child = fork(file, [], {
    execArgv: ['--import', '@trellis/platform/typescript'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const tell = (message: ToGateway): void => {
    if (child.connected) child.send(message);
  };
  tell({ start });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message: { url: string }) => resolve(message.url));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the gateway ended with ${String(code)} before it listened`)));
  });
  return { url, shift: (shiftMs) => tell({ shiftMs }), kill: () => kill(child) };
}

function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
