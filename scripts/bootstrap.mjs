// Installs what package-lock.json says, once per lockfile, so that `npm start` and `npm test` work on a fresh clone.
// Node built-ins only: nothing is installed yet when this runs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
const isSupported = major >= 24 || (major === 22 && minor >= 13) || (major === 20 && minor >= 19);
if (!isSupported) {
  console.error(`Trellis needs Node 24 (22.13 and 20.19 work as well); this is ${process.version}.`);
  process.exit(1);
}
if (major === 20)
  console.error(
    'Node 20 has had no security fixes since April 2026: Trellis still runs on it; please move to Node 24.',
  );

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.trellis-lock`;
const wanted = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';

if (installed !== wanted) {
  console.log('Installing dependencies (once per lockfile, about a minute) …');
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { status } = spawnSync(command, [...args, 'ci', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    // npm sets these for the script that called us; passed on, they would make the inner npm act on this one command.
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'))),
  });
  if (status !== 0) {
    console.error('The install failed; the message above says why. Nothing was started.');
    process.exit(status ?? 1);
  }
  writeFileSync(stamp, wanted);
}
