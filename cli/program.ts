import { Command } from 'commander';
import { commands } from './commands.ts';

/** The command line, not yet run: with one command alone where its name is given, as that is read sooner. */
export async function buildProgram(called = ''): Promise<Command> {
  const program = new Command('trellis')
    .enablePositionalOptions()
    .description('One graph over the agencies around a child; each discloses only what consent and law allow.')
    .option('--network <folder>', "the network's folder; TRELLIS_NETWORK, or Ontario's, unless given")
    .showHelpAfterError('(add --help for what this command takes)');
  const named = commands.get(called);
  for (const read of named === undefined ? commands.values() : [named]) program.addCommand(await read());
  throwInsteadOfExit(program);
  return program;
}

/** A command line that does not fit is thrown: `main` says with which code it ends. */
function throwInsteadOfExit(command: Command): void {
  command.exitOverride();
  for (const each of command.commands) throwInsteadOfExit(each);
}
