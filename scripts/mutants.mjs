// `npm run mutants`: puts faults into the gate and the decision, one at a time, and prints which test noticed. Ends with 1 if one lives that is not proven harmless.
// `npm run mutants -- limits cut` tries only the gate's faults that say one of these words.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.slice(2);
const tables = words.length > 0 ? ['gate'] : ['gate', 'decision'];
const statuses = tables.map(
  (table) =>
    spawnSync(
      process.execPath,
      ['--import', '@trellis/platform/typescript', '--no-warnings', `test/mutants/${table}.ts`, ...words],
      {
        cwd: root,
        stdio: 'inherit',
      },
    ).status,
);
process.exitCode = statuses.every((status) => status === 0) ? 0 : 1;
