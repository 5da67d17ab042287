import { parse, validate } from 'graphql';
import { Random } from './random.ts';
import { ask, gate } from './harness.ts';
import { judge } from './judge.ts';
import { answerSingly } from './single-server.ts';
import { drawOperation } from './operations.ts';
import { drawPermissions } from './permissions.ts';
import { drawWorld } from './world.ts';
const from = Number(process.argv[2] ?? 1),
  count = Number(process.argv[3] ?? 200);
let discarded = 0,
  mixed = 0,
  requests = 0,
  withheldCount = 0,
  bad = 0;
for (let seed = from; seed < from + count; seed++) {
  const random = new Random(seed);
  const world = drawWorld(random),
    permissions = drawPermissions(random, world.children);
  const op = drawOperation(random, gate.apiSchema, world);
  const document = parse(op.source);
  if (validate(gate.apiSchema, document).length > 0) {
    discarded++;
    continue;
  }
  try {
    const asked = await ask(world, permissions, op);
    requests += asked.requests.length;
    const faults = asked.requests.flatMap((r) => judge(world, permissions, r));
    const expected = JSON.stringify(answerSingly(gate.apiSchema, world, permissions, document, op.variables));
    const got = JSON.stringify(asked.executed.data);
    const withheld = (asked.executed.extensions.trellis['withheld'] as unknown[]).length;
    if (withheld && asked.releases.some((r) => r.disclosures.length)) mixed++;
    if (faults.length || expected !== got || asked.executed.errors) {
      bad++;
      console.log(
        'SEED',
        seed,
        op.source,
        JSON.stringify(op.variables),
        '\nFAULTS',
        faults,
        '\nEXP',
        expected,
        '\nGOT',
        got,
        asked.executed.errors,
        '\n',
      );
      if (bad > 2) break;
    }
  } catch (e: any) {
    bad++;
    console.log('SEED', seed, op.source, JSON.stringify(op.variables), e.cause ?? e);
    if (bad > 2) break;
  }
}
console.log({ count, discarded, mixed, requests, bad });
