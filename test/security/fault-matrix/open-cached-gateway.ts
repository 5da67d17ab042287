import { fileURLToPath } from 'node:url';
import {
  createAgencyClient,
  createLogger,
  disclosureIds,
  openGateway,
  openMetrics,
  openTokenVerifier,
} from '@trellis/gateway';
import { dutyContacts, type Network } from '@trellis/network';
import { openDevelopmentIssuer, type DevelopmentIssuer } from '@trellis/network/development';
import { openRedisCache, systemClock } from '@trellis/platform';
import { openRegister, type Register } from '@trellis/register';
import type { SealKey } from '@trellis/seal';
import { vocabulary } from '@trellis/vocabulary';
import { patience, patientDeadlines } from '../../e2e/network/start-observed-network.ts';

export interface CachedGateway {
  readonly url: string;
  readonly mint: DevelopmentIssuer['mint'];
  /** From here on it has read nothing yet, as after a restart. */
  forget(): void;
  close(): Promise<void>;
}

/** A second gateway over the same network, as production has it: what gateways share, and budgets, on Redis. */
export async function openCachedGateway(
  { data }: Pick<Network, 'data'>,
  agencies: Readonly<Record<string, { readonly url: string }>>,
  keys: Readonly<Record<string, SealKey>>,
  redisUrl: string,
): Promise<CachedGateway> {
  const issuer = await openDevelopmentIssuer(undefined);
  const served = await issuer.serve(0);
  const { limits } = vocabulary;
  const database = data.databases['register'];
  if (database === undefined) throw new Error('the network has no register');
  const cache = openRedisCache({ url: redisUrl, prefix: `trellis-faults-${String(process.pid)}:` });
  const { clock } = data;
  const open = (): Register => openRegister(database, { vocabulary, clock, cache });
  let register = open();
  const gateway = await openGateway({
    vocabulary,
    register: {
      read: (children, user) => register.read(children, user),
      stillCurrent: (tx, decided) => register.stillCurrent(tx, decided),
    },
    ledger: data.ledger,
    database,
    agencies: createAgencyClient({
      urls: Object.fromEntries(Object.entries(agencies).map(([agency, { url }]) => [agency, url])),
      keys,
      clock,
      deadlineMs: patience,
      maxReplyBytes: limits.agencyReplyBytes,
    }),
    source: { file: fileURLToPath(new URL('../../../schema/supergraph.graphql', import.meta.url)) },
    tokens: openTokenVerifier({
      issuers: [{ issuer: issuer.issuer, audience: issuer.audience, jwksUri: new URL(served.jwksUrl) }],
      vocabulary,
      clock: systemClock,
    }),
    budgets: [{ per: 'agency', measure: 'requests', limit: 1_000_000, windowMs: 60_000 }],
    cache,
    registration: { registeredOnly: false, apps: {} },
    contacts: dutyContacts,
    deadlines: patientDeadlines,
    introspection: false,
    explorer: false,
    newDisclosure: disclosureIds(undefined),
    logger: createLogger('silent'),
    metrics: openMetrics(),
  });
  const { url } = await gateway.listen({ port: 0, adminPort: 0 });
  return {
    url,
    mint: issuer.mint,
    forget() {
      register = open();
    },
    async close() {
      await gateway.close();
      await served.close();
      await cache.close();
    },
  };
}
