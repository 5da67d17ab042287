import { Command } from 'commander';

/** `trellis migrate`: brings the agencies' databases up to date, before they are served. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the databases of all agencies up to date (DATABASE_URLS, DATABASE_PASSWORD_FILES)')
    .action(async () => {
      const { migrateAll } = await import('@trellis/network');
      await migrateAll(process.env, console.log);
    });
}
