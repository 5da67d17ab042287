import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'trellis-dev-'));
// Not NODE_ENV nor anything else of the test's own: what a terminal has.
const env = {
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  TRELLIS_DATA: data,
  PORT: '0',
  ADMIN_PORT: '0',
  TRELLIS_PORTS_FROM: '0',
};
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(data, { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(
  command: string,
  args: readonly string[],
): { readonly child: ChildProcess; readonly said: () => string; readonly ended: Promise<Ended> } {
  const child = spawn(command, args, { cwd: root, env });
  running.add(child);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code, stdout, stderr });
    });
  });
  return { child, said: () => stdout, ended };
}

/** Sends a process SIGTERM within the call that prints how to stop it. */
const stopAtOnce = `data:text/javascript,${encodeURIComponent(`
  const print = console.log;
  console.log = (line) => {
    print(line);
    if (String(line).includes('Ctrl-C stops everything.')) process.kill(process.pid, 'SIGTERM');
  };
`)}`;

const dev = (): ReturnType<typeof run> => run(process.execPath, ['cli/bin/trellis.mjs', 'dev']);

async function until(holds: () => boolean, ended: Promise<Ended>): Promise<void> {
  let over = false;
  void ended.then(() => (over = true));
  while (!holds()) {
    if (over) throw new Error(`it ended: ${(await ended).stderr}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('trellis dev', () => {
  it('starts a seeded network, prints three commands that work, and leaves nothing behind on Ctrl-C', async () => {
    const { child, said, ended } = dev();
    await until(() => said().includes('Ctrl-C stops everything.'), ended);
    expect(said()).toContain('wrote the records of');
    expect(said().match(/^ {2}( \d|10) {2}[a-z2-7]{26} {2}/gm)).toHaveLength(10);
    const commands = said()
      .split('\n')
      .filter((line) => /^(curl|TRELLIS_DATA=|npx)/.test(line));
    expect(commands).toHaveLength(3);
    const [caseworker, teacher, why] = await Promise.all(
      commands.map(async (command) => (await run('bash', ['-c', command]).ended).stdout),
    );
    expect(JSON.parse(caseworker ?? '')).toMatchObject({
      data: { child: { name: 'Adèle Rivard', protection: { riskLevel: 'HIGH' }, mentalHealth: null } },
    });
    expect(JSON.parse(teacher ?? '')).toMatchObject({
      data: {
        child: { protection: null, mentalHealth: { conditions: null, safetyPlan: { copingSteps: expect.any(Array) } } },
      },
    });
    expect(why).toContain('mental-health.condition: withheld, routes: CONSENT');
    expect(why).toMatch(/^> 10\./m);

    expect(existsSync(join(data, 'data.lock'))).toBe(true);
    const second = await run(process.execPath, ['cli/bin/trellis.mjs', 'seed']).ended;
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/in use by process \d+/);

    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(join(data, 'data.lock'))).toBe(false);
  });

  it('resumes the same data without seeding again, and stops in order if told to as soon as it says how', async () => {
    const { stdout, code } = await run(process.execPath, ['--import', stopAtOnce, 'cli/bin/trellis.mjs', 'dev']).ended;
    expect(stdout).not.toContain('wrote the records of');
    expect(stdout).toContain('Stopped.');
    expect(code).toBe(0);
  });

  it('lets the ledger of that data be signed, proved and verified', async () => {
    const trellis = (...args: string[]): Promise<Ended> =>
      run(process.execPath, ['cli/bin/trellis.mjs', 'ledger', ...args]).ended;
    expect(JSON.parse((await trellis('checkpoint')).stdout)).toMatchObject({ size: 3 });
    expect(JSON.parse((await trellis('prove', '0')).stdout)).toMatchObject({ index: 0, size: 3 });
    expect(JSON.parse((await trellis('verify', '--json')).stdout)).toEqual({
      entries: 3,
      ofErasedChildren: 0,
      checkpoints: 1,
      faults: [],
    });
  });
});
