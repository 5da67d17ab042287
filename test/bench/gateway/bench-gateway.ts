import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { compose } from '@trellis/schema';
import { readSubgraphs } from '@trellis/network/subgraphs';
import { network, vocabulary } from '@trellis/vocabulary';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Turn } from './check-answers.ts';
import { checkAnswers } from './check-answers.ts';
import { load } from './load.ts';
import { bodiesOf, operations } from './operations.ts';
import type { BenchOperation } from './operations.ts';
import { agencyNames, idOf } from './records.ts';
import type { GatewayResult, Round } from './results.ts';
import { summarise } from './results.ts';
import type { Setup } from './setup.ts';
import { audience, issuer, purpose, users } from './setup.ts';
import type { Process } from './start-process.ts';
import { pin, startProcess } from './start-process.ts';
import { temporaryDatabase } from './temporary-database.ts';

export interface BenchOptions {
  readonly rounds: number;
  /** Of one gateway's turn in a round. */
  readonly seconds: number;
  readonly warmUpSeconds: number;
  /** The gateways and the operations to measure, by name; all of either, where none of it is named. */
  readonly only?: readonly string[];
  readonly log: (line: string) => void;
}

export interface GatewayBench {
  readonly database: 'postgres' | 'embedded';
  readonly pinned: boolean;
  readonly connections: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly operations: readonly OperationResult[];
}

export interface OperationResult {
  readonly name: string;
  /** Of stock's answer. */
  readonly bytes: number;
  readonly gateways: readonly GatewayResult[];
}

const connections = Number(process.env['BENCH_CONN'] ?? 32);
/** Children that rotate in one run; as many again for the run in which one in ten withholds. */
const rotating = 64;

/** Who is measured: a process, and the children it is asked about. */
interface Subject {
  readonly name: string;
  readonly file: string;
  readonly withholding: boolean;
}

const subjects: readonly Subject[] = [
  { name: 'stock', file: 'stock.ts', withholding: false },
  { name: 'trellis', file: 'trellis.ts', withholding: false },
  { name: 'trellis (one in ten withheld)', file: 'trellis.ts', withholding: true },
  { name: 'trellis (nothing enforced)', file: 'unenforced.ts', withholding: false },
  { name: 'no gateway', file: 'ceiling.ts', withholding: false },
];

/** The same agencies and operations behind each gateway, turn by turn in one run. */
export async function benchGateway(options: BenchOptions): Promise<GatewayBench> {
  const { rounds, seconds, log } = options;
  const pinned = availableParallelism() > 1 && pin(process.pid, 1);
  const database = await temporaryDatabase();
  log(
    database
      ? '  register and ledger: Postgres'
      : '  register and ledger: embedded, since no Postgres was reachable; its CPU counts as the gateway’s',
  );
  const results: OperationResult[] = [];
  try {
    const { setup, headers } = await prepare(database?.url);
    const agencies = await startProcess('agencies.ts', setup, pinned ? 1 : undefined);
    try {
      const ready: Setup = { ...setup, agencyUrls: agencies.urls, supergraphSdl: supergraph(agencies.urls) };
      for (const operation of chosen(operations, options)) {
        log(`  ${operation.name}:`);
        await database?.reset();
        results.push(await measure(operation, ready, headers, options, pinned));
      }
    } finally {
      await agencies.stop();
    }
  } finally {
    await database?.drop();
  }
  return { database: database ? 'postgres' : 'embedded', pinned, connections, rounds, seconds, operations: results };
}

/** Those that `only` names; all, where it names none of them. */
function chosen<Named extends { readonly name: string }>(
  all: readonly Named[],
  { only }: BenchOptions,
): readonly Named[] {
  const named = all.filter(({ name }) => only?.includes(name));
  return named.length > 0 ? named : all;
}

async function measure(
  operation: BenchOperation,
  setup: Setup,
  headers: readonly Record<string, string>[],
  options: BenchOptions,
  pinned: boolean,
): Promise<OperationResult> {
  const { rounds, seconds, warmUpSeconds, log } = options;
  const ids = Array.from({ length: 2 * rotating }, (_, number) => idOf(number));
  const processes = new Map<string, Process>();
  try {
    const turns: (Turn & { readonly process: Process })[] = [];
    for (const { name, file, withholding } of chosen(subjects, options)) {
      const process = processes.get(file) ?? (await startProcess(file, setup, pinned ? 0 : undefined));
      processes.set(file, process);
      const bodies = bodiesOf(operation, withholding ? ids.slice(rotating) : ids.slice(0, rotating));
      turns.push({ name, withholding, process, url: process.urls['gateway'] ?? '', bodies, headers });
    }
    const bytes = await checkAnswers(turns);
    for (const turn of turns) await load({ ...turn, connections, seconds: warmUpSeconds, atLeast: operation.warmUp });
    const measured = new Map<string, Round[]>(turns.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      // Whoever goes first meets another machine than whoever goes last: the order turns round each time.
      for (const turn of round % 2 === 0 ? turns : [...turns].reverse()) {
        const before = await turn.process.used();
        const answered = await load({ ...turn, connections, seconds });
        const after = await turn.process.used();
        const cpuMs = (after.cpuMs - before.cpuMs) / answered.requests;
        measured.get(turn.name)?.push({ ...answered, cpuMs, rssMb: after.rssMb });
      }
      const said = [...measured].map(([name, rounds]) => `${name} ${rounds.at(-1)?.cpuMs.toFixed(3) ?? ''}`);
      log(`    round ${round + 1}, CPU ms per request: ${said.join(' · ')}`);
    }
    return { name: operation.name, bytes, gateways: summarise(measured, 'stock') };
  } finally {
    await Promise.all([...processes.values()].map((each) => each.stop()));
  }
}

async function prepare(databaseUrl: string | undefined) {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const headers = await Promise.all(
    users.map(async (user) => {
      const claims = {
        agency: 'child-protection',
        role: 'caseworker',
        kind: 'worker',
        purposes: [purpose],
        app: 'bench',
      };
      const token = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'EdDSA', kid: 'bench' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(user)
        .setIssuedAt()
        .setNotBefore('0s')
        .setExpirationTime('2h')
        .sign(privateKey);
      return { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'purpose-of-use': purpose };
    }),
  );
  const setup: Setup = {
    children: 2 * rotating,
    supergraphSdl: '',
    agencyUrls: {},
    sealSecrets: Object.fromEntries(agencyNames.map((agency) => [agency, randomBytes(32).toString('hex')])),
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: 'EdDSA' }] },
    ...(databaseUrl !== undefined && { databaseUrl }),
  };
  return { setup, headers };
}

/** The graph that ships, whole, with the four agencies that answer here at their addresses. */
function supergraph(urls: Readonly<Record<string, string>>): string {
  const subgraphs = readSubgraphs(network).map(({ name, sdl }) => ({
    name,
    sdl,
    url: urls[name] ?? 'http://127.0.0.1:9/graphql',
  }));
  const composed = compose(subgraphs, vocabulary);
  if ('problems' in composed) throw new Error('The shipped graph does not compose: run `npx trellis compose`.');
  return composed.supergraphSdl;
}
