import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { runningGateway } from './running-gateway.ts';

const directory = mkdtempSync(join(tmpdir(), 'trellis-gateway-'));
const before = process.env['TRELLIS_DATA'];
process.env['TRELLIS_DATA'] = directory;
afterAll(() => {
  rmSync(directory, { recursive: true });
  if (before === undefined) delete process.env['TRELLIS_DATA'];
  else process.env['TRELLIS_DATA'] = before;
});
const env = { TRELLIS_DATA: directory };

it('is the one noted in the data directory, until it stops; what is said outright comes first', () => {
  expect(runningGateway.url(env)).toBe('http://localhost:4000');
  const forget = runningGateway.note('http://127.0.0.1:4321');
  expect(runningGateway.url(env)).toBe('http://127.0.0.1:4321');
  expect(runningGateway.url({ ...env, PORT: '4300' })).toBe('http://localhost:4300');
  expect(runningGateway.url({ ...env, PORT: '1', TRELLIS_GATEWAY: 'https://other.example' })).toBe(
    'https://other.example',
  );
  forget();
  expect(runningGateway.url(env)).toBe('http://localhost:4000');
});

it.each([
  ['a process that ended without a word', JSON.stringify({ url: 'http://127.0.0.1:4321', process: 2 ** 30 })],
  ['a file that is none', '{'],
])('is not taken from %s', (_what, text) => {
  writeFileSync(join(directory, 'gateway.json'), text);
  expect(runningGateway.url(env)).toBe('http://localhost:4000');
});

it('a note of another network on the same directory is left', () => {
  const forget = runningGateway.note('http://127.0.0.1:4321');
  const other = JSON.stringify({ url: 'http://127.0.0.1:4322', process: process.ppid });
  writeFileSync(join(directory, 'gateway.json'), other);
  forget();
  expect(runningGateway.url(env)).toBe('http://127.0.0.1:4322');
});
