// Every label and every flow names at least one category, and only categories of the vocabulary, in full; its level is SUMMARY or FULL.
import { Kind, print, visit, type ConstDirectiveNode } from 'graphql';
import { expandCategories, type Vocabulary } from '@trellis/vocabulary';
import { argument } from '../model/links.ts';
import { strings } from '../model/marks.ts';
import type { Rule } from './rule.ts';

export const categoriesAreKnown: Rule = {
  name: 'categories-are-known',
  onSupergraph: true,
  *check(network) {
    const { levels } = network.vocabulary;
    for (const { name: subgraph, document } of network.subgraphs) {
      const labels: ConstDirectiveNode[] = [];
      visit(document, {
        Directive: (node) => {
          if (['label', 'flow'].includes(node.name.value)) labels.push(node as ConstDirectiveNode);
        },
      });
      for (const node of labels) {
        const written = `@${node.name.value}`;
        const codes = strings(argument(node, 'is'));
        const level = argument(node, 'level');
        if (level !== undefined && !(level.kind === Kind.ENUM && levels.some((one) => one === level.value))) {
          const message = `The level of this ${written} is ${print(level)}, which is none.`;
          yield { subgraph, node, message, fix: 'Write level: SUMMARY, without quotes; leave it out for FULL.' };
        }
        if (codes.length === 0) {
          const fix =
            node.name.value === 'label' ? 'Name a category, or write @open.' : 'Name what flows, or remove it.';
          yield { subgraph, node, message: `This ${written} names no category.`, fix };
        }
        for (const code of codes.filter((one) => !network.vocabulary.bit.has(one))) {
          const message = `${written} names \`${code}\`, which is no category of the vocabulary.`;
          yield { subgraph, node, message, fix: suggestion(network.vocabulary, code, subgraph) };
        }
      }
    }
  },
};

function suggestion(vocabulary: Vocabulary, code: string, subgraph: string): string {
  const domain = code.split('.')[0] ?? code;
  const known = expandCategories(vocabulary, domain);
  const declare = `declare it first: \`categories\` of agencies/${known === undefined ? subgraph : domain}/agency.yaml`;
  return known === undefined
    ? `Use a category of the network, such as ${nearest(vocabulary, code)}; or, where it is yours, ${declare}.`
    : `Use one of ${known.join(', ')}; or ${declare}.`;
}

/** The category that is written most like it. */
function nearest({ categories }: Vocabulary, code: string): string {
  const pairs = (text: string) => Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));
  const asked = pairs(code.toLowerCase());
  const likeness = (one: string): number => {
    const theirs = new Set(pairs(one));
    return asked.filter((pair) => theirs.has(pair)).length / Math.max(asked.length, theirs.size);
  };
  const [best] = categories.map((each) => each.code).sort((one, other) => likeness(other) - likeness(one));
  return best ?? '';
}
