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

/** Starts the worker and resolves once its database answers. When the worker ends, whatever still waits is rejected. */
export async function startWorker(data: { directory: string | undefined; fresh: boolean }): Promise<EmbeddedWorker> {
  const worker = new Worker(new URL('worker.mjs', import.meta.url), { workerData: data, execArgv: [] });
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
