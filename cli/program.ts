import { Command } from 'commander';
import { composeCommand } from './commands/compose.ts';
import { conformanceCommand } from './commands/conformance.ts';
import { devCommand } from './commands/dev.ts';
import { explainCommand } from './commands/explain.ts';
import { loadCommand } from './commands/load.ts';
import { keyCommand } from './commands/key.ts';
import { ledgerCommand } from './commands/ledger.ts';
import { migrateCommand } from './commands/migrate.ts';
import { rulesCommand } from './commands/rules.ts';
import { seedCommand } from './commands/seed.ts';
import { secretsCommand } from './commands/secrets.ts';
import { serveCommand } from './commands/serve.ts';
import { tokenCommand } from './commands/token.ts';

/** The whole command line, not yet run. */
export function buildProgram(): Command {
  return new Command('trellis')
    .description('One graph over the agencies around a child; each discloses only what consent and law allow.')
    .showHelpAfterError('(add --help for what this command takes)')
    .addCommand(devCommand())
    .addCommand(serveCommand())
    .addCommand(tokenCommand())
    .addCommand(explainCommand())
    .addCommand(rulesCommand())
    .addCommand(composeCommand())
    .addCommand(conformanceCommand())
    .addCommand(keyCommand())
    .addCommand(seedCommand())
    .addCommand(loadCommand())
    .addCommand(ledgerCommand())
    .addCommand(migrateCommand())
    .addCommand(secretsCommand());
}
