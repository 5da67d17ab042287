import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from '@jest/globals';

const program = fileURLToPath(new URL('../../../cli/bin/trellis.mjs', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'trellis-agency-rules-'));
const network = join(scratch, 'network');
const rules = join(network, 'agencies/shelter/rules.yaml');
const patience = 240_000;
/** No gateway is named: commands find the one that runs on this data directory. */
const env = { PATH: process.env['PATH'], TRELLIS_DATA: join(scratch, 'data') };
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(scratch, { recursive: true });
});

async function trellis(cwd: string, ...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [program, ...args], { cwd, env });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (text += data.toString()));
  await new Promise((resolve) => child.once('close', resolve));
  return text;
}

/** Starts the network, does this while it runs, and answers what it said until it was stopped. */
async function whileRunning(act: () => Promise<void>): Promise<string> {
  const free = { PORT: '0', ADMIN_PORT: '0', TRELLIS_PORTS_FROM: '0' };
  const child = spawn(process.execPath, [program, 'dev'], { cwd: network, env: { ...env, ...free } });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
  const ended = new Promise((resolve) => child.once('close', resolve));
  while (!said.includes('Ctrl-C stops everything.')) {
    if (child.exitCode !== null) throw new Error(`the network ended: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await act();
  child.kill('SIGTERM');
  await ended;
  running.delete(child);
  return said;
}

it(
  'rules that an agency changed are told at the next start, drafted by its name, and live once approved and published',
  async () => {
    await trellis(scratch, 'init', 'network');
    await trellis(network, 'new', 'shelter', '--role', 'shelter-worker');
    const written = readFileSync(rules, 'utf8');
    expect(await whileRunning(() => Promise.resolve())).not.toContain('differ');

    writeFileSync(
      rules,
      `${written.replace('need: AGENCY', 'need: ASSIGNED')}${written.slice(written.indexOf('  - id:')).replace('shelter-reads-its-own', 'shelter-reads-more')}`,
    );
    const said = await whileRunning(async () => {
      const drafted = await trellis(network, 'rules', 'draft', '--agency', 'shelter');
      expect(drafted).toContain('added    shelter-reads-more');
      expect(drafted).toContain('changed  shelter-reads-its-own');
      expect(drafted).not.toContain('removed');
      expect(drafted).toContain('rule set 2: DRAFT');
      expect(await trellis(network, 'rules', 'approve', '2')).toContain('APPROVED');
      expect(await trellis(network, 'rules', 'publish', '2')).toContain('PUBLISHED');

      writeFileSync(rules, written);
      const without = await trellis(
        network,
        'rules',
        'draft',
        '--agency',
        'shelter',
        '--without',
        'shelter-reads-more',
      );
      expect(without).toContain('removed  shelter-reads-more');
      writeFileSync(rules, written.replace('level: FULL', 'level: FUL'));
      expect(await trellis(network, 'rules', 'draft', '--agency', 'shelter')).toMatch(
        /agencies\/shelter\/rules\.yaml:\d+ rules\.\d+\.level/,
      );
      expect(await trellis(network, 'rules', 'draft', '--agency', 'nobody')).toContain('`nobody` proposes no rules');
      writeFileSync(rules, written);
    });
    expect(said).toContain('differ; nothing was taken');
    expect(said).toContain('only in the folder: shelter-reads-more');
    expect(said).toContain('npx trellis rules draft --agency shelter');
  },
  patience,
);

it(
  'an agency’s tests end quietly where whoever reads them stops reading',
  async () => {
    await trellis(scratch, 'init', 'read');
    await trellis(join(scratch, 'read'), 'new', 'shelter');
    const piped = spawn('sh', ['-c', `'${process.execPath}' '${program}' test shelter | head -1`], {
      cwd: join(scratch, 'read'),
      env,
    });
    let said = '';
    for (const stream of [piped.stdout, piped.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
    await new Promise((resolve) => piped.once('close', resolve));
    expect(said.trim().split('\n')).toHaveLength(1);
  },
  patience,
);
