import { readFileSync } from 'node:fs';
import { openNetworkData } from '@trellis/network';
import { seedRegister } from '@trellis/register';
import { loadIntoNetwork } from '../../../load/load-into-network.ts';

/** A process that loads a file of the schools into the data of a folder, and says how far it is: `load-into.ts FOLDER FILE`. */
const [directory = '', path = ''] = process.argv.slice(2);
const data = await openNetworkData({ directory, now: '2022-03-01T12:00:00Z' });
const pack = readFileSync(new URL('../../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
const { rows } = await data.databases.register!.query('select 1 from register.rule_set_text limit 1');
if (rows.length === 0)
  await data.databases.register!.transaction((tx) => seedRegister(tx, { at: data.clock.now(), ruleSets: [pack] }));
await loadIntoNetwork(data, {
  agency: 'education',
  files: [path],
  onProgress: (done, total) => console.log(`${Math.floor((100 * done) / total)} %`),
});
await data.close();
