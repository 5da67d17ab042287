import { Command } from 'commander';
import type { LoadData, LoadRecord } from '@trellis/load';
import { Failure } from '../failure.ts';
import { disclosedSince, type Meanwhile } from '../disclosed-since.ts';
import { actingPerson, withLoadData } from '../load-data.ts';

interface Options {
  readonly json?: boolean;
  readonly by?: string;
}

/** `trellis load list`: every load that was run. */
export function loadListCommand(): Command {
  return new Command('list')
    .description('the loads that were run, latest first')
    .argument('[agency]', 'only those of this agency')
    .option('--json', 'print them as JSON')
    .action(async (agency: string | undefined, { json }: Options) => {
      const { allLoads, isLoadingAgency } = await import('@trellis/load');
      if (agency !== undefined && !isLoadingAgency(agency))
        throw new Failure('records are not loaded for an agency of this name', { exitCode: 2 });
      const loads = await withLoadData((data) => allLoads(data, agency));
      if (json) console.log(JSON.stringify(loads));
      else if (loads.length === 0) console.log('Nothing was loaded yet.');
      else for (const load of loads) console.log(lineOf(load));
    });
}

/** `trellis load show`: one load with its account. */
export function loadShowCommand(): Command {
  return new Command('show')
    .description('one load: its source, its export, who ran it, and its account')
    .argument('<load>', 'the id of the load')
    .option('--json', 'print it as JSON')
    .action(async (id: string, { json }: Options) => {
      const { oneLoad } = await import('@trellis/load');
      const load = await withLoadData((data) => oneLoad(data, id));
      if (load === undefined) throw noLoad();
      console.log(json ? JSON.stringify(load) : `${lineOf(load)}\n${JSON.stringify(load.account, undefined, 2)}`);
    });
}

/** `trellis load undo`: takes one load back, whole. */
export function loadUndoCommand(): Command {
  return new Command('undo')
    .description('take one load back, whole; or say what stands against it')
    .argument('<load>', 'the id of the load')
    .option('--by <name>', 'who undoes it; the account that runs the command unless given')
    .option('--json', 'print what was done as JSON')
    .action(async (id: string, { json, by }: Options) => {
      const undone = await withLoadData((data) => undo(data, id, actingPerson(by)));
      if (json) console.log(JSON.stringify(undone));
      else if (undone.against.length > 0)
        console.log(
          ['Nothing was undone. Against it stands:', ...undone.against.map((each) => `  ${each}`)].join('\n'),
        );
      else {
        console.log(`Undone: ${undone.rows} rows stand as before, about ${undone.children.length} children.`);
        console.log(
          undone.disclosures.length === 0
            ? 'Nothing about these children was disclosed meanwhile.'
            : ['Disclosed meanwhile, for an officer to look at:', ...undone.disclosures.map(disclosureLine)].join('\n'),
        );
      }
      if (undone.against.length > 0) process.exitCode = 1;
    });
}

/** `trellis load forget`: destroys what loading keeps of a child that was erased. */
export function loadForgetCommand(): Command {
  return new Command('forget')
    .description('destroy what loading keeps of a child that two officers erased; its loads cannot be undone any more')
    .argument('<child>', 'the network id of the child')
    .option('--json', 'print what went as JSON')
    .action(async (child: string, { json }: Options) => {
      const forgotten = await withLoadData((data) => forget(data, child));
      console.log(
        json
          ? JSON.stringify(forgotten)
          : `Forgotten: ${forgotten.changes} notes of changes and ${forgotten.doubts} doubts are destroyed.`,
      );
    });
}

async function forget(data: LoadData, child: string) {
  const { databasesFor, forgetChild, identityOf, loadingAgencies, openRegisterPort } = await import('@trellis/load');
  const here = loadingAgencies.filter((name) => data.databases[name] !== undefined);
  const opened = await Promise.all(here.map(async (name) => [name, (await databasesFor(data, name)).agency] as const));
  const register = openRegisterPort(data.register);
  return forgetChild({ agencies: Object.fromEntries(opened), identity: await identityOf(data), register, child });
}

async function undo(data: LoadData, id: string, by: string) {
  const { databasesFor, isLoadingAgency, oneLoad, undoLoad } = await import('@trellis/load');
  const load = await oneLoad(data, id);
  if (load === undefined || !isLoadingAgency(load.agency)) throw noLoad();
  const databases = await databasesFor(data, load.agency);
  const at = new Date(data.clock.now()).toISOString();
  const undone = await undoLoad({ agency: load.agency, load: id, databases, by, at });
  const disclosures: Meanwhile[] = [];
  if (undone.against.length === 0) {
    const from = Date.parse(undone.since);
    for (const child of undone.children) disclosures.push(...(await disclosedSince(data.ledger, child, from)));
  }
  return { ...undone, disclosures };
}

function disclosureLine({ child, at, agency, disclosure }: Meanwhile): string {
  return `  ${at}  ${agency.padEnd(16)}  ${child}  ${disclosure}`;
}

function lineOf({ id, startedAt, agency, format, source, exportedAt, ranBy, state }: LoadRecord): string {
  return `${id}  ${startedAt}  ${agency}  ${format}, ${source}, exported ${exportedAt}, by ${ranBy}  ${state}`;
}

function noLoad(): Failure {
  return new Failure('there is no load of this id', { fix: '`trellis load list` shows them.', exitCode: 2 });
}
