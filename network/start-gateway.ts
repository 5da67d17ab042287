import {
  createAgencyClient,
  disclosureIds,
  openGateway,
  openMetrics,
  openTokenVerifier,
  type createLogger,
  type Deadlines,
  type GatewayConfig,
  type GatewayServer,
} from '@trellis/gateway';
import { openProcessCache, systemClock } from '@trellis/platform';
import { compose } from '@trellis/schema';
import type { SealKey } from '@trellis/seal';
import type { Agency } from '@trellis/subgraph-kit';
import { network, vocabulary } from '@trellis/vocabulary';
import { readSubgraphs } from './read-subgraphs.ts';
import { databaseOf } from './agencies.ts';
import type { DevelopmentIssuer } from './development-issuer.ts';
import { builtPages } from './built-pages.ts';
import { dutyContacts } from './duty-contacts.ts';
import type { NetworkData } from './open-network-data.ts';
import { pageWords } from './page-words.ts';

type Logger = ReturnType<typeof createLogger>;

export interface DevelopmentGatewayOptions {
  readonly data: NetworkData;
  readonly agencies: readonly Agency[];
  /** Where the gateway finds each agency. */
  readonly urls: Readonly<Record<string, string>>;
  readonly keys: Readonly<Record<string, SealKey>>;
  readonly issuer: DevelopmentIssuer;
  readonly jwksUrl: string;
  /** Where the issuer's metadata is, for the pages' sign-in. */
  readonly discoveryUrl: string;
  /** A supergraph file, read again when it changes; composed from the agencies unless given. */
  readonly supergraphFile?: string | undefined;
  readonly randomSeed?: string | undefined;
  /** What apps may send: no budgets, and any operation, unless given. */
  readonly apps?: Pick<GatewayConfig, 'budgets' | 'registration'> | undefined;
  /** How long the gateway waits for each agency and for the register; longer than in production unless given. */
  readonly deadlines?: DevelopmentDeadlines | undefined;
  readonly logger: Logger;
}

/** Milliseconds that a development gateway waits; a test gives longer ones, so that a slow machine fails nothing. */
interface DevelopmentDeadlines extends Deadlines {
  agencyMs(agency: string): number;
}

/** Longer than in production: everything shares one machine, and that may be a small one. */
const developmentDeadlines: DevelopmentDeadlines = {
  agencyMs: () => 30_000,
  registerMs: 30_000,
  releaseMs: 30_000,
};

/** A gateway for development over these agencies, not yet listening: introspection and explorer on, no budgets unless given. */
export async function openDevelopmentGateway(options: DevelopmentGatewayOptions): Promise<GatewayServer> {
  const { data, agencies, urls, keys, issuer, jwksUrl, discoveryUrl, supergraphFile, randomSeed, logger } = options;
  const { limits } = vocabulary;
  const { deadlines = developmentDeadlines } = options;
  const metrics = openMetrics();
  return openGateway({
    vocabulary,
    register: data.register,
    ledger: data.ledger,
    database: databaseOf(data.databases, 'register'),
    agencies: createAgencyClient({
      urls,
      keys,
      clock: data.clock,
      deadlineMs: deadlines.agencyMs,
      maxReplyBytes: limits.agencyReplyBytes,
      ...(randomSeed !== undefined && { nonce: disclosureIds(`${randomSeed} nonce`) }),
      onReply: metrics.agencyReplied,
    }),
    source: supergraphFile === undefined ? { sdl: composed(agencies) } : { file: supergraphFile },
    // Tokens expire by the real clock, also where the network's stands still.
    tokens: openTokenVerifier({
      issuers: [{ issuer: issuer.issuer, audience: issuer.audience, jwksUri: new URL(jwksUrl) }],
      vocabulary,
      clock: systemClock,
    }),
    budgets: options.apps?.budgets ?? [],
    cache: openProcessCache(),
    registration: options.apps?.registration ?? { registeredOnly: false, apps: {} },
    contacts: dutyContacts,
    deadlines,
    introspection: true,
    explorer: true,
    pages: {
      directories: builtPages,
      issuer: { name: issuer.issuer, discovery: discoveryUrl, scope: 'openid' },
      development: true,
      words: pageWords(vocabulary),
    },
    newDisclosure: disclosureIds(randomSeed),
    logger,
    metrics,
  });
}

/** The graph of the agencies that run here, and of those on the network that run by themselves. */
function composed(agencies: readonly Agency[]): string {
  const here = new Set(agencies.map(({ name }) => name));
  const outside = readSubgraphs({ ...network, services: [] }).filter(({ name }) => !here.has(name));
  const composition = compose([...agencies, ...outside], vocabulary);
  if ('supergraphSdl' in composition) return composition.supergraphSdl;
  const [first] = composition.problems;
  throw new Error(
    `The graph does not compose: ${String(composition.problems.length)} problem(s), the first in ${first?.subgraph ?? '?'}: ${first?.message ?? '?'} ` +
      'Run `npx trellis compose` to see them all.',
  );
}
