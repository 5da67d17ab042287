import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const run = promisify(execFile);
const script = fileURLToPath(new URL('start-quietly.ts', import.meta.url));

/** As on an operator's machine where other Apollo tools are configured. */
const env = { ...process.env, NODE_OPTIONS: '', APOLLO_KEY: 'service:graph:key', APOLLO_GRAPH_REF: 'graph@current' };
const start = async (...options: string[]) => {
  const { stdout } = await run(process.execPath, ['--import', '@trellis/platform/typescript', script, ...options], {
    env,
  });
  return JSON.parse(stdout) as unknown;
};

it('a gateway that starts, answers and stops opens no connection off the machine', async () => {
  expect(await start()).toEqual({ status: 200, tried: [] });
});

it('and the hooks would have seen one', async () => {
  expect(await start('--prove')).toMatchObject({ tried: ['example.invalid'] });
});
