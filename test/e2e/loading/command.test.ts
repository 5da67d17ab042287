import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openNetworkData } from '@trellis/network';
import { seedRegister } from '@trellis/register';
import { writeTemporary } from './write-file.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'trellis-load-command-'));
beforeAll(async () => {
  const data = await openNetworkData({ directory, now: '2022-03-01T12:00:00Z' });
  const pack = readFileSync(join(root, 'networks/ontario/rules/ontario.yaml'), 'utf8');
  await data.databases.register?.transaction((tx) => seedRegister(tx, { at: data.clock.now(), ruleSets: [pack] }));
  await data.close();
});
afterAll(() => rmSync(directory, { recursive: true }));

function trellis(...args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['cli/bin/trellis.mjs', ...args], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      TRELLIS_DATA: directory,
      TRELLIS_NOW: '2022-03-01T12:00:00Z',
    },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

const patient = (id: string, given: string): string =>
  writeTemporary(
    JSON.stringify({
      resourceType: 'Patient',
      id,
      name: [{ given: [given], family: 'Lindqvist' }],
      birthDate: '2012-03-04',
    }),
    'json',
  );

it('ends with 0 where every file was loaded, and shows how far it is without a terminal', async () => {
  const { code, stdout, stderr } = await trellis('load', 'mental-health', patient('1', 'Freja'), '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ files: [{ outcome: 'loaded', children: { registered: 1 } }] });
  expect(stderr).toContain('loading: 100 %');
});

it('ends with 1 where one was refused, or nothing at all was loaded; the others are loaded', async () => {
  const refused = await trellis(
    'load',
    'mental-health',
    writeTemporary('{"resourceType":', 'json'),
    patient('2', 'Sigrid'),
    '--json',
  );
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.stdout)).toMatchObject({ files: [{ outcome: 'refused' }, { outcome: 'loaded' }] });
  const nothing = await trellis(
    'load',
    'mental-health',
    writeTemporary('{"resourceType":"Bundle","entry":[]}', 'json'),
    '--json',
  );
  expect(nothing.code).toBe(1);
});

it('writes who waits for a person where --review asks for it, for its owner alone, and never over a file that is there', async () => {
  const review = join(directory, 'review.csv');
  const { stdout } = await trellis('load', 'mental-health', patient('3', 'Freja'), '--review', review, '--json');
  expect(stdout).not.toContain('Freja');
  expect(JSON.parse(stdout)).toMatchObject({ review: { entries: 1 } });
  expect(readFileSync(review, 'utf8')).toContain('Freja Lindqvist');
  expect(statSync(review).mode & 0o077).toBe(0);
  const before = readFileSync(review, 'utf8');
  const again = await trellis('load', 'mental-health', patient('3', 'Freja'), '--review', review);
  expect(again.code).toBe(2);
  expect(readFileSync(review, 'utf8')).toBe(before);
  expect(existsSync(review)).toBe(true);
});

it('loads nothing where the review file could not be written in the end', async () => {
  const { code, stdout, stderr } = await trellis(
    'load',
    'mental-health',
    patient('4', 'Astrid'),
    '--review',
    join(directory, 'no-such-folder', 'review.csv'),
  );
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('trellis: the review file cannot be written there');
  expect(stderr).not.toContain('loading:');
});
