import { parse, validate } from 'graphql';
import { Random } from './random.ts';
import { ask, gate } from './harness.ts';
import { drawOperation } from './operations.ts';
import { drawPermissions } from './permissions.ts';
import { drawWorld } from './world.ts';
import { vary } from './vary.ts';
const from = Number(process.argv[2] ?? 1),
  count = Number(process.argv[3] ?? 200);
let discarded = 0,
  bad = 0,
  n = 0;
for (let seed = from; seed < from + count; seed++) {
  const random = new Random(seed);
  const world = drawWorld(random),
    permissions = drawPermissions(random, world.children);
  const op = drawOperation(random, gate.apiSchema, world);
  if (validate(gate.apiSchema, parse(op.source)).length > 0) {
    discarded++;
    continue;
  }
  n++;
  const a = await ask(world, permissions, op);
  const b = await ask(vary(random, world, permissions), permissions, op);
  const seen = (x: typeof a) =>
    JSON.stringify(
      [
        x.executed,
        x.requests.map((r) => JSON.stringify([r.agency, r.query, r.variables, r.requester?.agency])).sort(),
        x.releases,
        x.reads.length,
      ],
      null,
      1,
    );
  if (seen(a) !== seen(b)) {
    bad++;
    console.log('SEED', seed, op.source, JSON.stringify(op.variables));
    const la = seen(a).split('\n'),
      lb = seen(b).split('\n');
    const i = la.findIndex((l, k) => l !== lb[k]);
    console.log(la.slice(i - 8, i + 6).join('\n'), '\n---\n', lb.slice(i - 8, i + 6).join('\n'));
    if (bad > 2) break;
  }
}
console.log({ count, discarded, n, bad });
