import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openPostgres } from '@trellis/platform';
import type { Database } from '@trellis/platform';

const url = process.env['TEST_DATABASE_URL'];
const itWithPostgres = url === undefined ? it.skip : it;

/** Stands before a Postgres; what went through it until it is told so goes nowhere afterwards, and nobody is told. */
class Wire {
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((client) => {
    const { hostname, port } = new URL(url ?? '');
    const server = connect(Number(port || 5432), hostname);
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.pipe(server).pipe(client);
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const opened = new URL(url ?? '');
    opened.hostname = '127.0.0.1';
    opened.port = String((this.#server.address() as AddressInfo).port);
    return opened.href;
  }

  fallSilent(): void {
    for (const socket of this.#sockets) socket.unpipe().pause();
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}

const wire = new Wire();
let database: Database | undefined;

beforeAll(async () => {
  if (url !== undefined) database = openPostgres({ url: await wire.open(), max: 2, statementTimeoutMs: 200 });
});
afterAll(async () => {
  wire.close();
  await database?.close();
});

itWithPostgres('a database that falls silent is given up, and asked again by another connection', async () => {
  const one = () => database?.query('select 1 as one');
  const inTransaction = () => database?.transaction((tx) => tx.query('select 1 as one'));
  await Promise.all([one(), one()]);
  wire.fallSilent();
  const ends = await Promise.allSettled([one(), inTransaction()]);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await one()).toMatchObject({ rows: [{ one: 1 }] });
  expect(await inTransaction()).toMatchObject({ rows: [{ one: 1 }] });
});
