// The gateway pages, after the cut: `@page` marks a nullable first, offset or after of a field that returns a list, and records are paged no other way.
import { print, type FieldDefinitionNode, type InputValueDefinitionNode } from 'graphql';
import { elements } from '../model/elements.ts';
import { isPage } from '../model/marks.ts';
import { isList, namedType } from '../model/subgraph-model.ts';
import type { Rule } from './rule.ts';

const pageTypes = new Map([
  ['first', 'Int'],
  ['offset', 'Int'],
  ['after', 'ID'],
]);
/** Names by which an agency would page by itself. */
export const pagingName = /^(first|last|offset|after|before|limit|skip|take|page|pageSize|perPage|cursor)$/;

export const pagesComeAfterTheCut: Rule = {
  name: 'pages-come-after-the-cut',
  onSupergraph: true,
  *check(network) {
    for (const element of elements(network)) {
      if (element.kind !== 'argument' || element.type.kind === 'interface') continue;
      const { subgraph, coordinate, node, field } = element;
      const why = isPage(node) ? misused(node, field) : undefined;
      const place = { subgraph: subgraph.name, node, coordinate };
      if (why !== undefined) {
        yield {
          ...place,
          message: `${coordinate} is @page and ${why}.`,
          fix: 'Write first: Int, offset: Int or after: ID, on a field that returns a list.',
        };
      }
      const records = isList(field.type) && network.mayBeRecord(namedType(field.type));
      if (isPage(node) || !records || !pagingName.test(node.name.value)) continue;
      const message = `${coordinate} would let the agency page records before any is decided: a page with gaps tells of what was withheld.`;
      yield { ...place, message, fix: 'Use first, offset or after, marked @page, and return all.' };
    }
  },
};

function misused(node: InputValueDefinitionNode, field: FieldDefinitionNode): string | undefined {
  const expected = pageTypes.get(node.name.value);
  if (expected === undefined) return `is not called ${[...pageTypes.keys()].join(', ')}`;
  if (print(node.type) !== expected) return `is not a nullable ${expected}`;
  return isList(field.type) ? undefined : 'its field returns no list';
}
