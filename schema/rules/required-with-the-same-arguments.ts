// A field that `@requires` names is required with the same arguments everywhere: the planner asks it once, and one agency would get what another asked for.
import { print, type FieldNode } from 'graphql';
import { requirements } from '../model/requires.ts';
import type { Rule } from './rule.ts';

export const requiredWithTheSameArguments: Rule = {
  name: 'required-with-the-same-arguments',
  onSupergraph: false,
  *check(network) {
    const first = new Map<string, { readonly asked: string; readonly by: string }>();
    for (const { subgraph, type, field, node, steps } of requirements(network, 'requires')) {
      const coordinate = `${type.name}.${field.name.value}`;
      for (const step of steps) {
        const asked = asWritten(step.field);
        for (const parent of [step.parent, ...network.possibleTypes(step.parent)]) {
          const required = `${parent}.${step.field.name.value}`;
          const known = first.get(required);
          if (!known) first.set(required, { asked, by: coordinate });
          if (!known || known.asked === asked) continue;
          const message = `${coordinate} requires ${required} as "${asked}", and ${known.by} as "${known.asked}".`;
          const fix = 'Require it with the same arguments in both, or let the other agency offer a second field.';
          yield { subgraph: subgraph.name, node, coordinate, message, fix };
          break;
        }
      }
    }
  },
};

/** A field with its arguments, however they are ordered. */
function asWritten({ name, arguments: given = [] }: FieldNode): string {
  const written = given.map((each) => print(each)).sort();
  return written.length === 0 ? name.value : `${name.value}(${written.join(', ')})`;
}
