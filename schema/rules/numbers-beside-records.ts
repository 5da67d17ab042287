// A number beside or over a list of records may be worked out from the withheld among them: open it is refused, labelled it is asked about, and so is a scalar of the agency's own, which may hold one.
import { headNames } from '../label-directives.ts';
import { elements } from '../model/elements.ts';
import { listsRecords, rootTypes } from '../model/hangs-from.ts';
import { isLabelled } from '../model/marks.ts';
import { Network } from '../model/network.ts';
import { ownSubgraphs } from '../model/own-subgraphs.ts';
import { isExternal } from '../model/resolves.ts';
import { namedType } from '../model/subgraph-model.ts';
import type { Rule } from './rule.ts';

/** How a scalar is called that holds a number, or anything. */
const numberName =
  /^(U?Int|Float|Big|Decimal|Double|Long|Number|Count|Percent|JSON|Any|Object|Map)|(Int|Integer|Float|Decimal|Double|Long|Number|Count|Percent|JSON|Object|Map)$/i;

export const numbersBesideRecords: Rule = {
  name: 'numbers-beside-records',
  onSupergraph: false,
  *check(network) {
    const roots = rootTypes(network);
    for (const { subgraph, type, kind, coordinate, node } of elements(network)) {
      if (kind !== 'field' || type.kind !== 'object' || ownSubgraphs.has(subgraph.name)) continue;
      const returned = namedType(node.type);
      const isOwnScalar = subgraph.types.get(returned)?.kind === 'scalar' && !headNames.includes(returned);
      if (isExternal({ subgraph, type }, node) || !(isOwnScalar || ['Int', 'Float'].includes(returned))) continue;
      // What an agency works out, it works out from what it holds itself.
      if (!listsRecords(new Network([subgraph], network.vocabulary), type.name)) continue;
      const isQuestion = isLabelled(node) || roots.has(type.name) || !numberName.test(returned);
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
