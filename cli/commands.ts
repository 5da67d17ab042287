import type { Command } from 'commander';

/** The commands in the order of the help, each read only when it is asked for: reading all takes longer than most of them run. */
export const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['dev', async () => (await import('./commands/dev.ts')).devCommand()],
  ['serve', async () => (await import('./commands/serve.ts')).serveCommand()],
  ['token', async () => (await import('./commands/token.ts')).tokenCommand()],
  ['explain', async () => (await import('./commands/explain.ts')).explainCommand()],
  ['rules', async () => (await import('./commands/rules.ts')).rulesCommand()],
  ['init', async () => (await import('./commands/init.ts')).initCommand()],
  ['new', async () => (await import('./commands/new.ts')).newCommand()],
  ['check', async () => (await import('./commands/check.ts')).checkCommand()],
  ['publish', async () => (await import('./commands/publish.ts')).publishCommand()],
  ['rollback', async () => (await import('./commands/rollback.ts')).rollbackCommand()],
  ['agencies', async () => (await import('./commands/agencies.ts')).agenciesCommand()],
  ['test', async () => (await import('./commands/test.ts')).testCommand()],
  ['types', async () => (await import('./commands/types.ts')).typesCommand()],
  ['compose', async () => (await import('./commands/compose.ts')).composeCommand()],
  ['conformance', async () => (await import('./commands/conformance.ts')).conformanceCommand()],
  ['key', async () => (await import('./commands/key.ts')).keyCommand()],
  ['seed', async () => (await import('./commands/seed.ts')).seedCommand()],
  ['load', async () => (await import('./commands/load.ts')).loadCommand()],
  ['consents', async () => (await import('./commands/consents.ts')).consentsCommand()],
  ['link', async () => (await import('./commands/link.ts')).linkCommand()],
  ['ledger', async () => (await import('./commands/ledger.ts')).ledgerCommand()],
  ['migrate', async () => (await import('./commands/migrate.ts')).migrateCommand()],
  ['secrets', async () => (await import('./commands/secrets.ts')).secretsCommand()],
]);
