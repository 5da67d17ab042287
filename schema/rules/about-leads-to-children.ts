// `@about(children:)` is one path of plain fields that ends in network ids; `categories` is a field of the record itself, `[Category!]`.
import { Kind, print, type SelectionSetNode } from 'graphql';
import { keysOf } from '../model/abouts.ts';
import { isChildType } from '../model/hangs-from.ts';
import type { Network } from '../model/network.ts';
import { ownSubgraphs } from '../model/own-subgraphs.ts';
import { includes, readSelection, walk, type Step } from '../model/selection.ts';
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
      const taken = why === undefined ? takenForChildren(network, type.name, about.children) : undefined;
      if (taken !== undefined) {
        const message = `Are the ids of ${taken} those of children? The @about of ${type.name} takes them for it; if they are not, nobody is ever permitted.`;
        const fix =
          'If they are not, name the way to the children, e.g. "involved { id }". If they are, nothing is to be done.';
        yield { ...place, isQuestion: true, message, fix };
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
  const leaf = steps.at(-1);
  if (leaf?.returns !== 'NetworkId') return `ends in ${leaf?.returns ?? 'nothing'}`;
  const isRecord = network.abouts.has(leaf.parent) && leaf.parent !== type && !isChildType(network, leaf.parent);
  return isRecord && isKey(network, leaf) ? `ends in the key of ${leaf.parent}, which is no child` : undefined;
}

/** The type whose key is taken for children, though the network knows no child of that type; undefined where it is a child, or no key. */
function takenForChildren(network: Network, type: string, children: string): string | undefined {
  const known = network.places.filter(
    (one) => ownSubgraphs.has(one.subgraph.name) && network.abouts.has(one.type.name),
  );
  const path = readSelection(children);
  const leaf = path && [...walk(network, type, path)].at(-1);
  if (known.length === 0 || !leaf || known.some((one) => one.type.name === leaf.parent)) return undefined;
  return isKey(network, leaf) ? leaf.parent : undefined;
}

const isKey = (network: Network, { parent, field }: Step): boolean =>
  network.placesOf(parent).some(({ type }) => keysOf(type).some(({ fields }) => fields === field.name.value));

function areCategories(network: Network, type: string, name: string): boolean {
  const places = network.fields(type, name);
  return (
    places.length > 0 &&
    places.every(({ field }) => /^\[Category!\]!?$/.test(print(field.type)) && !field.arguments?.length)
  );
}
