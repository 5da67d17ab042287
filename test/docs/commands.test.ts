import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePorts, startNetwork, threeCommands, type Network } from '@trellis/network';
import { copyRepository } from './copy-repository.ts';
import { pages, readPage, root } from './pages.ts';
import { missing, runPage, stepsOf } from './run-page.ts';
import { patientDeadlines } from '../e2e/network/start-observed-network.ts';

/** The addresses that the pages show. */
const gateway = 'http://127.0.0.1:4000';
const admin = 'http://127.0.0.1:4001';
const perPage = 600_000;
// A page in a copy starts a network of its own, and many commands beside it.
const perCopy = 900_000;

const runnable = pages.filter((page) => stepsOf(page).length > 0);
const needsStopped = (page: string): boolean => readPage(page).startsWith('<!-- run: network stopped -->');
const needsCopy = (page: string): boolean => readPage(page).startsWith('<!-- run: in a copy -->');

let directory: string;
let network: Network;
let isRunning = false;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'trellis-docs-'));
  network = await startNetwork({ dataDirectory: directory, ports: freePorts, deadlines: patientDeadlines });
  isRunning = true;
}, perPage);

const stop = async (): Promise<void> => {
  if (isRunning) await network.close();
  isRunning = false;
};

afterAll(async () => {
  await stop();
  await rm(directory, { recursive: true });
}, perPage);

/** Runs a page's commands and answers those whose output does not hold what the page shows. */
async function wrongIn(page: string): Promise<readonly object[]> {
  const { urls } = network;
  const env = {
    PATH: `${root}node_modules/.bin:${process.env['PATH'] ?? ''}`,
    HOME: process.env['HOME'],
    TRELLIS_DATA: directory,
    TRELLIS_GATEWAY: urls.gateway,
  };
  const ran = await runPage(page, env, (text) => text.replaceAll(gateway, urls.gateway).replaceAll(admin, urls.admin));
  return ran.map((each) => ({ ...each, missing: missing(each) })).filter((each) => each.missing.length > 0);
}

describe('with the network running, the commands of', () => {
  it.each(runnable.filter((page) => !needsStopped(page) && !needsCopy(page)))(
    '%s do what it says',
    async (page) => {
      expect(await wrongIn(page)).toEqual([]);
    },
    perPage,
  );
});

describe('with the network stopped, the commands of', () => {
  beforeAll(stop, perPage);

  it.each(runnable.filter(needsStopped))(
    '%s do what it says',
    async (page) => {
      expect(await wrongIn(page)).toEqual([]);
    },
    perPage,
  );
});

it.each(runnable.filter(needsCopy))(
  'in a copy of the repository, the commands of %s do what it says',
  async (page) => {
    const copy = copyRepository(join(directory, 'copy'));
    const first = 20_000 + (process.pid % 2_000) * 20;
    const env = {
      PATH: `${copy}/node_modules/.bin:${process.env['PATH'] ?? ''}`,
      HOME: process.env['HOME'],
      PORT: String(first),
      ADMIN_PORT: String(first + 1),
      TRELLIS_PORTS_FROM: String(first + 2),
    };
    const ran = await runPage(
      page,
      env,
      // In one pass: a port that was written must not be taken for one of the guide's.
      (text) =>
        text.replaceAll(/:4(0|1)0(\d)\b/g, (_match, row: string, place: string) =>
          row === '0' ? `:${String(first + Number(place))}` : `:${String(first + 2 + Number(place))}`,
        ),
      copy,
    );
    expect(ran.map((each) => ({ ...each, missing: missing(each) })).filter((each) => each.missing.length > 0)).toEqual(
      [],
    );
  },
  perCopy,
);

it('README.md shows the three commands that `npm start` prints', () => {
  const readme = readPage('README.md');
  for (const { command } of threeCommands(gateway)) expect(readme).toContain(command);
});
