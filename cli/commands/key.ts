import { Command } from 'commander';
import { openDevelopmentKeys } from '@trellis/network/development-keys';
import { network } from '@trellis/vocabulary';
import { dataDirectory } from '../data-directory.ts';
import { Failure } from '../failure.ts';

/** `trellis key`: the key that the development network seals an agency's requests with, for an agency that runs by itself. */
export function keyCommand(): Command {
  return new Command('key')
    .description('print the development key of an agency: 32 bytes in hex, which it verifies requests with')
    .argument('<agency>', 'its name on the network')
    .action(async (agency: string) => {
      const key = (await openDevelopmentKeys(dataDirectory()))[agency];
      if (key === undefined) {
        throw new Failure(`\`${agency}\` is not on the network ${network.name}`, {
          fix: `Add agencies/${agency}/ to ${network.folder}, or name one of ${network.vocabulary.agencies.join(', ')}.`,
          exitCode: 2,
        });
      }
      console.log(key.key.export().toString('hex'));
    });
}
