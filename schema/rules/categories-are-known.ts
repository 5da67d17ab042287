// Every label and every flow names at least one category, and only categories of the vocabulary, in full.
import { visit, type ConstDirectiveNode } from 'graphql';
import { expandCategories, type Vocabulary } from '@trellis/vocabulary';
import { argument } from '../model/links.ts';
import { strings } from '../model/marks.ts';
import type { Rule } from './rule.ts';

export const categoriesAreKnown: Rule = {
  name: 'categories-are-known',
  onSupergraph: true,
  *check(network) {
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
        if (codes.length === 0) {
          const fix =
            node.name.value === 'label' ? 'Name a category, or write @open.' : 'Name what flows, or remove it.';
          yield { subgraph, node, message: `This ${written} names no category.`, fix };
        }
        for (const code of codes.filter((one) => !network.vocabulary.bit.has(one))) {
          const message = `${written} names \`${code}\`, which is no category of the vocabulary.`;
          yield { subgraph, node, message, fix: suggestion(network.vocabulary, code) };
        }
      }
    }
  },
};

function suggestion(vocabulary: Vocabulary, code: string): string {
  const domain = code.split('.')[0] ?? code;
  const known = expandCategories(vocabulary, domain);
  return known
    ? `Use one of ${known.join(', ')}.`
    : 'Use a category of the network, or declare it first: agencies/NAME/agency.yaml, `categories`.';
}
