import { openEmbedded, migrate, fixedClock } from '@trellis/platform';
import { identity } from '@trellis/subgraph-identity';
import { mentalHealth } from '@trellis/subgraph-mental-health';
import { education } from '@trellis/subgraph-education';
import { police } from '@trellis/subgraph-police';
import { childProtection } from '@trellis/subgraph-child-protection';
import { loadFiles } from './load/load-files.ts';
import { renderAccount } from './load/render-account.ts';
import { readdirSync } from 'node:fs';
const server = await openEmbedded({ directory: undefined });
const dbs: Record<string, any> = {};
for (const a of [identity, mentalHealth, education, police, childProtection]) {
  const db = await server.database(a.name.replaceAll('-', '_'));
  await migrate(db, a.migrations!);
  dbs[a.name] = db;
}
let involvements = 0;
const register = {
  registerChildren: async () => {},
  disputeBirthDates: async () => {},
  openInvolvements: async (_a: string, i: readonly object[]) => {
    involvements += i.length;
  },
};
const D = '/work/shared/data/';
const ls = (d: string, ext: string) =>
  readdirSync(D + d)
    .filter((f) => f.endsWith(ext))
    .map((f) => D + d + '/' + f);
const run = async (agency: any, files: string[], links?: string) => {
  const t = Date.now();
  const result = await loadFiles({
    agency,
    files,
    links,
    databases: { agency: dbs[agency], identity: dbs.identity, register },
    clock: fixedClock('2022-03-01T12:00:00Z'),
  });
  console.log(agency, Date.now() - t, 'ms');
  console.log(renderAccount(result, undefined).slice(0, 9000));
  console.log(result.review.length, result.review.slice(0, 3));
};
const L = D + 'crosswalk.csv';
await run('mental-health', ls('health/synthea-r4-slim', '.json'), L);
await run('mental-health', ls('health/us-core-examples', '.json'), L);
await run('education', ls('education/ed-fi-5.2-sample-xml', '.xml'), L);
await run('child-protection', ls('child-welfare/england-cin-census-xml', '.xml'), L);
await run(
  'police',
  [
    ...ls('police/nibrs-iepd-2019-xml', '.xml'),
    ...ls('police/nibrs-xml-toolkit-tests', '.xml'),
    ...ls('police/ndex-lexs-xml', '.xml'),
  ],
  L,
);
console.log(involvements, process.memoryUsage().rss / 1e6);
for (const t of ['children', 'numbers'])
  console.log(t, (await dbs.identity.query(`select count(*)::int as n from ${t}`)).rows);
console.log((await dbs.education.query('select count(*)::int as n from answerable_incidents')).rows);
await server.close();
