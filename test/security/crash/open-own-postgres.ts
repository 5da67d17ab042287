import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '@trellis/platform';

/** A Postgres server of the test's own, to be killed. */
export interface OwnPostgres {
  readonly url: string;
  /** `kill -9` of the whole server, and a start that recovers by itself; resolves once it answers again. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/** Opens one; undefined on a machine that has no Postgres programs, or on which nobody may start them. */
export async function openOwnPostgres(): Promise<OwnPostgres | undefined> {
  const bin = programs();
  const user = bin === undefined ? undefined : whoStartsIt();
  if (bin === undefined || user === undefined) return undefined;
  const directory = mkdtempSync(join(tmpdir(), 'trellis-crash-'));
  if (user.uid !== undefined) chownSync(directory, user.uid, user.gid ?? user.uid);
  const data = join(directory, 'data');
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust'], { ...user, cwd: directory });
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${String(port)}/postgres`;
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100'];
  const start = (): ChildProcess =>
    spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], {
      ...user,
      cwd: directory,
      stdio: 'ignore',
    });
  let server = start();
  await untilItAnswers(url, () => server);
  return {
    url,
    async crash() {
      await kill(server, 'SIGKILL');
      // Until those it had started have noticed and gone, another one refuses to start on the same data.
      await untilItAnswers(url, () => {
        if (server.exitCode !== null || server.signalCode !== null) server = start();
        return server;
      });
    },
    async close() {
      await kill(server, 'SIGQUIT');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function programs(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

/** Postgres does not start as root: there it is started as the user that its package made. */
function whoStartsIt(): { readonly uid?: number; readonly gid?: number } | undefined {
  if (process.getuid?.() !== 0) return {};
  try {
    const [uid, gid] = ['-u', '-g'].map((which) => Number(execFileSync('id', [which, 'postgres'], { stdio: 'pipe' })));
    return { uid: uid ?? 0, gid: gid ?? 0 };
  } catch {
    return undefined; // there is no such user
  }
}

async function untilItAnswers(url: string, server: () => ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    server();
    const database = openPostgres({ url, max: 1, connectTimeoutMs: 1_000 });
    const answers = await database.query('select 1 as one').then(
      () => true,
      () => false,
    );
    await database.close();
    if (answers) return;
    if (Date.now() > deadline) throw new Error('Postgres did not start again.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function kill(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill(signal);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
