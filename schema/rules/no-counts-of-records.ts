// An agency counts no records: which of them may be known is decided one by one, so a number of all of them tells of the withheld.
import { elements } from '../model/elements.ts';
import { isList, namedType } from '../model/subgraph-model.ts';
import { countName } from './counts-are-labelled.ts';
import type { Rule } from './rule.ts';

export const noCountsOfRecords: Rule = {
  name: 'no-counts-of-records',
  onSupergraph: false,
  *check(network) {
    for (const { subgraph, type, kind, coordinate, node } of elements(network)) {
      if (kind !== 'field' || !countName.test(node.name.value) || namedType(node.type) !== 'Int') continue;
      const counted = [...type.fields.values()].find(
        (field) =>
          isList(field.type) &&
          network.mayBeRecord(namedType(field.type)) &&
          isNamedFor(node.name.value, field.name.value),
      );
      if (!counted) continue;
      const message = `${coordinate} counts the records of ${type.name}.${counted.name.value}, the withheld among them.`;
      yield {
        subgraph: subgraph.name,
        node,
        coordinate,
        message,
        fix: `Remove it: who may see the records can count them.`,
      };
    }
  },
};

/** `count`, `totalCount` are named for any list; `incidentCount`, `numberOfIncidents` for `incidents`. */
function isNamedFor(count: string, list: string): boolean {
  const stem = count.replace(/^(count|total|numberOf)(Of)?/, '').replace(/(Count|Total)$/, '');
  return ['', 'Count', 'Total'].includes(stem) || list.toLowerCase().startsWith(stem.toLowerCase().replace(/s$/, ''));
}
