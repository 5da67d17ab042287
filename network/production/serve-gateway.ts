import {
  createAgencyClient,
  keepReachability,
  createLogger,
  disclosureIds,
  openGateway,
  openMetrics,
  openTokenVerifier,
  readConfig,
  type GatewayConfig,
  type GatewayOptions,
} from '@trellis/gateway';
import { openChecker, type FollowedNetwork } from '@trellis/catalogue';
import { openLedger } from '@trellis/ledger';
import { fixedClock, openPostgres, openProcessCache, openRedisCache, systemClock, type Cache } from '@trellis/platform';
import { openRegister, type Register } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { productionPages } from '../built-pages.ts';
import { openCloser, type Closer } from '../closer.ts';
import { registeredOperations } from '../registered-operations.ts';
import { openFollowedNetwork } from './follow-catalogue.ts';

/** Runs one gateway as a process of its own: stateless, so that any number may stand side by side. */
export async function serveGateway(
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ readonly url: string; readonly adminUrl: string; close(): Promise<void> }> {
  const config = readConfig(env);
  const { limits } = vocabulary;
  const logger = createLogger(config.logLevel);
  const metrics = openMetrics();
  const clock = config.now === undefined ? undefined : fixedClock(config.now);
  const closer = openCloser();
  try {
    // Where the register answers late, nothing labelled is disclosed: better soon than after the client has gone.
    const database = openPostgres({
      url: config.databaseUrl,
      schema: 'register',
      max: 20,
      statementTimeoutMs: 2_000,
      connectTimeoutMs: 2_000,
    });
    closer.add(database.close);
    const cache = openCache(config);
    closer.add(() => cache.close());
    const followed = config.supergraphFile === undefined ? await openFollowedNetwork(database) : undefined;
    const words = () => followed?.current.vocabulary ?? vocabulary;
    const register = openRegister(database, {
      vocabulary: words,
      clock,
      ...(config.redisUrl !== undefined && { cache }),
    });
    const reachability = keepReachability(register, logger);
    const gateway = await openGateway({
      vocabulary,
      register,
      ledger: openLedger(database),
      database,
      agencies: createAgencyClient({
        urls: config.agencyUrls,
        keys: config.sealKeys,
        clock: clock ?? systemClock,
        deadlineMs: limits.fetchDeadlineMs,
        maxReplyBytes: limits.agencyReplyBytes,
        onReply: (...reply) => {
          metrics.agencyReplied(...reply);
          reachability.answered(...reply);
        },
      }),
      source: sourceOf(config, followed),
      ...(followed && { publishing: publishingOf(followed, register, config, closer) }),
      tokens: openTokenVerifier({ issuers: config.issuers, vocabulary: words, clock: systemClock }),
      cache,
      budgets: config.budgets,
      registration: config.registration,
      corsOrigins: config.corsOrigins,
      reachability,
      contacts: config.contacts,
      introspection: config.development,
      explorer: config.development,
      ...(config.pages && {
        pages: {
          directories: [productionPages],
          issuer: config.pages,
          development: false,
        },
      }),
      newDisclosure: disclosureIds(config.randomSeed),
      drainNoticeMs: config.drainNoticeMs,
      logger,
      metrics,
    });
    closer.add(gateway.close);
    const urls = await gateway.listen({
      port: config.port,
      adminPort: config.adminPort,
      host: config.host,
      adminHost: config.adminHost,
    });
    logger.info({ port: config.port, adminPort: config.adminPort }, 'gateway started');
    return { ...urls, close: closer.close };
  } catch (error) {
    await closer.close();
    throw error;
  }
}

/** The cache in which all gateways count together; one alone, in development, counts by itself. */
function openCache({ redisUrl }: GatewayConfig): Cache {
  return redisUrl === undefined ? openProcessCache() : openRedisCache({ url: redisUrl });
}

function sourceOf({ supergraphFile }: GatewayConfig, followed: FollowedNetwork | undefined): GatewayOptions['source'] {
  if (supergraphFile !== undefined) return { file: supergraphFile };
  if (followed === undefined) throw new Error('A gateway follows its network or a file.');
  return { network: followed };
}

/** Agencies publish through any gateway; what stands inside the operator's own network is the operator's to name. */
function publishingOf(network: FollowedNetwork, register: Register, config: GatewayConfig, closer: Closer) {
  const checker = openChecker();
  closer.add(checker.close);
  const operations = registeredOperations(config.registration);
  const publisher = { network, check: checker.check, rules: () => register.liveRules(), operations };
  return { publisher, anyAddress: config.development };
}
