// No connection types over records: their edges, cursors and page facts are made by the agency, before the cut.
import { elements } from '../model/elements.ts';
import type { Network } from '../model/network.ts';
import { isList, namedType } from '../model/subgraph-model.ts';
import { pagingName } from './pages-come-after-the-cut.ts';
import type { Rule } from './rule.ts';

export const noConnectionsOverRecords: Rule = {
  name: 'no-connections-over-records',
  onSupergraph: true,
  *check(network) {
    for (const { subgraph, kind, coordinate, node } of elements(network)) {
      if (kind !== 'field') continue;
      const page = namedType(node.type);
      const paged = (node.arguments ?? []).some((one) => pagingName.test(one.name.value));
      if (isList(node.type) || network.mayBeRecord(page)) continue;
      if (!edgesOverRecords(network, page) && !(paged && listsRecords(network, page))) continue;
      const message = `${coordinate} returns ${page}, a page of records that the agency cut before they were decided.`;
      const fix = 'Return the list itself, with first, offset or after marked @page.';
      yield { subgraph: subgraph.name, node, coordinate, message, fix };
    }
  },
};

function edgesOverRecords(network: Network, page: string): boolean {
  const edges = network.fields(page, 'edges').map(({ field }) => namedType(field.type));
  return edges
    .flatMap((edge) => network.fields(edge, 'node'))
    .some(({ field }) => network.mayBeRecord(namedType(field.type)));
}

function listsRecords(network: Network, page: string): boolean {
  return network
    .placesOf(page)
    .flatMap(({ type }) => [...type.fields.values()])
    .some((field) => isList(field.type) && network.mayBeRecord(namedType(field.type)));
}
