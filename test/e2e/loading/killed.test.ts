import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from '@jest/globals';
import { openNetworkData } from '@trellis/network';
import { writeTemporary } from './write-file.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'trellis-killed-'));
  folders.push(folder);
  return folder;
};

const children = 600;
const interchange = writeTemporary(
  `<InterchangeStudent xmlns="http://ed-fi.org/5.2.0">${Array.from(
    { length: children },
    (_, at) =>
      `<Student><StudentUniqueId>${at}</StudentUniqueId><Name><FirstName>Gi${[...String(at)].map((digit) => 'aeioubdgkl'[Number(digit)]).join('')}</FirstName><LastSurname>Fam</LastSurname></Name></Student>\n`,
  ).join('')}</InterchangeStudent>`,
);

/** Loads in a process of its own, which is killed once it is so far; undefined lets it end. */
function load(folder: string, killedAt?: number): Promise<NodeJS.Signals | number | null> {
  const script = fileURLToPath(new URL('load-into.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', '@trellis/platform/typescript', script, folder, interchange]);
  child.stdout.on('data', (text: Buffer) => {
    const last = Number(/(\d+) %\n$/.exec(text.toString())?.[1] ?? 0);
    if (killedAt !== undefined && last >= killedAt) child.kill('SIGKILL');
  });
  child.stderr.on('data', (text: Buffer) => process.stderr.write(text));
  return new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)));
}

async function counts(folder: string): Promise<unknown> {
  const data = await openNetworkData({ directory: folder, now: '2022-03-01T12:00:00Z' });
  const count = async (agency: string, sql: string): Promise<unknown> =>
    (await data.databases[agency]!.query<{ n: string }>(sql)).rows[0]?.n;
  const found = {
    children: await count(
      'identity',
      `select count(*)::text || ' ' || md5(string_agg(given_name, ',' order by given_name)) as n from children`,
    ),
    numbers: await count('identity', 'select count(distinct number)::text as n from numbers'),
    enrolments: await count('education', `select count(*)::text || ' ' || count(distinct child) as n from enrolments`),
    involved: await count(
      'register',
      `select count(distinct about)::text || ' of ' || count(*) as n from register.record where kind = 'involvement' and body->>'to' is null`,
    ),
  };
  await data.close();
  return found;
}

it('a load that is killed anywhere is completed by loading again: no child twice, and each with its work', async () => {
  const folder = newFolder();
  const ends: unknown[] = [];
  for (const at of [45, 85]) ends.push(await load(folder, at));
  expect(ends).toContain('SIGKILL');
  expect(await load(folder)).toBe(0);
  const found = await counts(folder);
  expect(found).toMatchObject({
    numbers: String(children),
    enrolments: `${children} ${children}`,
    involved: `${children} of ${children}`,
  });
  const whole = newFolder();
  expect(await load(whole)).toBe(0);
  expect(found).toEqual(await counts(whole));
}, 600_000);
