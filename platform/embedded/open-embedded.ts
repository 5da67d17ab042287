import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { plainName, type Database, type Queryable } from '../database.ts';
import type { EmbeddedServer } from './embedded-server.ts';
import { joinShared } from './join-shared.ts';
import { InUse, takeLockFile, type LockFile } from './lock-file.ts';
import { share } from './share.ts';
import { startWorker } from './start-worker.ts';
import { ReadWriteLock } from './read-write-lock.ts';

export interface EmbeddedOptions {
  /** The directory where the data is kept; in memory when undefined. */
  readonly directory: string | undefined;
  /** True to work with the directory through another process where that one has it. Otherwise that is an error. */
  readonly join?: boolean | undefined;
}

interface Reply {
  readonly rows: never[];
  readonly rowCount: number;
}

/**
 * Starts PGlite in a worker thread. It has one session: transactions run one after the other, in the order they were asked for. Rejects when another
 * process has the directory, unless this one may join it.
 */
export async function openEmbedded({ directory, join: mayJoin = false }: EmbeddedOptions): Promise<EmbeddedServer> {
  const path = directory === undefined ? undefined : resolve(directory);
  if (path !== undefined) await mkdir(dirname(path), { recursive: true });
  let lock: LockFile | undefined;
  try {
    lock = path === undefined ? undefined : await takeLockFile(path);
  } catch (error) {
    if (path !== undefined && mayJoin && error instanceof InUse) return joinShared(path);
    throw error;
  }
  const fresh = path === undefined || !(await exists(join(path, 'PG_VERSION')));
  const worker = await startWorker({ directory: path, fresh }).catch(async (error: unknown) => {
    await lock?.release();
    throw error;
  });
  const session = new ReadWriteLock();
  const inTransaction = new AsyncLocalStorage<{ open: boolean }>();

  const refuseNesting = (): void => {
    if (inTransaction.getStore()?.open === true) {
      throw new Error(
        'A transaction is open here: use its handle. The embedded database has one session and would wait for itself.',
      );
    }
  };

  const database = (schema: string): Database => ({
    schema,
    async query(text, values) {
      refuseNesting();
      return session.shared(() => worker.ask<Reply>('run', { schema, text, values }));
    },
    async transaction(run) {
      refuseNesting();
      return session.exclusive(async () => {
        const state = { open: true };
        const tx: Queryable = {
          query: (text, values) => {
            if (!state.open) return Promise.reject(new Error('This transaction has ended.'));
            return worker.ask<Reply>('query', { schema, text, values });
          },
        };
        try {
          await worker.ask('begin', { schema });
          const result = await inTransaction.run(state, () => run(tx));
          state.open = false;
          await worker.ask('commit', {});
          return result;
        } catch (error) {
          state.open = false;
          await worker.ask('rollback', {});
          throw error;
        }
      });
    },
    close: () => Promise.resolve(),
  });

  const open = async (schema: string): Promise<Database> => {
    await session.exclusive(() => worker.ask('provision', { schema: plainName(schema) }));
    return database(schema);
  };
  const shared = path === undefined ? undefined : await share(path, open);
  let closing: Promise<void> | undefined;
  return {
    database: open,
    close() {
      closing ??= (async () => {
        try {
          await shared?.close();
          await session.exclusive(() => worker.close());
        } finally {
          await lock?.release();
        }
      })();
      return closing;
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
