// `npm test`: every check, one after the other; the last line counts the tests. With TEST_DATABASE_URL and TEST_REDIS_URL also those that need a server.
// `npm run test:unit` runs the tests beside the code alone. On a CI machine (CI=true) they also run on the other supported versions of Node.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jestCommand } from './jest-command.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (path) => join(root, 'node_modules', path);
const only = process.argv.slice(2).filter((argument) => argument !== '--unit');
const unitAlone = process.argv.includes('--unit');
const runsChecks = only.length === 0 && !unitAlone;
const directory = mkdtempSync(join(tmpdir(), 'trellis-test-'));
const report = join(directory, 'jest.json');

/** Written first: tests of the pages' own code read it. */
const generated = ['types of the graph', [join(root, 'apps/generate.mjs')]];
const oxlint = bin('oxlint/bin/oxlint');
const checks = [
  ['lint and types', [oxlint, '--type-aware', '--type-check', '--ignore-pattern', 'examples']],
  ['lint of the examples', [oxlint, 'examples']],
  ['format', [bin('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn', '--cache']],
  ['unused', [bin('knip/bin/knip.js')]],
  ['supergraph', [join(root, 'cli/bin/trellis.mjs'), 'compose', '--check']],
];
/** What needs all processors. */
const alone = process.env.CI
  ? [['unit tests on other versions of Node', [join(root, 'scripts/node-versions.mjs')]]]
  : [];

let failedChecks = 0;
const finished = (name, status, started) => {
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  return status === 0;
};
const run = (name, args) => {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  return finished(name, status, started);
};
/** Runs a check beside another; what it printed is shown where it failed. */
const runBeside = async ([name, args]) => {
  const started = Date.now();
  const check = spawn(process.execPath, args, { cwd: root });
  const printed = [];
  for (const stream of [check.stdout, check.stderr])
    stream.setEncoding('utf8').on('data', (text) => printed.push(text));
  const status = await new Promise((resolve) => check.on('close', resolve));
  if (status !== 0) process.stdout.write(printed.join(''));
  if (!finished(name, status, started)) failedChecks += 1;
};
/** Two checks at a time: each needs one processor. */
const runChecks = async () => {
  const waiting = [...checks];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await runBeside(next);
  };
  await Promise.all([lane(), lane()]);
};

if (runsChecks) {
  if (!run(...generated)) failedChecks += 1;
  await runChecks();
  for (const [name, args] of alone) if (!run(name, args)) failedChecks += 1;
}
const unit = unitAlone ? ['--testPathIgnorePatterns', '/node_modules/', '<rootDir>/test/', '/dist/'] : [];
const ran = run('tests', [
  ...jestCommand,
  '--maxWorkers=2',
  '--json',
  `--outputFile=${report}`,
  '--silent',
  ...unit,
  ...only,
]);

let counts = { passed: 0, failed: ran ? 0 : 1, skipped: 0 };
try {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const brokenFiles = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const took = result.testResults.map(({ name, startTime, endTime }) => [(endTime - startTime) / 1000, name]);
  took.sort(([one], [other]) => other - one);
  if (only.length === 0) console.log('The slowest test files:');
  for (const [seconds, name] of only.length === 0 ? took.slice(0, 30) : [])
    console.log(`  ${seconds.toFixed(0).padStart(4)} s  ${relative(root, name)}`);
  counts = {
    passed: result.numPassedTests,
    failed: result.numFailedTests + brokenFiles.length,
    skipped: result.numPendingTests + result.numTodoTests,
  };
} catch (error) {
  console.error(`The tests left no report: ${error.message}`);
  counts.failed = Math.max(1, counts.failed);
}
rmSync(directory, { recursive: true, force: true });
const failed = counts.failed + failedChecks;
console.log(
  `${counts.passed + (runsChecks ? 1 + checks.length + alone.length - failedChecks : 0)} passed, ${failed} failed, ${counts.skipped} skipped`,
);
process.exitCode = failed === 0 && ran ? 0 : 1;
