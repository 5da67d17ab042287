import {
  createAgencyClient,
  keepReachability,
  disclosureIds,
  openGateway,
  openMetrics,
  openTokenVerifier,
  type createLogger,
  type Deadlines,
  type AppConfig,
  type GatewayServer,
} from '@trellis/gateway';
import type { Checker } from '@trellis/catalogue';
import { openProcessCache, systemClock } from '@trellis/platform';
import { vocabulary } from '@trellis/vocabulary';
import { databaseOf } from './agencies.ts';
import type { DevelopmentIssuer } from './development-issuer.ts';
import { builtPages } from './built-pages.ts';
import { dutyContacts } from './duty-contacts.ts';
import type { NetworkData } from './open-network-data.ts';
import { registeredOperations } from './registered-operations.ts';

type Logger = ReturnType<typeof createLogger>;

export interface DevelopmentGatewayOptions {
  readonly data: NetworkData;
  /** The URL at which the gateway finds each agency. */
  readonly urls: Readonly<Record<string, string>>;
  readonly keys: Parameters<typeof createAgencyClient>[0]['keys'];
  readonly issuer: DevelopmentIssuer;
  readonly jwksUrl: string;
  /** The URL of the issuer's metadata, for the pages' sign-in. */
  readonly discoveryUrl: string;
  /** A supergraph file, read again when it changes; composed from the agencies unless given. */
  readonly supergraphFile?: string | undefined;
  readonly randomSeed?: string | undefined;
  /** The operations that apps may send, and the pages they may send them from: no budgets, any operation and no other origin, unless given. */
  readonly apps?: AppConfig | undefined;
  /** The deadlines for each agency and for the register; longer than in production unless given. */
  readonly deadlines?: DevelopmentDeadlines | undefined;
  /** Checks what agencies publish; nobody can publish unless given. */
  readonly checker?: Checker | undefined;
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
  const { data, urls, keys, issuer, jwksUrl, discoveryUrl, supergraphFile, randomSeed, logger } = options;
  const { limits } = vocabulary;
  const { deadlines = developmentDeadlines } = options;
  const metrics = openMetrics();
  const reachability = keepReachability(data.register, logger);
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
      onReply: (...reply) => {
        metrics.agencyReplied(...reply);
        reachability.answered(...reply);
      },
    }),
    source: supergraphFile === undefined ? { network: data.network } : { file: supergraphFile },
    // Tokens expire by the real clock, also where the network's stands still.
    tokens: openTokenVerifier({
      issuers: [{ issuer: issuer.issuer, audience: issuer.audience, jwksUri: new URL(jwksUrl) }],
      vocabulary: () => data.network.current.vocabulary,
      clock: systemClock,
    }),
    ...(options.checker && supergraphFile === undefined && { publishing: publishingOf(data, options) }),
    budgets: options.apps?.budgets ?? [],
    cache: openProcessCache(),
    registration: options.apps?.registration ?? { registeredOnly: false, apps: {} },
    reachability,
    corsOrigins: options.apps?.corsOrigins ?? [],
    contacts: supergraphFile === undefined ? [] : dutyContacts,
    deadlines,
    introspection: true,
    explorer: true,
    pages: {
      directories: builtPages,
      issuer: { name: issuer.issuer, discovery: discoveryUrl, scope: 'openid' },
      development: true,
    },
    newDisclosure: disclosureIds(randomSeed),
    logger,
    metrics,
  });
}

/** Agencies publish through this gateway, at whatever address: everything runs on this machine. */
function publishingOf({ register, network }: NetworkData, { checker, apps }: DevelopmentGatewayOptions) {
  if (checker === undefined) return undefined;
  const operations = registeredOperations(apps?.registration);
  return {
    anyAddress: true,
    publisher: { network, check: checker.check, rules: () => register.liveRules(), operations },
  };
}
