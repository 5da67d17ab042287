import { Argument, Command } from 'commander';
import { vocabulary } from '@trellis/vocabulary';
import { untilStopped } from '../until-stopped.ts';

const gatewayHelp = `
Its configuration is the environment's; what is missing or wrong is named when it starts.`;

/** `trellis serve`: one process of a production network. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('run one process of a production network')
    .addCommand(
      new Command('gateway')
        .description('run a gateway')
        .addHelpText('after', gatewayHelp)
        .action(async () => {
          const { serveGateway } = await import('@trellis/network');
          await untilStopped(await serveGateway(process.env));
        }),
    )
    .addCommand(
      new Command('agency')
        .description('run one agency')
        .addArgument(new Argument('<name>', 'which').choices(vocabulary.agencies))
        .addHelpText(
          'after',
          '\nEnvironment: DATABASE_URL, DATABASE_PASSWORD_FILE, SEAL_KEY_FILE, PORT (4100), HOST (0.0.0.0), LOG_LEVEL (info).',
        )
        .action(async (name: string) => {
          const { serveAgency } = await import('@trellis/network');
          await untilStopped(await serveAgency(name, process.env));
        }),
    );
}
