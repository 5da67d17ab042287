import { Command } from 'commander';
import { agenciesCommand } from './commands/agencies.ts';
import { checkCommand } from './commands/check.ts';
import { composeCommand } from './commands/compose.ts';
import { conformanceCommand } from './commands/conformance.ts';
import { devCommand } from './commands/dev.ts';
import { explainCommand } from './commands/explain.ts';
import { initCommand } from './commands/init.ts';
import { linkCommand } from './commands/link.ts';
import { loadCommand } from './commands/load.ts';
import { keyCommand } from './commands/key.ts';
import { ledgerCommand } from './commands/ledger.ts';
import { migrateCommand } from './commands/migrate.ts';
import { newCommand } from './commands/new.ts';
import { publishCommand } from './commands/publish.ts';
import { rollbackCommand } from './commands/rollback.ts';
import { rulesCommand } from './commands/rules.ts';
import { seedCommand } from './commands/seed.ts';
import { secretsCommand } from './commands/secrets.ts';
import { serveCommand } from './commands/serve.ts';
import { testCommand } from './commands/test.ts';
import { tokenCommand } from './commands/token.ts';
import { typesCommand } from './commands/types.ts';

/** The whole command line, not yet run. */
export function buildProgram(): Command {
  return new Command('trellis')
    .enablePositionalOptions()
    .description('One graph over the agencies around a child; each discloses only what consent and law allow.')
    .option('--network <folder>', "the network's folder; TRELLIS_NETWORK, or Ontario's, unless given")
    .showHelpAfterError('(add --help for what this command takes)')
    .addCommand(devCommand())
    .addCommand(serveCommand())
    .addCommand(tokenCommand())
    .addCommand(explainCommand())
    .addCommand(rulesCommand())
    .addCommand(initCommand())
    .addCommand(newCommand())
    .addCommand(checkCommand())
    .addCommand(publishCommand())
    .addCommand(rollbackCommand())
    .addCommand(agenciesCommand())
    .addCommand(testCommand())
    .addCommand(typesCommand())
    .addCommand(composeCommand())
    .addCommand(conformanceCommand())
    .addCommand(keyCommand())
    .addCommand(seedCommand())
    .addCommand(loadCommand())
    .addCommand(linkCommand())
    .addCommand(ledgerCommand())
    .addCommand(migrateCommand())
    .addCommand(secretsCommand());
}
