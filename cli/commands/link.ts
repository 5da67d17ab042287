import { Command } from 'commander';
import type { Decision, Doubt } from '@trellis/load';
import { Failure } from '../failure.ts';
import { withLoadData } from '../load-data.ts';
import { loadingAgencyNamed } from '../loading-agency.ts';

interface Options {
  readonly all?: boolean;
  readonly json?: boolean;
  readonly by: string;
  readonly child?: string;
  readonly new?: boolean;
  readonly keep?: boolean;
  readonly birthDate?: string;
}

interface MoveOptions {
  readonly to?: string;
  readonly new?: boolean;
  readonly by: string;
  readonly source?: string;
  readonly json?: boolean;
}

/** `trellis link`: whose a number is, where a person has to say so. */
export function linkCommand(): Command {
  return new Command('link')
    .description('say whose a number is, where loading left that to a person (docs/loading.md)')
    .addCommand(listCommand())
    .addCommand(settleCommand())
    .addCommand(moveCommand());
}

function listCommand(): Command {
  return new Command('list')
    .description('what waits for a person, oldest first')
    .argument('[agency]', 'only what this agency loaded')
    .option('--all', 'also what was settled, by whom')
    .option('--json', 'print it as JSON')
    .action(async (name: string | undefined, { all = false, json }: Options) => {
      const agency = name === undefined ? undefined : await loadingAgencyNamed(name);
      const { identityOf, listDoubts } = await import('@trellis/load');
      const doubts = await withLoadData(async (data) => listDoubts(await identityOf(data), { agency, all }));
      if (json) console.log(JSON.stringify(doubts));
      else if (doubts.length === 0) console.log('Nothing waits.');
      else for (const doubt of doubts) console.log(linesOf(doubt));
    });
}

function settleCommand(): Command {
  return new Command('settle')
    .description('settle one of them, by name')
    .argument('<doubt>', 'its id')
    .requiredOption('--by <name>', 'who decides')
    .option('--child <id>', 'the number means this child')
    .option('--new', 'the number means nobody whom the network knows')
    .option('--keep', 'two sources differ, and it stays as it is')
    .option('--birth-date <day>', 'two sources differ, and this is the birth date')
    .option('--json', 'print what was done as JSON')
    .action(async (id: string, options: Options) => {
      const decision = decisionOf(options);
      const { databasesFor, findDoubt, identityOf, isLoadingAgency, settleDoubt } = await import('@trellis/load');
      const settled = await withLoadData(async (data) => {
        const identity = await identityOf(data);
        const agency = (await findDoubt(identity, id))?.agency ?? '';
        if (!isLoadingAgency(agency))
          throw new Failure('there is no doubt of this id', { fix: '`trellis link list` shows them.', exitCode: 2 });
        const { register } = await databasesFor(data, agency);
        const at = new Date(data.clock.now()).toISOString();
        return settleDoubt({ identity, register, doubt: id, decision, by: options.by, at });
      });
      console.log(
        options.json
          ? JSON.stringify({ doubt: settled.doubt.id, child: settled.child })
          : `Settled.${settled.doubt.kind === 'WHO' ? ' Load the file again: what was skipped comes now.' : ''}`,
      );
    });
}

function moveCommand(): Command {
  return new Command('move')
    .description('have a number mean another child, with what the agency loaded under it')
    .argument('<agency>', 'whose number it is')
    .argument('<number>', 'the number, as the agency’s files have it')
    .option('--to <id>', 'the child it means')
    .option('--new', 'it means nobody whom the network knows: the next export says who it is')
    .requiredOption('--by <name>', 'who decides')
    .option('--source <name>', 'which of the agency’s systems numbers so')
    .option('--json', 'print what was done as JSON')
    .action(
      async (name: string, number: string, { to: child, new: isNew = false, by, source = '', json }: MoveOptions) => {
        if ((child !== undefined) === isNew) throw new Failure('say one of --to and --new', { exitCode: 2 });
        const to = child ?? 'new';
        const agency = await loadingAgencyNamed(name);
        const { databasesFor, moveNumber } = await import('@trellis/load');
        const { dayOf } = await import('@trellis/subgraph-kit');
        const moved = await withLoadData(async (data) => {
          const databases = await databasesFor(data, agency);
          const now = data.clock.now();
          const at = new Date(now).toISOString();
          return moveNumber({ agency, issuer: source, number, to, databases, by, at, today: dayOf(now) });
        });
        console.log(
          json
            ? JSON.stringify(moved)
            : `Moved, with ${moved.rows} records. \`trellis load undo ${moved.load}\` takes it back. What was disclosed under the other child: \`trellis ledger disclosures ${moved.from}\`.`,
        );
      },
    );
}

function decisionOf({ child, new: isNew, keep, birthDate }: Options): Decision {
  const given: Decision[] = [
    ...(child === undefined ? [] : [{ child }]),
    ...(isNew ? [{ isNew } as const] : []),
    ...(keep ? [{ keep } as const] : []),
    ...(birthDate === undefined ? [] : [{ birthDate }]),
  ];
  const [decision] = given;
  if (decision === undefined || given.length > 1)
    throw new Failure('say one of --child, --new, --keep and --birth-date', { exitCode: 2 });
  return decision;
}

function linesOf(doubt: Doubt): string {
  const { id, agency, issuer, number, reason, givenName, familyName, birthDate, candidates, settledBy, decision } =
    doubt;
  const who = `${givenName} ${familyName}`.trim();
  return [
    `${id}  ${agency}${issuer === '' ? '' : ` (${issuer})`}  number ${number}  ${who}${birthDate === null ? '' : `, ${birthDate}`}`,
    `    ${reason}${candidates.length === 0 ? '' : `: ${candidates.join(', ')}`}`,
    ...(settledBy === null ? [] : [`    settled by ${settledBy}: ${decision ?? ''}`]),
  ].join('\n');
}
