import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { compileRules, parseRuleSet } from '@trellis/decision';
import { compose } from '@trellis/schema';
import { vocabulary } from '@trellis/vocabulary';
import { openLedger } from '@trellis/ledger';
import { prepareGate } from '../../gateway/gate.ts';
import { openReleaser } from '../../gateway/release.ts';
import { readReply } from '../../gateway/agency-client/read-reply.ts';
import { openFront } from '../../gateway/server/graphql-front.ts';
import { createLogger } from '@trellis/gateway';
import { childFactsOf } from '../../register/facts-of.ts';
import { seedOf } from './gateway/database.ts';
import { operations, bodiesOf } from './gateway/operations.ts';
import { agencyNames, idOf, recordOf } from './gateway/records.ts';
import { openResponder } from './gateway/responder.ts';
import { purpose, users } from './gateway/setup.ts';

const sdl = (n: string) => readFileSync(new URL(`../../subgraphs/${n}/schema.graphql`, import.meta.url), 'utf8');
const c = compose(
  vocabulary.agencies.map((name) => ({ name, sdl: sdl(name) })),
  vocabulary,
);
if ('problems' in c) throw new Error('no');
const N = 128;
const rules = compileRules(
  parseRuleSet(readFileSync(new URL('../../decision/packs/ontario.yaml', import.meta.url), 'utf8'), vocabulary),
  vocabulary,
);
const seed = seedOf(N);
const facts = new Map(
  Array.from({ length: N }, (_, n) => {
    const child = idOf(n);
    const rec: any[] = [];
    for (const [kind, list] of [
      ['child', seed.children],
      ['consent', seed.consents],
      ['authority', seed.authorities],
      ['involvement', seed.involvements],
    ] as const)
      for (const { child: of, ...body } of list as any) if (of === child) rec.push({ kind, body });
    return [child, childFactsOf(child, 3, rec)];
  }),
);
const network = { version: 1, standingApprovals: [], ruleSet: 1 };
const responders = Object.fromEntries(
  agencyNames.map((a) => [a, openResponder(new Map(Array.from({ length: N }, (_, n) => [idOf(n), recordOf[a](n)])))]),
);
let sink = 0;
const tx = {
  query: async (text: string, values: any) => {
    if (text.includes('ledger.salt'))
      return {
        rows: values[0].map((child: string) => ({ child, hash: 'aGFzaGFzaGFzaGFzaGFzaGFzaGFzaGFzaGFzaGFzaGE=' })),
        rowCount: 1,
      } as any;
    for (const v of values) if (typeof v === 'string') sink += Buffer.byteLength(v);
    return { rows: [], rowCount: 0 } as any;
  },
};
const db: any = { query: tx.query, transaction: (run: any) => run(tx) };
const gate = prepareGate(
  {
    vocabulary,
    read: async (children) => ({
      now: Date.now(),
      network,
      rules,
      facts: new Map(children.map((c) => [c, facts.get(c)!])),
    }),
    release: openReleaser(db, { unmovedMany: async (_t: any, d: any) => d.map(() => true) } as any, openLedger(db)),
    agencies: {
      send: async ({ agency, query, variables }) => {
        const body = JSON.stringify({ query, variables });
        return readReply(responders[agency]!(query, JSON.parse(body).variables));
      },
    },
  },
  c.supergraphSdl,
);
const which = process.argv[2] ?? 'fifty children';
const level = process.argv[3] ?? 'gate';
const op = operations.find((o) => o.name === which)!;
const bodies = bodiesOf(
  op,
  Array.from({ length: 64 }, (_, n) => idOf(n)),
).map((b) => JSON.parse(b));
const document = parse(op.query, { noLocation: true });
const front =
  level === 'front'
    ? await openFront({
        source: { sdl: c.supergraphSdl },
        prepare: () => gate,
        logger: createLogger('silent'),
        introspection: false,
        contacts: [],
        onFault: console.error,
      } as any)
    : undefined;
const input = (i: number) => ({
  document,
  source: op.query,
  variables: bodies[i % 64].variables,
  requester: requesters[i % 8]!,
  purpose,
  disclosure: 'd-' + i,
});
const requesters = users.map((user) => ({
  agency: 'child-protection',
  role: 'caseworker',
  user,
  kind: 'worker' as const,
}));
let i = 0;
const one = async () => {
  const k = i++;
  const r = front ? (await front.answer(input(k))).body : await gate.execute(input(k));
  sink += JSON.stringify(r).length;
};
const per: number[] = [];
const batch = op.children === 1 ? 400 : 20;
const t0 = Date.now();
while (Date.now() - t0 < Number(process.argv[4] ?? 12) * 1000) {
  const a = process.cpuUsage();
  await Promise.all(Array.from({ length: batch }, one));
  const b = process.cpuUsage(a);
  per.push((b.user + b.system) / batch);
}
per.splice(0, Math.floor(per.length / 3));
per.sort((a, b) => a - b);
console.log(
  which,
  level,
  'µs/op min',
  per[0]?.toFixed(0),
  'p10',
  per[Math.floor(per.length * 0.1)]?.toFixed(0),
  'p50',
  per[Math.floor(per.length * 0.5)]?.toFixed(0),
  'n',
  per.length * batch,
);
process.exit(0);
