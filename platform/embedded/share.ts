import { createHash } from 'node:crypto';
import { chmod, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DatabaseError,
  plainName,
  sqlState,
  type Database,
  type DatabaseErrorPlace,
  type Queryable,
} from '../database.ts';
import { onFrames, sendFrame } from './frames.ts';

/** One thing asked of a shared database. `begin` to `commit` or `rollback` is one transaction, on a connection of its own. */
export interface SharedRequest {
  readonly id: number;
  readonly act: 'open' | 'query' | 'begin' | 'inside' | 'commit' | 'rollback';
  readonly schema: string;
  readonly text: string;
  readonly values: readonly unknown[] | undefined;
}

type SharedError = { readonly message: string; readonly code: string } & DatabaseErrorPlace;

export type SharedReply =
  { readonly id: number; readonly result: unknown } | { readonly id: number; readonly error: SharedError };

/** The socket at which a directory's database is shared: short, because a socket's path may not be long. */
export function socketOf(directory: string): string {
  const name = `trellis-${createHash('sha256').update(directory).digest('hex').slice(0, 24)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/**
 * Lets other processes of the same user work with the embedded database while this one has it: their statements take turns with ours. A
 * transaction whose connection breaks is rolled back.
 */
export async function share(
  directory: string,
  open: (schema: string) => Promise<Database>,
): Promise<{ close(): Promise<void> }> {
  const path = socketOf(directory);
  await rm(path, { force: true });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, open);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  if (process.platform !== 'win32') await chmod(path, 0o600);
  server.unref();
  return {
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}

function serve(socket: Socket, open: (schema: string) => Promise<Database>): void {
  const databases = new Map<string, Promise<Database>>();
  const database = (schema: string): Promise<Database> => {
    let opened = databases.get(schema);
    if (!opened) databases.set(schema, (opened = open(plainName(schema))));
    return opened;
  };
  let transaction: OpenTransaction | undefined;
  const acts: Record<SharedRequest['act'], (request: SharedRequest) => Promise<unknown>> = {
    open: async ({ schema }) => void (await database(schema)),
    query: async ({ schema, text, values }) => (await database(schema)).query(text, values),
    begin: async ({ schema }) => {
      transaction = await begin(await database(schema));
      // It waited for its turn, and whoever asked may be gone: nobody else would ever end it.
      if (socket.destroyed) await transaction.end(new Error('The connection broke.'));
    },
    inside: ({ text, values }) => started(transaction).tx.query(text, values),
    commit: () => started(transaction).end(undefined),
    rollback: () => started(transaction).end(new Error('Rolled back.')),
  };
  socket.on('error', () => socket.destroy());
  socket.on('close', () => void transaction?.end(new Error('The connection broke.')).catch(() => undefined));
  onFrames(socket, (message) => {
    const request = message as SharedRequest;
    acts[request.act](request).then(
      (result) => {
        sendFrame(socket, { id: request.id, result } satisfies SharedReply);
      },
      (error: unknown) => {
        sendFrame(socket, { id: request.id, error: described(error) } satisfies SharedReply);
      },
    );
  });
}

interface OpenTransaction {
  readonly tx: Queryable;
  /** Commits, or rolls back where there is an error; resolves when it is done. */
  end(error: Error | undefined): Promise<void>;
}

function started(transaction: OpenTransaction | undefined): OpenTransaction {
  if (!transaction) throw new Error('No transaction was begun here.');
  return transaction;
}

/** Opens a transaction and holds it until it is ended. */
function begin(database: Database): Promise<OpenTransaction> {
  return new Promise((resolve, reject) => {
    let isRollback = false;
    const whole = database.transaction(
      (tx) =>
        new Promise<void>((commit, rollback) => {
          const end = (error: Error | undefined): Promise<void> => {
            isRollback = error !== undefined;
            if (error) rollback(error);
            else commit();
            return whole.catch((failure: unknown) => {
              if (!isRollback) throw failure;
            });
          };
          resolve({ tx, end });
        }),
    );
    whole.catch(reject);
  });
}

function described(error: unknown): SharedError {
  const message = error instanceof Error ? error.message : 'The statement failed.';
  const { constraint, position }: DatabaseErrorPlace = error instanceof DatabaseError ? error : {};
  return { message, code: sqlState(error) ?? 'XX000', constraint, position };
}
