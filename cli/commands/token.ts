import { Command } from 'commander';
import { dataDirectory } from '../data-directory.ts';
import { readPurpose, requesterFrom, requesterOptions, type RequesterOptions } from '../requester-options.ts';

interface Options extends RequesterOptions {
  readonly purpose: readonly string[];
  readonly app?: string;
  readonly lifetime: string;
  readonly json?: boolean;
}

const example = `
Example:
  npx trellis token --agency NAME --role ROLE --purpose PURPOSE`;

/** `trellis token`: prints a development JWT, and nothing else, on stdout. */
export function tokenCommand(): Command {
  return new Command('token')
    .description('print a token of the development issuer')
    .addOption(requesterOptions.agency)
    .addOption(requesterOptions.role)
    .requiredOption('--purpose <code...>', 'the purposes the token allows, one or more')
    .addOption(requesterOptions.user)
    .addOption(requesterOptions.kind)
    .option('--app <name>', 'the application that asks; `trellis-development` unless given')
    .option('--lifetime <seconds>', 'how long it is valid', '3600')
    .option('--json', 'print the token with its claims as JSON')
    .addHelpText('after', example)
    .action(async (options: Options) => {
      const claims = {
        ...requesterFrom(options),
        purposes: options.purpose.map(readPurpose),
        app: options.app,
        lifetime: Number(options.lifetime),
      };
      const { openDevelopmentIssuer } = await import('@trellis/network/development');
      const token = await (await openDevelopmentIssuer(dataDirectory())).mint(claims);
      console.log(options.json ? JSON.stringify({ token, ...claims }) : token);
    });
}
