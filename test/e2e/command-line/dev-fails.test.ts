import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const program = fileURLToPath(new URL('../../../cli/bin/trellis.mjs', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'trellis-dev-fails-'));
const network = join(scratch, 'network');
const patience = 120_000;
afterAll(() => rmSync(scratch, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

function trellis(
  cwd: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
  /** It is stopped once it has said this. */
  until?: string,
): Promise<Ended & { readonly stdout: string }> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      TRELLIS_DATA: join(cwd, '.trellis'),
      PORT: '0',
      ADMIN_PORT: '0',
      TRELLIS_PORTS_FROM: '0',
      ...more,
    },
  });
  let [stdout, stderr] = ['', ''];
  let isStopping = false;
  child.stdout.on('data', (text: Buffer) => {
    stdout += text.toString();
    if (until === undefined || isStopping || !stdout.includes(until)) return;
    isStopping = true;
    // As a person does, who reads it first.
    setTimeout(() => child.kill('SIGINT'), 300);
  });
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

let copies = 0;
/** Starts a copy of the network in which this was broken: it must end by itself. */
async function startBroken(
  breakIt: (file: (name: string) => string, folder: string) => void,
  more: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  copies += 1;
  const folder = join(scratch, `broken-${String(copies)}`);
  cpSync(network, folder, { recursive: true });
  breakIt((name) => join(folder, 'agencies/shelter', name), folder);
  return trellis(folder, ['dev'], more);
}

const append = (path: string, text: string): void =>
  writeFileSync(path, `${existsSync(path) ? readFileSync(path, 'utf8') : ''}${text}\n`);
const replace = (path: string, was: string, becomes: string): void => {
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(was);
  writeFileSync(path, text.replace(was, becomes));
};

describe('trellis dev that cannot start ends, with a code and what to put right', () => {
  beforeAll(async () => {
    expect(await trellis(scratch, ['init', 'network'])).toMatchObject({ code: 0 });
    expect(await trellis(network, ['new', 'shelter', '--role', 'shelter-worker'])).toMatchObject({ code: 0 });
  }, patience);

  it.each<[string, (file: (name: string) => string, folder: string) => void, number, readonly string[]]>([
    [
      'a migration that the database refuses',
      (file) => writeFileSync(file('migrations/0002-more.sql'), 'creat table more ();'),
      1,
      [
        'the migrations of shelter: shelter/migrations/0002-more.sql:1: syntax error at or near "creat"',
        'Put it right',
      ],
    ],
    [
      'a schema that cannot be parsed',
      (file) => append(file('schema.graphql'), 'type Broken {'),
      2,
      ['agencies/shelter', 'schema.graphql:', 'Syntax Error'],
    ],
    [
      'a schema that does not compose',
      (file) => replace(file('schema.graphql'), ' @label(is: ["shelter.involvement"], level: SUMMARY)', ''),
      2,
      ['agencies/shelter/schema.graphql:4', 'Child.knownToShelter is neither labelled nor open'],
    ],
    [
      'code that imports what is not there',
      (file) => append(file('index.ts'), `import { nothing } from './nowhere.ts'; void nothing;`),
      2,
      ['index.ts', 'nowhere.ts', 'which is not there'],
    ],
    [
      'rules that cannot be read',
      (file) => replace(file('rules.yaml'), 'level: FULL', 'level: FUL'),
      2,
      ['agencies/shelter/rules.yaml:', 'rules.1.level'],
    ],
    [
      'a data directory that is a file',
      (_file, folder) => writeFileSync(join(folder, '.trellis'), ''),
      1,
      ['TRELLIS_DATA'],
    ],
  ])(
    '%s',
    async (_what, breakIt, code, words) => {
      const ended = await startBroken(breakIt);
      for (const word of words) expect(ended.stderr).toContain(word);
      expect(ended).toMatchObject({ code, stderr: expect.stringMatching(/^trellis: /) });
      expect(ended.stderr).not.toMatch(/\n\s+at /);
    },
    patience,
  );

  it(
    'code of the agency that throws: with the place where it did',
    async () => {
      const { code, stderr } = await startBroken((file) => append(file('index.ts'), `throw new Error('not today');`));
      expect(code).toBe(1);
      expect(stderr).toContain('not today');
      expect(stderr).toContain('agencies/shelter/index.ts:');
    },
    patience,
  );

  it(
    'rules that cannot be read are told also where the network was filled before, and goes on with its own',
    async () => {
      const folder = join(scratch, 'filled');
      cpSync(network, folder, { recursive: true });
      expect(await trellis(folder, ['seed'])).toMatchObject({ code: 0 });
      replace(join(folder, 'agencies/shelter/rules.yaml'), 'level: FULL', 'level: FUL');
      const { code, stdout } = await trellis(folder, ['dev'], {}, 'Ctrl-C stops everything.');
      expect(stdout).toContain('error [rules]');
      expect(stdout).toContain('agencies/shelter/rules.yaml:');
      expect(code).toBe(0);
    },
    patience,
  );

  it(
    'a port that something else listens on',
    async () => {
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      const { port } = other.address() as AddressInfo;
      const { code, stderr } = await startBroken(() => undefined, { PORT: String(port) });
      await new Promise((resolve) => other.close(resolve));
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringContaining(`trellis: port ${String(port)} is in use`),
      });
    },
    patience,
  );
});
