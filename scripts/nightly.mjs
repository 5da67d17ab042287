// `npm run nightly`: the long runs, at the figures that the promises state, one after the other. Each line of the result is kept in docs/nightly.md.
// With TEST_DATABASE_URL and TEST_REDIS_URL also those that need a server. `npm run nightly -- decision gate` runs only those named.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jestCommand } from './jest-command.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const jest = [...jestCommand, '--runInBand', '--testTimeout', '36000000'];
const runs = {
  abuse: [[...jest, 'test/security/abuse'], { TRELLIS_ABUSE: 'thorough' }],
  decision: [['--max-semi-space-size=64', '--import', '@trellis/platform/typescript', 'test/nightly/decision.ts'], {}],
  gate: [
    [...jest, 'test/gate/recorder', 'test/gate/two-worlds'],
    { TRELLIS_OPERATIONS: '100000', TRELLIS_PAIRS: '100000' },
  ],
  graphs: [[...jest, 'test/gate/graphs'], { TRELLIS_GRAPHS: '5000', TRELLIS_GRAPH_OPERATIONS: '20' }],
  isolation: [[...jest, 'test/gate/interleaved'], { TRELLIS_INTERLEAVINGS: '2000' }],
  load: [['--import', '@trellis/platform/typescript', 'test/nightly/load.ts'], {}],
  'mutants-decision': [['--import', '@trellis/platform/typescript', 'test/mutants/decision.ts'], {}],
  'mutants-gate': [['--import', '@trellis/platform/typescript', 'test/mutants/gate.ts'], {}],
  fuzz: [[...jest, 'test/security/fuzz'], { TRELLIS_FUZZ: '50000' }],
  'hostile-input': [[...jest, 'test/security/hostile-input'], { TRELLIS_HOSTILE_SHARE: '1' }],
  history: [[...jest, 'test/security/history'], { TRELLIS_HISTORY_OPERATIONS: '20000' }],
  oracle: [[...jest, 'test/e2e/loading/oracle'], { TRELLIS_EXPORTS: '20' }],
  packages: [['scripts/try-packages.mjs', '--build'], {}],
  pages: [
    [...jest, 'test/pages/family', 'test/pages/console-states', '--testNamePattern', 'slowed|2,000 rules|newcomer'],
    { TRELLIS_FIGURES: '1' },
  ],
  publishing: [[...jest, 'test/e2e/publishing'], { TRELLIS_PUBLICATIONS: '50' }],
  tamper: [[...jest, 'test/security/tamper'], { TRELLIS_TAMPER_MUTATIONS: '20000' }],
  crash: [[...jest, 'test/security/crash'], { TRELLIS_CRASH_ROUNDS: '300' }],
  town: [[...jest, 'test/e2e/loading/town'], { TRELLIS_TOWN: '2000' }],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in runs));
if (unknown.length > 0) {
  console.error(`There is no nightly run ${unknown.join(', ')}. There are: ${Object.keys(runs).join(', ')}.`);
  process.exit(2);
}

const page = join(root, 'docs/nightly.md');
let failed = 0;
for (const name of asked.length > 0 ? asked : Object.keys(runs)) {
  const [args, env] = runs[name];
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  const figures = `${stdout}\n${stderr}`
    .split('\n')
    .map((line) => line.trim())
    .filter(
      (line) =>
        /\d/.test(line) && /\b(cases|operations|pairs|requests|mutants|killed|mixed|rounds|reads)\b|Tests:/.test(line),
    )
    .slice(-4);
  const outcome = status === 0 ? 'held' : 'FAILED';
  if (status !== 0) {
    failed += 1;
    console.error(`${stdout}\n${stderr}`);
  }
  const today = new Date().toISOString().slice(0, 10);
  const row = `| ${today} | ${name} | ${outcome} | ${minutes} | ${figures.join('; ').replaceAll('|', '/').slice(0, 400)} |\n`;
  console.log(row.trim());
  writeFileSync(page, readFileSync(page, 'utf8').trimEnd() + `\n${row}`);
}
process.exitCode = failed === 0 ? 0 : 1;
