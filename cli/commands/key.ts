import { Command } from 'commander';
import { openDevelopmentKey } from '@trellis/network/development-keys';
import { isAgencyName, network } from '@trellis/vocabulary';
import { dataDirectory } from '../data-directory.ts';
import { Failure } from '../failure.ts';

/** `trellis key`: the key that the development network seals an agency's requests with, for an agency that runs by itself. */
export function keyCommand(): Command {
  return new Command('key')
    .description('print the development key of an agency: 32 bytes in hex, which it verifies requests with')
    .argument('<agency>', 'its name; it need not be on the network yet')
    .action(async (agency: string) => {
      if (!isAgencyName(agency) && !network.services.includes(agency)) {
        throw new Failure(`\`${agency}\` cannot be the name of an agency`, {
          fix: 'A name is lower-case words joined by hyphens, and none that the network uses itself.',
          exitCode: 2,
        });
      }
      const { key } = (await openDevelopmentKey(dataDirectory()))(agency);
      console.log(key.export().toString('hex'));
    });
}
