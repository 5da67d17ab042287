import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'trellis-one-agency-'));
const network = join(scratch, 'network');
const own = (name: string): string => join(network, 'agencies/shelter', name);
const program = join(root, 'cli/bin/trellis.mjs');
const env = {
  PATH: process.env['PATH'],
  TRELLIS_DATA: join(scratch, 'data'),
  PORT: '0',
  ADMIN_PORT: '0',
  TRELLIS_PORTS_FROM: '0',
};
const patience = 240_000;
const adele = 'v7cqm3xkt5zhy2wnrgd4bfjuoa';
let running: ChildProcess | undefined;
let said = '';
let asWritten = '';

async function trellis(...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: network,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (data: Buffer) => (text += data.toString()));
  await new Promise((resolve) => child.once('close', resolve));
  return text.trim();
}

/** Waits until the network has said this once more than before. */
async function hears(text: string, times: number): Promise<void> {
  while (said.split(text).length - 1 < times) {
    if (running?.exitCode !== null) throw new Error(`the network ended: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function ask(query: string, asWhom: readonly string[], purpose: string): Promise<unknown> {
  const token = await trellis('token', ...asWhom, '--purpose', purpose);
  const gateway = /^Graph +(\S+)$/m.exec(said)?.[1] ?? '';
  const response = await fetch(gateway, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'purpose-of-use': purpose, 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ child(id: "${adele}") ${query} }` }),
  });
  const { data, errors } = (await response.json()) as { data?: { child?: unknown }; errors?: unknown };
  return errors ?? data?.child;
}

const teacher = ['--agency', 'education', '--role', 'teacher', '--user', 'te-delorme'];
const asTeacher = (query: string) => ask(query, teacher, 'education-support');
/** Its rule is changed to need no involvement: this is about the graph. */
const asWorker = (query: string) =>
  ask(query, ['--agency', 'shelter', '--role', 'shelter-worker', '--user', 'sw-1'], 'child-protection-investigation');

describe('one agency is worked on while the others are absent', () => {
  beforeAll(async () => {
    cpSync(join(root, 'networks/ontario'), network, { recursive: true });
    await trellis('new', 'shelter', '--role', 'shelter-worker');
    const rules = readFileSync(own('rules.yaml'), 'utf8');
    asWritten = rules;
    const anyChild = rules.replace(/involvement: \{.*\}/, 'involvement: { need: NONE }');
    expect(anyChild).not.toBe(rules);
    writeFileSync(own('rules.yaml'), anyChild);
    for (const name of ['child-protection', 'mental-health', 'education', 'police']) {
      const words = join(network, 'agencies', name, 'agency.yaml');
      const absent = readFileSync(words, 'utf8').replace(/^package: .*$/m, "package: '@trellis/not-installed'");
      expect(absent).toContain('not-installed');
      writeFileSync(words, absent);
    }
    const child = spawn(process.execPath, [program, 'dev', '--agency', 'shelter'], { cwd: network, env });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
    running = child;
    await hears('Ctrl-C stops everything.', 1);
  }, patience);
  afterAll(async () => {
    const ended = new Promise((resolve) => running?.once('close', resolve));
    running?.kill('SIGTERM');
    await ended;
    rmSync(scratch, { recursive: true });
  });

  it(
    'its own records are answered, and what others would answer is invented, of the right types, the same each time',
    async () => {
      expect(await asWorker('{ shelterNotes { text } }')).toEqual({
        shelterNotes: [{ text: expect.stringMatching(/^Note/) }],
      });
      const query =
        '{ name mentalHealth { inService safetyPlan { copingSteps } } education { grade school { name } } }';
      const first = await asTeacher(query);
      expect(first).toEqual({
        name: 'Adèle Rivard',
        mentalHealth: {
          inService: true,
          safetyPlan: { copingSteps: expect.arrayContaining([expect.stringContaining('invented')]) },
        },
        education: {
          grade: expect.stringContaining('invented'),
          school: { name: expect.stringContaining('invented') },
        },
      });
      expect(await asTeacher(query)).toEqual(first);
    },
    patience,
  );

  it(
    'a file that is half written, and code that does not fit, leave the last good graph',
    async () => {
      const [schema, code] = [readFileSync(own('schema.graphql'), 'utf8'), readFileSync(own('index.ts'), 'utf8')];
      writeFileSync(own('schema.graphql'), schema.slice(0, schema.length / 2));
      await hears('not taken; the last good graph is served', 1);
      expect(said).toContain('error [syntax]');
      expect(await asWorker('{ shelterNotes { text } }')).toMatchObject({ shelterNotes: [{}] });

      writeFileSync(own('schema.graphql'), schema);
      writeFileSync(own('index.ts'), code.replace('shelterNotes: (', 'shelterNotess: ('));
      await hears('not taken; the last good graph is served', 2);
      expect(said).toContain('Did you mean `shelterNotes`?');
      expect(await asWorker('{ shelterNotes { text } }')).toMatchObject({ shelterNotes: [{}] });

      writeFileSync(own('index.ts'), code);
      await hears('shelter: taken, and on the graph.', 1);
    },
    patience,
  );

  it(
    'a field that nothing answers, and a migration that does not run, are told first, with what to write and without a stack',
    async () => {
      const schema = readFileSync(own('schema.graphql'), 'utf8');
      writeFileSync(
        own('schema.graphql'),
        schema.replace('@open\n', '@open\n  shelterNights: Int @label(is: ["shelter.note"])\n'),
      );
      let from = said.length;
      await hears('not taken; the last good graph is served', 3);
      expect(said.slice(from).trim()).toMatch(
        /^Agency shelter does not fit its schema:\s+`resolvers\.Child\.shelterNights` is missing/,
      );
      expect(said.slice(from)).not.toMatch(/\n\s+at |cannot be read/);
      writeFileSync(own('schema.graphql'), schema);
      await hears('shelter: taken, and on the graph.', 2);

      const migration = own('migrations/0002-beds.sql');
      from = said.length;
      writeFileSync(migration, 'create table beds (\n  id integr\n);\n');
      await hears('not taken; the last good graph is served', 4);
      expect(said.slice(from)).toContain('shelter/migrations/0002-beds.sql:2: type "integr" does not exist');
      expect(said.slice(from)).not.toMatch(/\n\s+at /);
      rmSync(migration);
      await hears('shelter: taken, and on the graph.', 3);
    },
    patience,
  );

  it(
    'a table that is new gets its synthetic records, though the first table has its own already',
    async () => {
      const code = readFileSync(own('index.ts'), 'utf8');
      writeFileSync(own('migrations/0002-beds.sql'), 'create table beds (id text primary key, child text not null);\n');
      writeFileSync(
        own('index.ts'),
        code
          .replace("saveTables(tx, ['notes'], records)", "saveTables(tx, ['notes', 'beds'] as never, records as never)")
          .replace(
            '  return {\n    notes:',
            '  return {\n    beds: children.map((child) => ({ ...child, child: child.id })),\n    notes:',
          )
          .replace(': ShelterRecords {', ' {'),
      );
      await hears('shelter: wrote the synthetic records of shelter into what was empty: beds', 1);
      await hears('shelter: taken, and on the graph.', 4);
      writeFileSync(own('index.ts'), code);
      await hears('shelter: taken, and on the graph.', 5);
      expect(await asWorker('{ shelterNotes { text } }')).toMatchObject({ shelterNotes: [{}] });
    },
    patience,
  );

  it(
    'a saved field, with the code for it in a file of its own, is on the graph without a restart',
    async () => {
      const [schema, code] = [readFileSync(own('schema.graphql'), 'utf8'), readFileSync(own('index.ts'), 'utf8')];
      writeFileSync(own('nights.ts'), 'export const nights = (): number => 3;\n');
      writeFileSync(
        own('index.ts'),
        `import { nights } from './nights.ts';\n${code.replace('Child: {\n', 'Child: {\n      shelterNights: () => nights(),\n')}`,
      );
      writeFileSync(
        own('schema.graphql'),
        schema.replace('@open\n', '@open\n  shelterNights: Int @label(is: ["shelter.note"])\n'),
      );
      await hears('shelter: taken, and on the graph.', 6);
      expect(await asWorker('{ shelterNights }')).toEqual({ shelterNights: 3 });
      writeFileSync(own('nights.ts'), 'export const nights = (): number => 4;\n');
      await hears('shelter: taken, and on the graph.', 7);
      expect(await asWorker('{ shelterNights }')).toEqual({ shelterNights: 4 });
    },
    patience,
  );

  it(
    'rules that are saved are live without a restart, and those that do not fit are not',
    async () => {
      const rules = readFileSync(own('rules.yaml'), 'utf8');
      expect(await asWorker('{ shelterNotes { text } }')).toMatchObject({ shelterNotes: [{}] });
      writeFileSync(own('rules.yaml'), asWritten);
      await hears('rules: taken, as set', 1);
      expect(await asWorker('{ shelterNotes { text } }')).toEqual({ shelterNotes: null });

      writeFileSync(own('rules.yaml'), rules.replace('need: NONE', 'need: ASSIGNED'));
      await hears('rules: not taken; the set before goes on.', 1);
      expect(said).toContain('name at least one kind');
      expect(await asWorker('{ shelterNotes { text } }')).toEqual({ shelterNotes: null });

      writeFileSync(own('rules.yaml'), rules);
      await hears('rules: taken, as set', 2);
      expect(await asWorker('{ shelterNotes { text } }')).toMatchObject({ shelterNotes: [{}] });
    },
    patience,
  );
});
