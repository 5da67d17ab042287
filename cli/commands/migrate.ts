import { readFile } from 'node:fs/promises';
import { Command } from 'commander';

/** `trellis migrate`: brings the agencies' databases up to date, before anything is served. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the databases of all agencies up to date (DATABASE_URLS, DATABASE_PASSWORD_FILES)')
    .option(
      '--first-rules <file>',
      'the pack to publish where no rule set was ever live; later ones go through draft and approval',
    )
    .action(async ({ firstRules }: { firstRules?: string }) => {
      const { migrateAll } = await import('@trellis/network');
      const rules = firstRules === undefined ? undefined : await readFile(firstRules, 'utf8');
      await migrateAll(process.env, { log: console.log, firstRules: rules });
    });
}
