import { readFileSync } from 'node:fs';
import { QueryPlanner } from '@apollo/query-planner';
import { expect, jest, test } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { getNamedType, isCompositeType, isNonNullType, isObjectType } from 'graphql';
import type { GatewayDependencies } from '../../gateway/gateway-dependencies.ts';
import { prepareGate } from '../../gateway/gate.ts';
import { edgeLimits } from '../../gateway/operations/edge-limits.ts';
import { checkLimits } from '../../gateway/operations/limits.ts';
import { asker, purpose } from './permissions.ts';

/**
 * Planning holds up everybody else: it is one piece of work on one thread. A fan-out of 1,023 bytes cost the stock gateway 27.8 seconds of a core. What
 * the limits let through must ask little of the planner, on the network's own graph: stages to plan, and ways that it weighs for them.
 */
const mostStages = 200;
const mostWays = 1_000;

const sdl = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8');
const afterPlanning = new Error('planned');
const reject = (): never => {
  throw afterPlanning;
};
const dependencies: GatewayDependencies = { vocabulary, read: reject, release: reject, agencies: { send: reject } };
const gate = prepareGate(dependencies, sdl);
const limits = edgeLimits(vocabulary.limits);

/** All of a type that can be asked without a word, so deep. */
function everything(type: string, depth: number): string {
  const object = gate.apiSchema.getType(type);
  const fields = isObjectType(object) ? Object.values(object.getFields()) : [];
  const asked = fields.flatMap(({ name, args, type: returned }) => {
    const named = getNamedType(returned);
    if (args.some((arg) => isNonNullType(arg.type))) return [];
    if (!isCompositeType(named)) return [name];
    return isObjectType(named) && depth > 0 ? [`${name} { ${everything(named.name, depth - 1)} }`] : [];
  });
  return ['__typename', ...asked].join(' ');
}

const id = (at: number): string => `"${'abcdefghijklmnop'[at] ?? 'z'}${'2'.repeat(25)}"`;
const times = (count: number, each: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => each(at)).join(' ');
/** Two ways from a child to another, at each level: what is written grows by one, what is asked doubles. */
const fan = (levels: number, asked: string): string =>
  times(levels, (at) => {
    const next = at + 1 < levels ? `...F${String(at + 1)}` : 'id';
    return `fragment F${String(at)} on Child { ${asked} siblings { ${next} } incidents { narrative involved { ${next} } } }`;
  });

const forms: Readonly<Record<string, string>> = {
  'everything there is of a child, three deep': `{ child(id: ${id(0)}) { ${everything('Child', 1)} siblings { ${everything('Child', 1)} } } }`,
  'nine children, and their siblings’ siblings': `{ ${times(9, (at) => `a${String(at)}: child(id: ${id(at)}) { ...A }`)} }
    fragment A on Child { ...B siblings { ...B siblings { ...B } } } fragment B on Child { ${everything('Child', 0)} education { grade } }`,
  'a fan of two ways': `{ child(id: ${id(0)}) { ...F0 } } ${fan(5, 'name education { grade }')}`,
  'a fan of two ways, with everything on each level': `{ child(id: ${id(0)}) { ...F0 } } ${fan(4, '...E')} fragment E on Child { ${everything('Child', 1)} }`,
  'one list under as many arguments as aliases allow': `{ child(id: ${id(0)}) { ${times(29, (at) => `a${String(at)}: incidents(first: ${String(at)}) { narrative involved { name siblings { name } } }`)} } }`,
};

test.each(Object.entries(forms))('%s is planned in few stages, and few ways are weighed', async (_name, source) => {
  let [stages, ways] = [0, 0];
  const { buildQueryPlan } = QueryPlanner.prototype;
  const planned = jest.spyOn(QueryPlanner.prototype, 'buildQueryPlan').mockImplementation(function (
    this: QueryPlanner,
    ...asked
  ) {
    const plan = buildQueryPlan.apply(this, asked);
    stages += 1;
    ways += this.lastGeneratedPlanStatistics()?.evaluatedPlanCount ?? Infinity;
    return plan;
  });
  const { document } = checkLimits(source, limits);
  const asked = { document, source, variables: {}, requester: asker, purposes: [purpose], disclosure: 'disclosure-1' };
  // The register is read once all is planned.
  await expect(gate.execute(asked)).rejects.toBe(afterPlanning);
  planned.mockRestore();
  expect(stages).toBeGreaterThan(0);
  expect(stages).toBeLessThanOrEqual(mostStages);
  expect(ways).toBeLessThanOrEqual(mostWays);
});

test('the fan is refused one level further', () => {
  expect(() => checkLimits(`{ child(id: ${id(0)}) { ...F0 } } ${fan(6, 'name')}`, limits)).toThrow();
});
