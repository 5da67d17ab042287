import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['cli/bin/trellis.mjs', ...args], { cwd: root, encoding: 'utf8' });

it.each([
  [['load', 'education']],
  [['load', 'education', 'x.xml', '--fulll']],
  [['link', 'settle', 'abc']],
  [['conformance']],
  [['no-such-command']],
])('a command line that does not fit ends with 2, and says why: %j', (args) => {
  const { status, stderr } = run(...args);
  expect(stderr).toContain('error: ');
  expect(status).toBe(2);
});

it.each([[['--help']], [['load', '--help']], [['link', 'settle', '--help']]])(
  'help was asked for, and ends with 0: %j',
  (args) => {
    const { status, stdout, stderr } = run(...args);
    expect(stdout).toContain('Usage:');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  },
);
