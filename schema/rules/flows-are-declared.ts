// What goes from one agency to another by `@requires` is declared by `@flow` on the field that needs it, no less and no more.
import type { Level } from '@trellis/vocabulary';
import { argument, text } from '../model/links.ts';
import { levelsOfLabel } from '../model/marks.ts';
import { nothing, printNeed, unionOfNeeds, type CategoryLevels } from '../model/need.ts';
import type { FieldPlace, Network } from '../model/network.ts';
import { requirements } from '../model/requires.ts';
import { resolvesField } from '../model/resolves.ts';
import type { Step } from '../model/selection.ts';
import { applied } from '../model/subgraph-model.ts';
import { stepNeed } from './required-labels-are-carried.ts';
import type { RuleFinding, Rule } from './rule.ts';

/** Custodian → what it gives. */
type Flows = ReadonlyMap<string, CategoryLevels>;

export const flowsAreDeclared: Rule = {
  name: 'flows-are-declared',
  onSupergraph: false,
  *check(network) {
    const actual = new Map(
      [...requirements(network, 'requires')].map((one) => [one.field, flowsOf(network, one.steps)]),
    );
    for (const { subgraph, type } of network.places) {
      for (const field of type.fields.values())
        yield* compare({ subgraph, type, field }, actual.get(field) ?? new Map<string, CategoryLevels>());
    }
  },
};

function* compare({ subgraph, type, field }: FieldPlace, actual: Flows): Generator<RuleFinding> {
  const declared = merge(
    applied(field, 'flow').map((node): [string, CategoryLevels] => [
      text(argument(node, 'from')) ?? '',
      levelsOfLabel(node),
    ]),
  );
  const coordinate = `${type.name}.${field.name.value}`;
  for (const from of [...new Set([...actual.keys(), ...declared.keys()])].sort()) {
    const flows = actual.get(from) ?? nothing;
    const said = declared.get(from) ?? nothing;
    const undeclared = only(flows, said);
    const untrue = only(said, flows);
    const place = { subgraph: subgraph.name, node: field, coordinate };
    if (undeclared.size > 0) {
      const message = `${coordinate} brings data of "${from}" to "${subgraph.name}" and does not declare it.`;
      yield { ...place, message, fix: `Add ${printNeed(undeclared, `@flow(from: "${from}", `)} to ${coordinate}.` };
    }
    if (untrue.size > 0) {
      const message = `${coordinate} declares a flow from "${from}" that its @requires does not make.`;
      yield { ...place, message, fix: `Remove ${printNeed(untrue, `@flow(from: "${from}", `)} from ${coordinate}.` };
    }
  }
}

/** The categories that a required selection brings, by each agency that may answer it. */
function flowsOf(network: Network, steps: readonly Step[]): Flows {
  return merge(
    steps.flatMap((step) => {
      const carriers = [step.parent, ...network.possibleTypes(step.parent)];
      const from = network.subgraphs.filter((one) =>
        carriers.some((type) => resolvesField(network, one, type, step.field.name.value)),
      );
      return from.map((one): [string, CategoryLevels] => [one.name, stepNeed(network, step)]);
    }),
  );
}

function merge(flows: readonly (readonly [string, CategoryLevels])[]): Flows {
  const all = new Map<string, CategoryLevels>();
  for (const [from, need] of flows) if (need.size > 0) all.set(from, unionOfNeeds(all.get(from) ?? nothing, need));
  return all;
}

/** The categories that are in one and not, at that very level, in the other. */
function only(one: CategoryLevels, other: CategoryLevels): ReadonlyMap<string, Level> {
  return new Map([...one].filter(([category, level]) => other.get(category) !== level));
}
