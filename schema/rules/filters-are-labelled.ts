// To filter, sort or search by something is to read it: such an argument is labelled, and so is every value its input type takes.
import type { InputValueDefinitionNode } from 'graphql';
import { elements } from '../model/elements.ts';
import { isLabelled } from '../model/marks.ts';
import { namedType, type SubgraphModel } from '../model/subgraph-model.ts';
import type { RuleFinding, Rule } from './rule.ts';

const filterName = /^(where|having|filter(s|By)?|orderBy|sort(s|By)?|search|groupBy)$/i;
const filterType = /(Where|Filters?|OrderBy|Sort|Search|GroupBy)(Input)?$/;

export const filtersAreLabelled: Rule = {
  name: 'filters-are-labelled',
  onSupergraph: false,
  *check(network) {
    const told = new Set<InputValueDefinitionNode>();
    for (const { subgraph, type, kind, coordinate, node } of elements(network)) {
      if (kind !== 'argument' || type.kind === 'interface') continue;
      if (!filterName.test(node.name.value) && !filterType.test(namedType(node.type))) continue;
      if (!isLabelled(node)) {
        const message = `${coordinate} filters or sorts and does not say what it reads.`;
        const fix = 'Label it with what it reads, @label(is: ["…"]).';
        yield { subgraph: subgraph.name, node, coordinate, message, fix };
      }
      yield* silentValues(subgraph, namedType(node.type), told, new Set());
    }
  },
};

/** Values that nothing on the way from the argument says what they read. An input field that only holds others need not say. */
function* silentValues(
  subgraph: SubgraphModel,
  input: string,
  told: Set<InputValueDefinitionNode>,
  seen: Set<string>,
): Generator<RuleFinding> {
  if (seen.has(input)) return;
  seen.add(input);
  for (const field of subgraph.types.get(input)?.inputFields.values() ?? []) {
    if (isLabelled(field) || told.has(field)) continue;
    if (subgraph.types.get(namedType(field.type))?.kind === 'input') {
      yield* silentValues(subgraph, namedType(field.type), told, seen);
      continue;
    }
    told.add(field);
    const coordinate = `${input}.${field.name.value}`;
    const message = `${coordinate} is part of a filter and does not say what it reads.`;
    yield {
      subgraph: subgraph.name,
      node: field,
      coordinate,
      message,
      fix: 'Label it with what it reads, @label(is: ["…"]).',
    };
  }
}
