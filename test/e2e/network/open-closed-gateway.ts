import { fileURLToPath } from 'node:url';
import {
  createAgencyClient,
  createLogger,
  disclosureIds,
  openGateway,
  openMetrics,
  openTokenVerifier,
} from '@trellis/gateway';
import { dutyContacts, openDevelopmentKeys } from '@trellis/network';
import { openDevelopmentIssuer, type DevelopmentIssuer } from '@trellis/network/development';
import { systemClock } from '@trellis/platform';
import { vocabulary } from '@trellis/vocabulary';
import { patience, patientDeadlines, type ObservedNetwork } from './start-observed-network.ts';

export interface ClosedGateway {
  readonly url: string;
  readonly adminUrl: string;
  readonly issuer: DevelopmentIssuer;
  close(): Promise<void>;
}

/** A second gateway over the same network, as production has it: no introspection, no explorer, an issuer of its own. Its agencies refuse its seal. */
export async function openClosedGateway({ data, proxies }: ObservedNetwork): Promise<ClosedGateway> {
  const issuer = await openDevelopmentIssuer(undefined);
  const served = await issuer.serve(0);
  const { limits } = vocabulary;
  const register = data.databases['register'];
  if (register === undefined) throw new Error('the network has no register');
  const gateway = await openGateway({
    vocabulary,
    register: data.register,
    ledger: data.ledger,
    database: register,
    agencies: createAgencyClient({
      urls: Object.fromEntries(Object.entries(proxies).map(([agency, { url }]) => [agency, url])),
      keys: await openDevelopmentKeys(undefined),
      clock: data.clock,
      deadlineMs: patience,
      maxReplyBytes: limits.agencyReplyBytes,
    }),
    source: { file: fileURLToPath(new URL('../../../schema/supergraph.graphql', import.meta.url)) },
    tokens: openTokenVerifier({
      issuers: [{ issuer: issuer.issuer, audience: issuer.audience, jwksUri: new URL(served.jwksUrl) }],
      vocabulary,
      clock: systemClock,
    }),
    budgets: [],
    cache: { take: () => Promise.resolve(true) },
    registration: { registeredOnly: false, apps: {} },
    contacts: dutyContacts,
    deadlines: patientDeadlines,
    introspection: false,
    explorer: false,
    newDisclosure: disclosureIds(undefined),
    logger: createLogger('silent'),
    metrics: openMetrics(),
  });
  const { url, adminUrl } = await gateway.listen({ port: 0, adminPort: 0 });
  return {
    url,
    adminUrl,
    issuer,
    async close() {
      await gateway.close();
      await served.close();
    },
  };
}
