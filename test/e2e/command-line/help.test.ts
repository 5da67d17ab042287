import { describe, expect, it } from '@jest/globals';
import type { Command } from 'commander';
import { buildProgram } from '../../../cli/program.ts';

/** Every command with its way there. */
function all(command: Command, path: string): [string, Command][] {
  return command.commands.flatMap((each) => {
    const here = `${path} ${each.name()}`;
    return [[here, each] as [string, Command], ...all(each, here)];
  });
}
const commands = all(await buildProgram(), 'trellis');

describe('the command line', () => {
  it('knows each command by its own name, and reads it alone where it is called', async () => {
    const names = commands.map(([path]) => path.split(' ')[1]);
    for (const name of new Set(names))
      expect((await buildProgram(name)).commands.map((each) => each.name())).toEqual([name]);
    expect((await buildProgram('--help')).commands).toHaveLength(new Set(names).size);
  });

  it('has the commands that the design names', () => {
    expect(commands.map(([path]) => path)).toEqual(
      expect.arrayContaining([
        ...['dev', 'serve gateway', 'serve agency', 'token', 'explain', 'compose', 'seed', 'load'].map(
          (name) => `trellis ${name}`,
        ),
        ...['ledger verify', 'ledger prove', 'ledger checkpoint'].map((name) => `trellis ${name}`),
      ]),
    );
  });

  it.each(commands)('%s says what it does, and each of its options', (_path, command) => {
    expect(command.description()).not.toBe('');
    expect(command.options.filter(({ description }) => description === '')).toEqual([]);
    expect(command.helpInformation()).toContain('Usage:');
  });
});
