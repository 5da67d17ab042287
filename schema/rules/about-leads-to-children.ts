// `@about(children:)` is one path of plain fields that ends in network ids; `categories` is a field of the record itself, `[Category!]`.
import { Kind, print, type SelectionSetNode } from 'graphql';
import type { Network } from '../model/network.ts';
import { includes, readSelection, walk } from '../model/selection.ts';
import { applied } from '../model/subgraph-model.ts';
import type { Rule } from './rule.ts';

export const aboutLeadsToChildren: Rule = {
  name: 'about-leads-to-children',
  onSupergraph: true,
  *check(network) {
    for (const { subgraph, type } of network.places) {
      const [node] = applied(type, 'about');
      const about = network.abouts.get(type.name);
      if (!node || !about) continue;
      const place = { subgraph: subgraph.name, node, coordinate: type.name };
      const why = notAPath(network, type.name, readSelection(about.children));
      if (why !== undefined) {
        const message = `The children path "${about.children}" of ${type.name} ${why}.`;
        yield {
          ...place,
          message,
          fix: 'Write one path of plain fields that ends in a NetworkId, e.g. "involved { id }".',
        };
      }
      if (about.categories !== undefined && !areCategories(network, type.name, about.categories)) {
        const message = `The categories "${about.categories}" of ${type.name} are not a field of its own of type [Category!].`;
        yield { ...place, message, fix: `Define ${type.name}.recordCategories: [Category!] @open and name it.` };
      }
    }
  },
};

function notAPath(network: Network, type: string, selection: SelectionSetNode | undefined): string | undefined {
  if (!selection) return 'cannot be read';
  let here: SelectionSetNode | undefined = selection;
  while (here) {
    const [only, ...more]: SelectionSetNode['selections'] = here.selections;
    if (only?.kind !== Kind.FIELD || more.length > 0 || only.alias || only.arguments?.length)
      return 'is not one path of plain fields';
    here = only.selectionSet;
  }
  const steps = [...walk(network, type, selection)];
  for (const { parent, field, returns } of steps) {
    if (returns === undefined) return `asks ${parent}.${field.name.value}, which no agency defines`;
    if (network.isAbstract(returns)) return `goes through ${returns}, which is not a concrete type`;
    const key = readSelection(network.abouts.get(returns)?.key);
    if (key && field.selectionSet && !includes(key, field.selectionSet))
      return `goes beyond the key of ${returns}, a record of its own`;
  }
  const leaf = steps.at(-1)?.returns;
  return leaf === 'NetworkId' ? undefined : `ends in ${leaf ?? 'nothing'}`;
}

function areCategories(network: Network, type: string, name: string): boolean {
  const places = network.fields(type, name);
  return (
    places.length > 0 &&
    places.every(({ field }) => /^\[Category!\]!?$/.test(print(field.type)) && !field.arguments?.length)
  );
}
