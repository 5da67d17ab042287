// A number beside or over a list of records may be worked out from the withheld among them: open it is refused, labelled it is asked about.
import { elements } from '../model/elements.ts';
import { listsRecords, rootTypes } from '../model/hangs-from.ts';
import { isLabelled } from '../model/marks.ts';
import { Network } from '../model/network.ts';
import { ownSubgraphs } from '../model/own-subgraphs.ts';
import { isExternal } from '../model/resolves.ts';
import { namedType } from '../model/subgraph-model.ts';
import type { Rule } from './rule.ts';

export const numbersBesideRecords: Rule = {
  name: 'numbers-beside-records',
  onSupergraph: false,
  *check(network) {
    const roots = rootTypes(network);
    for (const { subgraph, type, kind, coordinate, node } of elements(network)) {
      if (kind !== 'field' || type.kind !== 'object' || ownSubgraphs.has(subgraph.name)) continue;
      if (isExternal({ subgraph, type }, node) || !['Int', 'Float'].includes(namedType(node.type))) continue;
      // What an agency works out, it works out from what it holds itself.
      if (!listsRecords(new Network([subgraph], network.vocabulary), type.name)) continue;
      const isQuestion = isLabelled(node) || roots.has(type.name);
      yield {
        subgraph: subgraph.name,
        node,
        coordinate,
        ...(isQuestion && { isQuestion }),
        message: isQuestion
          ? `Is ${coordinate} worked out from records that "${subgraph.name}" lists beside it? Then it tells of the withheld among them.`
          : `${coordinate} is open and stands beside a list of records: worked out from them, it would tell of the withheld among them.`,
        fix: isQuestion
          ? 'Remove it if it is: who may see the records can count them. If it is not, nothing is to be done.'
          : 'Remove it if it is: who may see the records can count them. If it is not, label it, or move it to a type that lists no records.',
      };
    }
  },
};
