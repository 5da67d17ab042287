import {
  createAgencyClient,
  createLogger,
  disclosureIds,
  openGateway,
  openMetrics,
  openTokenVerifier,
} from '@trellis/gateway';
import { openLedger } from '@trellis/ledger';
import { systemClock } from '@trellis/platform';
import { openRegister } from '@trellis/register';
import { hmacKey } from '@trellis/seal';
import { vocabulary } from '@trellis/vocabulary';
import { openDatabase } from './database.ts';
import { serve } from './serve.ts';
import { audience, issuer } from './setup.ts';

/** A process of its own: Trellis as production runs it, with everything on. */
serve(async ({ supergraphSdl, agencyUrls, sealSecrets, jwks, databaseUrl, children }) => {
  const database = await openDatabase(databaseUrl, children);
  const metrics = openMetrics();
  const taken = new Map<string, number>();
  const gateway = await openGateway({
    source: { sdl: supergraphSdl },
    vocabulary,
    register: openRegister(database, { vocabulary }),
    ledger: openLedger(database),
    database,
    agencies: createAgencyClient({
      urls: agencyUrls,
      keys: Object.fromEntries(
        Object.entries(sealSecrets).map(([agency, secret]) => [agency, hmacKey(agency, Buffer.from(secret, 'hex'))]),
      ),
      clock: systemClock,
      deadlineMs: vocabulary.limits.fetchDeadlineMs,
      maxReplyBytes: vocabulary.limits.agencyReplyBytes,
      onReply: metrics.agencyReplied,
    }),
    tokens: openTokenVerifier({ issuers: [{ issuer, audience, jwks }], vocabulary, clock: systemClock }),
    cache: {
      // Counted, and never used up.
      take: async (key, { cost }) => {
        taken.set(key, (taken.get(key) ?? 0) + cost);
        return true;
      },
    },
    budgets: [
      { per: 'agency', measure: 'requests', limit: 20_000, windowMs: 10_000 },
      { per: 'agency', measure: 'cost', limit: 2_000_000, windowMs: 10_000 },
    ],
    registration: { registeredOnly: false, apps: {} },
    contacts: [],
    introspection: false,
    explorer: false,
    newDisclosure: disclosureIds(),
    logger: createLogger('info'),
    metrics,
  });
  const { url } = await gateway.listen({ port: 0, adminPort: 0 });
  return { urls: { gateway: `${url}/graphql` } };
});
