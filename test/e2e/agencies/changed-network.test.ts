import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, it } from '@jest/globals';
import { network } from '@trellis/vocabulary';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'trellis-changed-'));
const run = promisify(execFile);
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const names = network.agencies.map(({ name }) => name);
// All of them are taken away and composed in test/networks; one of them, another each day, is started without here.
const [today = ''] = names.slice(new Date().getUTCDate() % names.length);
const gone = process.env['TRELLIS_EVERY_AGENCY'] === undefined ? [today] : names;

it.each(gone.map((name) => [name]))(
  'without the folder and the package of %s, and with an agency that nobody ever heard of, the network starts, composes and decides',
  async (name) => {
    const folder = join(scratch, name);
    const environment = { PATH: process.env['PATH'], TRELLIS_NETWORK: folder, GONE: name };
    cpSync(join(root, 'networks/ontario'), folder, { recursive: true });
    rmSync(join(folder, 'agencies', name), { recursive: true });
    const trellis = [
      join(root, 'cli/bin/trellis.mjs'),
      '--network',
      folder,
      'new',
      'shelter',
      '--role',
      'shelter-worker',
    ];
    await run(process.execPath, trellis);
    const rules = join(folder, 'agencies/shelter/rules.yaml');
    writeFileSync(rules, readFileSync(rules, 'utf8').replace(/involvement: \{.*\}/, 'involvement: { need: NONE }'));
    const program = ['--import', '@trellis/platform/typescript', 'test/e2e/agencies/start-changed-network.ts'];
    const { stdout } = await run(process.execPath, program, { cwd: root, env: environment });
    const { agencies, shelter } = JSON.parse(stdout) as {
      agencies: { agencies: { name: string }[] };
      shelter: unknown;
    };
    const here = agencies.agencies.map((agency) => agency.name).sort();
    expect(here).toEqual([...names.filter((each) => each !== name), 'identity', 'register', 'shelter'].sort());
    expect(shelter).toEqual({ child: { shelterNotes: [{ text: expect.stringMatching(/^Note/) }] } });
  },
);
