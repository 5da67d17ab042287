// `node scripts/node-versions.mjs [22 24]`: the unit tests on each supported version of Node that this machine does not run.
// The registry's `node` package brings each one into node_modules/.cache; nothing of it is a dependency of Trellis.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jestCommand } from './jest-command.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const current = process.versions.node.split('.')[0];
const asked = process.argv.slice(2);
const versions = (asked.length > 0 ? asked : ['22', '24']).filter((version) => version !== current);

/** The path of a Node of this major version, installed where it is missing. */
function nodeOf(version) {
  const folder = join(root, 'node_modules/.cache/node-versions', version);
  const binary = join(folder, 'node_modules/node/bin/node');
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--loglevel=error', '--foreground-scripts', `node@${version}`],
    {
      cwd: folder,
      stdio: 'inherit',
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'))),
    },
  );
  return binary;
}

let failed = false;
for (const version of versions) {
  const binary = nodeOf(version);
  const told = spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout?.trim();
  if (!told) {
    console.error(`Node ${version} could not be installed from the registry, so nothing was tested on it.`);
    failed = true;
    continue;
  }
  const started = Date.now();
  const args = [...jestCommand, '--maxWorkers=2', '--silent', '--testPathIgnorePatterns'];
  const { status } = spawnSync(binary, [...args, '/node_modules/', '<rootDir>/test/', '/dist/'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  console.log(
    `${status === 0 ? '✓' : '✗'} unit tests on Node ${told} (${((Date.now() - started) / 1000).toFixed(0)} s)`,
  );
  if (status !== 0) failed = true;
}
process.exitCode = failed ? 1 : 0;
