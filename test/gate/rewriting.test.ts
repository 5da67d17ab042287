import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { QueryPlanner } from '@apollo/query-planner';
import { getOperationAST, getVariableValues, parse, print, validate } from 'graphql';
import type { OperationDefinitionNode } from 'graphql';
import type { Withheld } from '../../gateway/answer/withheld.ts';
import { normalise } from '../../gateway/operations/normalise.ts';
import { checkCase } from './check-case.ts';
import { countOf, drawCases, timeFor } from './draw-case.ts';
import { ask, gate } from './harness.ts';
import type { Asked } from './network.ts';
import { drawPermissions } from './permissions.ts';
import { Random } from './random.ts';
import type { Wording } from './rewrite.ts';
import { rewrites } from './rewrite.ts';
import { drawWorld } from './world.ts';

const count = countOf('TRELLIS_REWRITINGS', 250);
const all = Object.entries(rewrites);

describe('An operation in other words', () => {
  test(
    `over ${count} operations, rewritten ${all.length} ways, discloses the same, asks the same and has the same plan`,
    async () => {
      const faults: string[] = [];
      let invalid = 0;
      for (const one of drawCases(count, gate.apiSchema)) {
        const { world, permissions, purposes, operation, random } = one;
        const asked = await ask(world, permissions, operation, purposes);
        const key = keyOf({ document: one.document, variables: operation.variables });
        for (const [name, rewrite] of all) {
          const wording = rewrite(random, gate.apiSchema, { document: one.document, variables: operation.variables });
          if (validate(gate.apiSchema, wording.document).length > 0) {
            invalid++;
            continue;
          }
          const again = { source: print(wording.document), variables: { ...wording.variables } };
          const other = await ask(world, permissions, again, purposes);
          const { fault } = checkCase({ ...one, operation: again, document: wording.document }, other);
          const isSame = disclosed(asked) === disclosed(other) && key === keyOf(wording);
          if (fault !== undefined || !isSame) {
            faults.push(
              [name, `seed ${one.seed}`, operation.source, again.source, fault ?? '', key, keyOf(wording)].join('\n'),
            );
          }
        }
        if (faults.length > 0) break;
      }
      expect(faults[0] ?? '').toBe('');
      console.log(`${count} operations, ${count * all.length - invalid} rewritings, ${invalid} not valid`);
      // What merges with a field may not merge with its other wording: few are lost by that.
      expect(invalid / (count * all.length)).toBeLessThan(0.05);
    },
    timeFor(count * 4),
  );
});

describe('Plans', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('are made once, whatever the literals, aliases and order', async () => {
    const random = new Random(1);
    const world = drawWorld(random);
    const permissions = drawPermissions(random, world.children);
    const planned = jest.spyOn(QueryPlanner.prototype, 'buildQueryPlan');
    const wordings = Array.from({ length: 200 }, (_, index) => {
      const id = world.children[index % world.children.length] ?? '';
      const first = index % 3;
      return index % 2 === 0
        ? `{ child(id: "${id}") { name siblings(first: ${first}) { name } incidents(where: { open: ${index % 4 === 0} }) { id } } }`
        : `{ c${index}: child(id: "${id}") { incidents(where: { open: false }) { i${index}: id } siblings(first: ${first}) { n: name } name } }`;
    });
    for (const source of wordings) await ask(world, permissions, { source, variables: {} });
    // One plan: a stage for the root, the child, the siblings and the incidents; those that hold nothing to fetch need none.
    const made = planned.mock.calls.length;
    const known = (100 * (wordings.length - 1)) / wordings.length;
    console.log(`${wordings.length} wordings, ${made} plans of stages made, all by the first: ${known}% found theirs`);
    expect(made).toBeLessThanOrEqual(4);
  });
});

function keyOf({ document, variables }: Wording): string {
  const parsed = parse(print(document), { noLocation: true });
  const operation = getOperationAST(parsed) as OperationDefinitionNode;
  const { coerced } = getVariableValues(gate.apiSchema, operation.variableDefinitions ?? [], { ...variables });
  return normalise(gate.apiSchema, parsed, operation, coerced ?? {}, 5_000).key;
}

/** What left the gate: to agencies, onto the ledger; and what was said to be withheld. */
function disclosed({ requests, releases, executed, reads }: Asked): string {
  const sent = requests.map((request) => JSON.stringify(request)).sort();
  return JSON.stringify([
    sent,
    releases.map((each) => [each.disclosures, each.withholdings]),
    { ...executed.extensions, trellis: { ...executed.extensions.trellis, withheld: placeless(executed) } },
    reads.length,
  ]);
}

/** Each thing withheld, once and without its path: a path is made of the names that the wording gives. */
function placeless({ extensions }: Asked['executed']): readonly string[] {
  const withheld = extensions.trellis['withheld'] as readonly Withheld[];
  return [...new Set(withheld.map((each) => JSON.stringify({ ...each, path: undefined })))].sort();
}
