// `npm test`: every check, one after the other; the last line counts the tests. With TEST_DATABASE_URL and TEST_REDIS_URL also those that need a server.
// `npm run test:unit` runs the tests beside the code alone. On a CI machine (CI=true) they also run on the other supported versions of Node.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (path) => join(root, 'node_modules', path);
const only = process.argv.slice(2).filter((argument) => argument !== '--unit');
const unitAlone = process.argv.includes('--unit');
const runsChecks = only.length === 0 && !unitAlone;
const directory = mkdtempSync(join(tmpdir(), 'trellis-test-'));
const report = join(directory, 'jest.json');

const checks = [
  ['format', [bin('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn']],
  ['lint', [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']],
  ['types', [bin('typescript/bin/tsc'), '--noEmit']],
  ['types of the graph', [join(root, 'apps/generate.mjs')]],
  ['types of the pages', [bin('typescript/bin/tsc'), '--noEmit', '-p', 'apps']],
  ['supergraph', [join(root, 'cli/bin/trellis.mjs'), 'compose', '--check']],
  ...(process.env.CI ? [['unit tests on other versions of Node', [join(root, 'scripts/node-versions.mjs')]]] : []),
];
const jest = ['--experimental-vm-modules', '--no-warnings', bin('jest/bin/jest.js')];

let failedChecks = 0;
const run = (name, args) => {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  return status === 0;
};

if (runsChecks) for (const [name, args] of checks) if (!run(name, args)) failedChecks += 1;
const unit = unitAlone ? ['--testPathIgnorePatterns', '/node_modules/', '<rootDir>/test/', '/dist/'] : [];
const ran = run('tests', [...jest, '--maxWorkers=2', '--json', `--outputFile=${report}`, '--silent', ...unit, ...only]);

let counts = { passed: 0, failed: ran ? 0 : 1, skipped: 0 };
try {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const brokenFiles = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
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
  `${counts.passed + (runsChecks ? checks.length - failedChecks : 0)} passed, ${failed} failed, ${counts.skipped} skipped`,
);
process.exitCode = failed === 0 && ran ? 0 : 1;
