import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { network } from '@trellis/vocabulary';
import { Failure } from '../failure.ts';

/** `trellis test`: runs an agency's own tests, by Node's test runner, wherever the network's folder is. */
export function testCommand(): Command {
  return new Command('test')
    .description("run an agency's own tests: every *.test.ts of its folder")
    .argument('<agency>', 'its name on the network')
    .action(async (name: string) => {
      const agency = network.agencies.find((each) => each.name === name);
      const tests = agency === undefined ? [] : readdirSync(agency.folder).filter((file) => file.endsWith('.test.ts'));
      if (agency === undefined || tests.length === 0)
        throw new Failure(`\`${name}\` has no tests in ${network.folder}`, {
          fix: `Write agencies/${name}/agency.test.ts; \`npx trellis new\` shows one.`,
          exitCode: 2,
        });
      const hooks = ['@trellis/platform/typescript', '@trellis/network/register-packages'];
      const imports = hooks.flatMap((hook) => ['--import', fileURLToPath(import.meta.resolve(hook))]);
      const files = tests.map((file) => join(agency.folder, file));
      // Through this process where nobody looks: whoever reads may stop reading (`| head`), and the runner would fail of it.
      const out = process.stdout.isTTY ? 'inherit' : 'pipe';
      const runner = spawn(process.execPath, [...imports, '--no-warnings', '--test', ...files], {
        stdio: ['inherit', out, 'inherit'],
      });
      runner.stdout?.pipe(process.stdout);
      // This process ends with its reader; a runner that went on would complain that nobody listens.
      process.once('exit', () => runner.kill('SIGKILL'));
      process.exitCode = await new Promise<number>((resolve) => runner.once('close', (code) => resolve(code ?? 1)));
    });
}
