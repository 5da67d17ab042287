import { Command } from 'commander';
import { Failure } from '../failure.ts';
import { withLedger } from './ledger-files.ts';

/** `trellis ledger grant`: lets gateways run as a role that can add to register and ledger and take nothing away. */
export function grantCommand(): Command {
  return new Command('grant')
    .description('let a database role append, and do what else a gateway does; run as the owner, after each migration')
    .argument('<role>', 'a Postgres role that exists and owns nothing here')
    .action((role: string) =>
      withLedger(async ({ database }) => {
        if (process.env.DATABASE_URL === undefined)
          throw new Failure('the embedded data has its roles already', { fix: 'Set DATABASE_URL.', exitCode: 2 });
        const { grantRole } = await import('@trellis/ledger');
        await grantRole(database, role, ['register', 'ledger']);
        console.log(`${role} may append to register and ledger, and owns nothing of them.`);
      }),
    );
}
