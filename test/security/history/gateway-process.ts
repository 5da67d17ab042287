import {
  createAgencyClient,
  createLogger,
  disclosureIds,
  openGateway,
  openMetrics,
  openTokenVerifier,
} from '@trellis/gateway';
import { openLedger } from '@trellis/ledger';
import { openPostgres, openRedisCache } from '@trellis/platform';
import { openRegister, type Reading, type Register } from '@trellis/register';
import { hmacKey } from '@trellis/seal';
import { vocabulary } from '@trellis/vocabulary';
import type { JSONWebKeySet } from 'jose';

/** What a gateway under test is started with. */
export interface GatewayStart {
  readonly databaseUrl: string;
  readonly redis: { readonly url: string; readonly prefix: string } | undefined;
  readonly supergraphSdl: string;
  /** The address of each agency, and the secret that its requests are sealed with. */
  readonly agencies: Readonly<Record<string, string>>;
  readonly sealSecret: string;
  readonly issuer: { readonly issuer: string; readonly audience: string; readonly jwks: JSONWebKeySet };
  readonly without: Without;
}

/**
 * What is taken out of this gateway, to see whether the test notices: the comparison before an answer is released, or the version of the
 * facts that are kept. It is composed here, of the dependencies that a gateway is opened with; no product setting does it.
 */
export type Without = 'nothing' | 'the release check' | 'the version of what is kept';
export type ToGateway = { readonly start: GatewayStart } | { readonly shiftMs: number };

const RealDate = Date;
let shiftMs = 0;
/** The clock of a machine that is wrong. */
class ShiftedDate extends RealDate {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(RealDate.now() + shiftMs);
    else super(given[0]);
  }
  static override now(): number {
    return RealDate.now() + shiftMs;
  }
}

async function start(options: GatewayStart): Promise<string> {
  const database = openPostgres({ url: options.databaseUrl, schema: 'register', max: 10, statementTimeoutMs: 2_000 });
  const { redis } = options;
  const cache = redis && openRedisCache(redis);
  const key = hmacKey('history', Buffer.from(options.sealSecret, 'hex'));
  const metrics = openMetrics();
  const gateway = await openGateway({
    vocabulary,
    register: composed(openRegister(database, { vocabulary, cache }), options.without),
    ledger: openLedger(database),
    database,
    agencies: createAgencyClient({
      urls: options.agencies,
      keys: Object.fromEntries(Object.keys(options.agencies).map((agency) => [agency, key])),
      // By a wrong clock agencies would refuse every seal, and nothing would be seen of what is decided by it.
      clock: { now: () => RealDate.now() },
      deadlineMs: 60_000,
      maxReplyBytes: vocabulary.limits.agencyReplyBytes,
      onReply: metrics.agencyReplied,
    }),
    source: { sdl: options.supergraphSdl },
    tokens: openTokenVerifier({ issuers: [options.issuer], vocabulary, clock: { now: () => Date.now() } }),
    cache: cache ?? { take: () => Promise.resolve(true) },
    budgets: [{ per: 'agency', measure: 'requests', limit: 1_000_000, windowMs: 10_000 }],
    registration: { registeredOnly: false, apps: {} },
    contacts: [],
    deadlines: { registerMs: 60_000, releaseMs: 60_000 },
    introspection: false,
    explorer: false,
    newDisclosure: disclosureIds(),
    logger: createLogger('silent'),
    metrics,
  });
  return (await gateway.listen({ port: 0, adminPort: 0 })).url;
}

function composed(register: Register, without: Without): Pick<Register, 'read' | 'stillCurrent'> {
  const { read, stillCurrent } = register;
  switch (without) {
    case 'nothing':
      return { read, stillCurrent };
    case 'the release check':
      return { read, stillCurrent: (_, decided) => Promise.resolve(decided.map(() => true)) };
    case 'the version of what is kept': {
      const kept = new Map<string, Reading>();
      return {
        stillCurrent: (_, decided) => Promise.resolve(decided.map(() => true)),
        async read(children) {
          const name = children.join();
          const reading = kept.get(name) ?? (await read(children));
          kept.set(name, reading);
          return reading;
        },
      };
    }
  }
}

process.on('message', (message: ToGateway) => {
  if ('shiftMs' in message) {
    shiftMs = message.shiftMs;
    globalThis.Date = ShiftedDate as DateConstructor;
    return;
  }
  start(message.start).then(
    (url) => process.send?.({ url }),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
// Whoever started it is gone.
process.on('disconnect', () => process.exit());
