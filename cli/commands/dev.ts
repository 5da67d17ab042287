import { Command } from 'commander';
import type { Network } from '@trellis/network';
import { beginToOpen, defaultPorts } from '@trellis/network/development';
import { network as trellis, type AgencyFolder } from '@trellis/vocabulary';
import { askGateway } from '../ask-gateway.ts';
import { dataDirectory } from '../data-directory.ts';
import { Failure } from '../failure.ts';
import { buildPages } from '../build-pages.ts';
import { followSaves } from '../dev/follow-saves.ts';
import { printRulesApart } from '../dev/print-rules-apart.ts';
import { printUnreadableRules } from '../dev/print-unreadable-rules.ts';
import { readDevelopment } from '../read-development.ts';
import { runningGateway } from '../running-gateway.ts';
import { untilStopped } from '../until-stopped.ts';

const environment = `
Examples:
  npx trellis dev                            everything
  npx trellis dev --agency youth-shelter     one agency's own work, the others absent

Environment:
  PORT                    the gateway's port (4000), as --port; the others move with it
  ADMIN_PORT              the gateway's other port, unless it is PORT + 1
  TRELLIS_PORTS_FROM      the issuer's port, unless it is PORT + 100; the agencies' follow
  TRELLIS_DATA            where data and keys are kept (.trellis/)
  TRELLIS_NOW             the moment it always is, for development
  TRELLIS_RANDOM_SEED     another synthetic network, the same each time
  TRELLIS_SUBGRAPH_URLS   JSON, agency to URL, where a proxy stands between
  TRELLIS_SUPERGRAPH      a supergraph file to watch, in place of the one composed here
  TRELLIS_REGISTERED_OPERATIONS  a JSON file of each app's operations, as in production
  TRELLIS_BUDGETS         JSON, as in production; none unless given
  TRELLIS_CORS_ORIGINS    JSON, as in production: origins whose pages may ask; none unless given
  LOG_LEVEL               warn unless given; the log goes to stderr`;

/** `trellis dev`, which is `npm start`: the whole network in this process. */
export function devCommand(): Command {
  return new Command('dev')
    .description('run the whole network in one process: data, issuer, agencies, gateway')
    .option(
      '--agency <name>',
      'work on one agency: the others are invented from their schemas, and what you save goes on the graph',
    )
    .option('--port <number>', 'the gateway’s port (4000); the others move with it')
    .addHelpText('after', environment)
    .action(async ({ agency: name, port }: { readonly agency?: string; readonly port?: string }) => {
      const agency = name === undefined ? undefined : agencyNamed(name);
      // Before the network is loaded: the code of agencies that are absent need not be here.
      if (name !== undefined) process.env['TRELLIS_AGENCY'] = name;
      if (port !== undefined) process.env['PORT'] = port;
      const settings = readDevelopment(process.env, defaultPorts);
      console.log('Starting Trellis …');
      await buildPages();
      const opening = beginToOpen(dataDirectory());
      const network = await start(settings, opening).catch(async (error: unknown) => {
        // Its thread would keep the process, and whoever waits for its end.
        await opening.then((database) => database.close()).catch(() => undefined);
        return explained(error);
      });
      const forget = runningGateway.note(network.urls.gateway);
      await firstQuestion(network);
      const { printAgencyWorkedOn, printWhatToTry, printAddresses } = await import('../dev/print-started.ts');
      printAddresses(network);
      if (agency !== undefined) printAgencyWorkedOn(agency);
      else {
        printWhatToTry(network);
        await printUnreadableRules();
      }
      await printRulesApart(network);
      const watching = agency && (await followSaves(network, agency));
      // Listened for before it is told of: whoever reads the line may act on it at once.
      const stopped = untilStopped(network);
      console.log('\nCtrl-C stops everything.');
      await stopped;
      forget();
      watching?.close();
      console.log('Stopped.');
    });
}

async function start(
  settings: ReturnType<typeof readDevelopment>,
  opening: ReturnType<typeof beginToOpen>,
): Promise<Network> {
  const { createDevelopmentLogger, readAppConfig, startNetwork } = await import('@trellis/network');
  return startNetwork({
    ...settings,
    apps: readAppConfig(process.env),
    dataDirectory: dataDirectory(),
    opening,
    supergraphFile: process.env.TRELLIS_SUPERGRAPH,
    logger: createDevelopmentLogger(process.env.LOG_LEVEL),
    log: (line) => console.log(`  ${line}`),
  });
}

function agencyNamed(name: string): AgencyFolder {
  const agency = trellis.agencies.find((each) => each.name === name);
  if (agency !== undefined) return agency;
  throw new Failure(`\`${name}\` is not on the network ${trellis.name}`, {
    fix: `Its agencies: ${trellis.agencies.map((each) => each.name).join(', ')}. \`npx trellis new\` adds one.`,
    exitCode: 2,
  });
}

/** Asks something that discloses nothing, so that whoever comes first does not wait for what is made ready once. */
async function firstQuestion({ urls, token }: Network): Promise<void> {
  const purpose = 'privacy-administration';
  const officer = { agency: 'network', role: 'auditor', kind: 'officer', user: 'start', purposes: [purpose] } as const;
  const question = { query: '{ agencies { name } }', variables: {}, token: await token(officer), purpose };
  await askGateway(urls.gateway, question);
}

/** Not permitted, a disk that cannot be written or is full, a file where a directory is to be. */
const noDirectory = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EEXIST', 'ENOTDIR']);

/** Throws what went wrong with a port or a directory as a failure, with the way out. */
function explained(error: unknown): never {
  const { code, port } = error as { code?: unknown; port?: unknown };
  if (code === 'EADDRINUSE') {
    throw new Failure(`port ${String(port)} is in use`, {
      fix: 'Stop what listens there, or take other ports: --port 4300 moves all of them.',
    });
  }
  if (typeof code === 'string' && noDirectory.has(code))
    throw new Failure('the data directory cannot be written', { fix: 'Set TRELLIS_DATA to one that can.' });
  throw error;
}
