import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DatabaseError, type DatabaseErrorPlace } from '../database.ts';

export interface EmbeddedWorker {
  ask<T>(act: string, message: { schema?: string; text?: string; values?: readonly unknown[] | undefined }): Promise<T>;
  close(): Promise<void>;
}

type Message =
  | { readonly ready: true }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: { message: string; code: string } & DatabaseErrorPlace };

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/** Node has it; its types do not. */
declare const WebAssembly: { compile(code: Uint8Array): Promise<object> };

/** The code of PGlite, compiled once for all embedded databases of this process: their threads share it, with what the engine has optimised since. */
let compiled: Promise<object> | undefined;

const compile = async (): Promise<object> => {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  return WebAssembly.compile(await readFile(join(dirname(entry), 'pglite.wasm')));
};

/** Starts the worker and resolves once its database answers. When the worker ends, whatever still waits is rejected. */
export async function startWorker(data: { directory: string | undefined; fresh: boolean }): Promise<EmbeddedWorker> {
  compiled ??= compile();
  const workerData = { ...data, compiled: await compiled };
  const worker = new Worker(new URL('worker.mjs', import.meta.url), { workerData, execArgv: [] });
  const waiting = new Map<number, Waiting>();
  let ended: Error | undefined;
  let lastId = 0;

  const end = (error: Error): void => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };

  await new Promise<void>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if ('ready' in message) {
        resolve();
        return;
      }
      const caller = waiting.get(message.id);
      waiting.delete(message.id);
      if ('error' in message) {
        const { error } = message;
        caller?.reject(new DatabaseError(error.message, error.code, error));
      } else {
        caller?.resolve(message.result as never);
      }
    });
    worker.on('error', (error) => {
      end(error);
      reject(error);
    });
    worker.on('exit', () => {
      end(new Error('The embedded database is closed.'));
      reject(new Error('The embedded database did not start.'));
    });
  });

  const ask: EmbeddedWorker['ask'] = (act, message) =>
    new Promise((resolve, reject) => {
      if (ended !== undefined) {
        reject(ended);
        return;
      }
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, act, ...message });
    });

  return {
    ask,
    async close() {
      if (ended !== undefined) return;
      // In memory there is nothing to write down.
      if (data.directory !== undefined) await ask('close', {});
      await worker.terminate();
    },
  };
}
