// A yes, a day, a word or a chosen record that is named for a list of records beside or under it may be worked out from the withheld among them: an open yes or day is refused, the rest is asked about.
import { elements } from '../model/elements.ts';
import { listsRecords, recordListsOf, rootTypes } from '../model/hangs-from.ts';
import { isLabelled } from '../model/marks.ts';
import { Network } from '../model/network.ts';
import { ownSubgraphs } from '../model/own-subgraphs.ts';
import { isExternal } from '../model/resolves.ts';
import { isList, namedType, type TypeModel } from '../model/subgraph-model.ts';
import type { FieldDefinitionNode } from 'graphql';
import type { Rule } from './rule.ts';

const numbers = new Set(['Int', 'Float']);
const yesOrDay = new Set(['Boolean', 'Date', 'DateTime']);
/** How a name begins that chooses one among many, or tells of all of them. */
const choosing =
  /^(has|had|any|some|every|all|ever|never|first|last|latest|earliest|newest|oldest|mostRecent|worst|highest|lowest)(?=[A-Z]|$)/;

export const derivedValuesBesideRecords: Rule = {
  name: 'derived-values-beside-records',
  onSupergraph: false,
  *check(network) {
    const roots = rootTypes(network);
    for (const { subgraph, type, kind, coordinate, node } of elements(network)) {
      if (kind !== 'field' || type.kind !== 'object' || ownSubgraphs.has(subgraph.name)) continue;
      if (isExternal({ subgraph, type }, node)) continue;
      // What an agency works out, it works out from what it holds itself.
      const own = new Network([subgraph], network.vocabulary);
      const list = workedOutFrom(own, type, node);
      if (list === undefined) continue;
      const isQuestion = isLabelled(node) || roots.has(type.name) || !yesOrDay.has(namedType(node.type));
      const isChosen = own.mayBeRecord(namedType(node.type));
      yield {
        subgraph: subgraph.name,
        node,
        coordinate,
        ...(isQuestion && { isQuestion }),
        message: isChosen
          ? `Does "${subgraph.name}" choose ${coordinate} among the records of "${list}"? Then it is null where the one chosen is withheld, and tells of it to whoever is shown others.`
          : isQuestion
            ? `Is ${coordinate} worked out from the records of "${list}"? Then it tells of the withheld among them.`
            : `${coordinate} is open and named for the records of "${list}": worked out from them, it would tell of the withheld among them.`,
        fix: isChosen
          ? 'Remove it if it does: who may see the records asks for the list in its order, with first: 1. If it does not, nothing is to be done.'
          : isQuestion
            ? 'Remove it if it is: who may see the records can tell it from them. If it is not, nothing is to be done.'
            : 'Remove it if it is: who may see the records can tell it from them. If it is not, label it, or give it another name.',
      };
    }
  },
};

/** The list of records that a field may be worked out from, by its name; undefined where it says nothing of any. */
function workedOutFrom(own: Network, type: TypeModel, { name: { value: name }, type: node }: FieldDefinitionNode) {
  const returned = namedType(node);
  if (numbers.has(returned)) return undefined;
  const lists = recordListsOf(own, type.name);
  const [first] = lists;
  const chooses = choosing.test(name);
  if (own.mayBeRecord(returned)) {
    const possible = own.possibleTypes(returned);
    const mayBeOne = (list: FieldDefinitionNode): boolean =>
      own.possibleTypes(namedType(list.type)).some((each) => possible.includes(each));
    return !isList(node) && chooses ? lists.find(mayBeOne)?.name.value : undefined;
  }
  const namedFor = lists.find((list) => isNamedFor(name, list, type.name))?.name.value;
  // A type of its own holds more than is worked out; one that holds the records themselves is the way to them.
  if (isComposite(own, returned)) return chooses && !listsRecords(own, returned) ? namedFor : undefined;
  return namedFor ?? (chooses && yesOrDay.has(returned) ? first?.name.value : undefined);
}

/** Checks whether a name has the name of a list, or of what it lists, in it; of records of one type among themselves that type says nothing. */
function isNamedFor(name: string, list: FieldDefinitionNode, type: string): boolean {
  const words = [list.name.value, ...(namedType(list.type) === type ? [] : [namedType(list.type)])];
  return words.map(singular).some((word) => word.length > 3 && name.toLowerCase().includes(word));
}

const isComposite = (own: Network, name: string): boolean =>
  own.placesOf(name).some(({ type }) => type.kind !== 'enum' && type.kind !== 'scalar');

function singular(name: string): string {
  return name
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/(?<=child)ren$|s$/, '');
}
