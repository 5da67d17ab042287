import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePorts, startNetwork, type Network } from '@trellis/network';
import { threeCommands } from '../../cli/three-commands.ts';
import { pages, readPage } from './pages.ts';
import { missing, runPage, steps } from './run-page.ts';

/** The addresses that the pages show. */
const gateway = 'http://127.0.0.1:4000';
const admin = 'http://127.0.0.1:4001';

let directory: string;
let network: Network;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'trellis-docs-'));
  network = await startNetwork({ dataDirectory: directory, ports: freePorts });
}, 120_000);

afterAll(async () => {
  await network.close();
  await rm(directory, { recursive: true });
}, 30_000);

describe('the commands of', () => {
  it.each(pages.filter((page) => steps(page) > 0))(
    '%s do what it says',
    async (page) => {
      const { urls } = network;
      const env = {
        PATH: `${process.cwd()}/node_modules/.bin:${process.env['PATH'] ?? ''}`,
        HOME: process.env['HOME'],
        TRELLIS_DATA: directory,
        TRELLIS_GATEWAY: urls.gateway,
      };
      const rewrite = (text: string) => text.replaceAll(gateway, urls.gateway).replaceAll(admin, urls.admin);
      const ran = await runPage(page, env, rewrite);
      const wrong = ran.map((each) => ({ ...each, missing: missing(each) })).filter((each) => each.missing.length > 0);
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});

it('README.md shows the three commands that `npm start` prints', () => {
  const readme = readPage('README.md');
  for (const { command } of threeCommands(gateway)) expect(readme).toContain(command);
});
