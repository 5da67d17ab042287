import { compose } from '@trellis/schema';
import { vocabulary } from '@trellis/vocabulary';
import { parse } from 'graphql';
import { prepareGate } from '../../gateway/gate.ts';
import { supergraphSdl, gate as _g, ask } from './harness.ts';
import { asker, factsOf, network, now, purpose, rules } from './permissions.ts';
import { Random } from './random.ts';
import { drawWorld } from './world.ts';
import { drawPermissions } from './permissions.ts';
const world = drawWorld(new Random(3));
const permissions = new Map([...drawPermissions(new Random(11), world.children)]);
const source = 'query ($id: NetworkId!) { child(id: $id) { id name birthYear protection { status risk band worker { name phone } } care { inService } school attends { title } incidents { id } } }';
const op = { source, variables: { id: world.children[0] } };
const asked = await ask(world, permissions, op);
const replies = new Map(asked.requests.map((r) => [r.agency + r.query, '']));
console.log(asked.requests.length, JSON.stringify(asked.executed.data).slice(0, 300));
// capture replies
const captured = new Map<string, string>();
await ask(world, permissions, op, { reply: (r, data) => { captured.set(r.agency + r.query, JSON.stringify(data)); return undefined; } });
const facts = new Map(world.children.map((c) => [c, factsOf(permissions, c)]));
let sent = 0;
const doors = { vocabulary,
  read: async (children: readonly string[]) => ({ now, network, rules, facts: new Map(children.map((c) => [c, facts.get(c)!])) }),
  release: async () => true,
  agencies: { send: async (r: any) => { sent++; return { data: JSON.parse(captured.get(r.agency + r.query)!), errors: [] }; } } };
const gate = prepareGate(doors as any, supergraphSdl);
const document = parse(source, { noLocation: true });
const input = { document, source, variables: op.variables as any, requester: asker, purpose, disclosure: 'd' };
for (let i = 0; i < 3000; i++) await gate.execute(input);
for (let round = 0; round < 3; round++) {
  const n = 5000; const t = process.cpuUsage(); sent = 0;
  for (let i = 0; i < n; i++) await gate.execute(input);
  const u = process.cpuUsage(t); console.log('cpu µs per request', ((u.user + u.system) / n).toFixed(1), 'fetches', sent / n);
}
