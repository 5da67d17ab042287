// Whatever may be withheld is nullable: a labelled field, a field with a labelled argument, a field that returns one record or a labelled type.
import { Kind } from 'graphql';
import { elements } from '../model/elements.ts';
import { argumentNeed, fieldNeed } from '../model/requirements.ts';
import { isList, namedType } from '../model/subgraph-model.ts';
import type { Rule } from './rule.ts';

export const theWithheldIsNull: Rule = {
  name: 'the-withheld-is-null',
  onSupergraph: true,
  *check(network) {
    for (const { subgraph, type, kind, coordinate, node } of elements(network)) {
      if (kind !== 'field' || type.kind !== 'object' || node.type.kind !== Kind.NON_NULL_TYPE) continue;
      const name = node.name.value;
      const asks = (node.arguments ?? []).some(
        (one) => argumentNeed(network, type.name, name, one.name.value).size > 0,
      );
      const record = !isList(node.type) && network.mayBeRecord(namedType(node.type));
      const why =
        fieldNeed(network, type.name, name).size > 0
          ? 'is labelled, itself or by the type it returns'
          : asks
            ? 'has a labelled argument'
            : record
              ? 'returns one record that may be withheld'
              : undefined;
      if (why === undefined) continue;
      const message = `${coordinate} ${why}, and cannot be null.`;
      yield { subgraph: subgraph.name, node, coordinate, message, fix: 'Remove the outermost `!` of its type.' };
    }
  },
};
