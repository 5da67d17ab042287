import { createConnection, type Socket } from 'node:net';
import { DatabaseError, type Database, type Queryable } from '../database.ts';
import { onFrames, sendFrame } from './frames.ts';
import type { EmbeddedServer } from './embedded-server.ts';
import { socketOf, type SharedReply, type SharedRequest } from './share.ts';

type Result = { readonly rows: never[]; readonly rowCount: number };

/** Works with an embedded database that another process of this machine has open. Rejects where it is not shared. */
export async function joinShared(directory: string): Promise<EmbeddedServer> {
  const path = socketOf(directory);
  const connection = await connect(path);
  const database = (schema: string): Database => ({
    schema,
    query: (text, values) => connection.ask<Result>('query', schema, text, values),
    async transaction(run) {
      // One connection, one transaction: what runs beside it does not fall into it.
      const own = await connect(path);
      try {
        await own.ask('begin', schema);
        const tx: Queryable = { query: (text, values) => own.ask<Result>('inside', schema, text, values) };
        const result = await run(tx).catch(async (error: unknown) => {
          await own.ask('rollback', schema);
          throw error;
        });
        await own.ask('commit', schema);
        return result;
      } finally {
        own.close();
      }
    },
    close: () => Promise.resolve(),
  });
  return {
    async database(schema) {
      await connection.ask('open', schema);
      return database(schema);
    },
    close() {
      connection.close();
      return Promise.resolve();
    },
  };
}

interface Connection {
  ask<T>(act: SharedRequest['act'], schema: string, text?: string, values?: readonly unknown[]): Promise<T>;
  close(): void;
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

async function connect(path: string): Promise<Connection> {
  const socket = await new Promise<Socket>((resolve, reject) => {
    const opening = createConnection(path, () => {
      resolve(opening);
    });
    opening.once('error', reject);
  });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The process that has the database ended.'));
    waiting.clear();
  });
  onFrames(socket, (message) => {
    const reply = message as SharedReply;
    const caller = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('error' in reply) {
      caller?.reject(new DatabaseError(reply.error.message, reply.error.code, reply.error));
    } else {
      caller?.resolve(reply.result as never);
    }
  });
  return {
    ask: (act, schema, text = '', values) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        sendFrame(socket, { id, act, schema, text, values } satisfies SharedRequest);
      }),
    close: () => socket.end(),
  };
}
