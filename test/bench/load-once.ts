import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNetworkData } from '@trellis/network';
import { seedRegister } from '@trellis/register';
import { formats } from '../../load/formats.ts';
import { fileAt } from '../../load/input/file-at.ts';
import { databasesFor } from '../../load/load-data.ts';
import { loadFiles } from '../../load/load-files.ts';
import type { RegisterPort } from '../../load/register-port.ts';

/** What loading one file costs, in a process of its own: `node … load-once.ts FILE`. CPU is this process's, with its embedded database. */
const [path = ''] = process.argv.slice(2);
const directory = mkdtempSync(join(tmpdir(), 'trellis-bench-load-'));
const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000_000;
const data = await openNetworkData({ directory: join(directory, 'data'), now: '2022-03-01T12:00:00Z' });
try {
  const pack = readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
  await data.databases.register?.transaction((tx) => seedRegister(tx, { at: data.clock.now(), ruleSets: [pack] }));
  const databases = await databasesFor(data, 'education');

  let start = process.cpuUsage();
  await formats.education[0].scan([fileAt(path)], databases.agency);
  const read = seconds(process.cpuUsage(start));

  let registering = 0;
  const measured = (port: RegisterPort): RegisterPort => ({
    ...port,
    async recordBirths(births) {
      const before = process.cpuUsage();
      const acts = await port.recordBirths(births);
      registering += seconds(process.cpuUsage(before));
      return acts;
    },
    async recordWork(...given) {
      const before = process.cpuUsage();
      const acts = await port.recordWork(...given);
      registering += seconds(process.cpuUsage(before));
      return acts;
    },
  });
  start = process.cpuUsage();
  const { files } = await loadFiles({
    agency: 'education',
    files: [path],
    clock: data.clock,
    databases: { ...databases, register: measured(databases.register) },
  });
  const whole = seconds(process.cpuUsage(start));
  const [account] = files;
  const records = Object.values(account?.elements ?? {}).reduce((sum, { loaded }) => sum + loaded, 0);
  console.log(
    JSON.stringify({
      outcome: account?.outcome,
      records,
      children: account?.children.registered,
      read,
      register: registering,
      // Linking, mapping and writing, and the second reading.
      rest: whole - registering,
      whole,
      megabytes: process.resourceUsage().maxRSS / 1024,
    }),
  );
} finally {
  await data.close();
  rmSync(directory, { recursive: true, force: true });
}
