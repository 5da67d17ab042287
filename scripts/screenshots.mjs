// `npm run screenshots` writes a picture of every screen, at both widths and in both colour schemes, into screenshots/.
// It runs the pages' tests, which take the pictures as they go, so that what a guide shows is what a test has done.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { jestCommand } from './jest-command.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync(process.execPath, [...jestCommand, '--runInBand', 'test/pages'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, TRELLIS_SCREENSHOTS: fileURLToPath(new URL('../screenshots', import.meta.url)) },
});
process.exitCode = status ?? 1;
