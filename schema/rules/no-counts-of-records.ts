// An agency counts no records: which of them may be known is decided one by one, so a number of all of them tells of the withheld.
import { elements } from '../model/elements.ts';
import type { Network } from '../model/network.ts';
import { isList, namedType } from '../model/subgraph-model.ts';
import { countName } from './counts-are-labelled.ts';
import type { Rule } from './rule.ts';

export const noCountsOfRecords: Rule = {
  name: 'no-counts-of-records',
  onSupergraph: false,
  *check(network) {
    for (const { subgraph, type, kind, coordinate, node } of elements(network)) {
      if (kind !== 'field' || !countName.test(node.name.value)) continue;
      if (!['Int', 'Float'].includes(namedType(node.type))) continue;
      const counted = countedBy(network, type.name, node.name.value);
      if (counted === undefined) continue;
      yield {
        subgraph: subgraph.name,
        node,
        coordinate,
        message: `${coordinate} counts ${counted}, the withheld among them.`,
        fix: `Remove it: who may see the records can count them.`,
      };
    }
  },
};

/**
 * The records that a number of this name counts: `count` and `totalCount` any list of records beside them, whichever agency gives it;
 * `incidentCount` and `numberOfIncidents` a type of records or a list of them that is called so, wherever it is. Undefined where no records
 * are.
 */
function countedBy(network: Network, type: string, name: string): string | undefined {
  const stem = singular(name.replace(/^(count|total|numberOf)(Of)?/, '').replace(/(Count|Total)$/, ''));
  const isAny = ['', 'count', 'total'].includes(stem);
  const record = isAny ? undefined : [...network.abouts.keys()].find((each) => singular(each) === stem);
  if (record !== undefined) return `records of ${record}`;
  for (const place of isAny ? network.placesOf(type) : network.places) {
    const list = [...place.type.fields.values()].find(
      (field) =>
        isList(field.type) &&
        network.mayBeRecord(namedType(field.type)) &&
        (isAny || singular(field.name.value).startsWith(stem)),
    );
    if (list) return `the records of ${place.type.name}.${list.name.value}`;
  }
  return undefined;
}

function singular(name: string): string {
  return name.toLowerCase().replace(/s$/, '');
}
