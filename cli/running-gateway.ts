import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataDirectory } from './data-directory.ts';

const usual = 'http://localhost:4000';

/** Where the gateway of the network that runs on a data directory listens: noted by `trellis dev` when it starts, for commands beside it. */
export const runningGateway = {
  /** Notes the address of this process's gateway; answers what takes the note away. */
  note(url: string): () => void {
    const directory = dataDirectory();
    mkdirSync(directory, { recursive: true });
    writeFileSync(fileIn(directory), JSON.stringify({ url, process: process.pid }));
    return () => {
      // Another network may have been started on the same directory since, for one agency alone.
      if (read(directory)?.process === process.pid) rmSync(fileIn(directory), { force: true });
    };
  },

  /** The gateway to ask where the command line names none: `TRELLIS_GATEWAY`, `PORT` here, the network on this data directory, port 4000 here. */
  url(env: NodeJS.ProcessEnv = process.env): string {
    if (env.TRELLIS_GATEWAY !== undefined) return env.TRELLIS_GATEWAY;
    if (env.PORT !== undefined) return `http://localhost:${env.PORT}`;
    const noted = read(dataDirectory(env));
    return noted !== undefined && isAlive(noted.process) ? noted.url : usual;
  },
};

interface Noted {
  readonly url: string;
  readonly process: number;
}

const fileIn = (directory: string): string => join(directory, 'gateway.json');

/** The note in a directory; undefined where there is none, or none that can be read. */
function read(directory: string): Noted | undefined {
  try {
    const { url, process: id } = JSON.parse(readFileSync(fileIn(directory), 'utf8')) as Partial<Noted>;
    return typeof url === 'string' && typeof id === 'number' ? { url, process: id } : undefined;
  } catch {
    return undefined;
  }
}

/** False where the process ended without taking its note away. */
function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
