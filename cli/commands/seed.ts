import { Command } from 'commander';
import { defaultPorts } from '@trellis/network/development';
import { dataDirectory } from '../data-directory.ts';
import { readDevelopment } from '../read-development.ts';

/** `trellis seed`: puts the synthetic network into the embedded data, without serving it. */
export function seedCommand(): Command {
  return new Command('seed')
    .description('migrate the embedded data and put the synthetic network into it, once')
    .option('--json', 'print what was done as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { openNetworkData, seedNetwork } = await import('@trellis/network');
      const { now, randomSeed } = readDevelopment(process.env, defaultPorts);
      const log = json ? () => undefined : console.log;
      const data = await openNetworkData({ directory: dataDirectory(), now, log });
      try {
        const seeded = await seedNetwork(data, { randomSeed, log });
        if (json) console.log(JSON.stringify({ directory: dataDirectory(), ...seeded }));
      } finally {
        await data.close();
      }
    });
}
