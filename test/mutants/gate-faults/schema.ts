import type { Fault } from './fault.ts';
import { faultsOf } from './fault.ts';

/** The rules by which a graph that could leak is refused. */
export const schemaFaults: readonly Fault[] = [
  ...faultsOf('schema/rules/everything-is-labelled.ts', [
    'what has no label passes',
    "if (type.kind === 'interface' || isLabelled(node) || isOpen(node)) continue;",
    'continue;',
  ]),
  ...faultsOf('schema/rules/never-labelled-and-open.ts', [
    'labelled and open passes',
    'if (!isLabelled(node) || other === undefined) continue;',
    'continue;',
  ]),
  ...faultsOf(
    'schema/rules/the-withheld-is-null.ts',
    ['labelled fields need not be nullable', 'fieldNeed(network, type.name, name).size > 0', 'false'],
    ['labelled arguments need no null', ': asks', ': !asks && asks'],
    ['a record that may be withheld needs no null', ': record\n', ': record && !record\n'],
  ),
  ...faultsOf('schema/rules/the-same-labels-everywhere.ts', [
    'labels may differ',
    'place.marks === first.marks',
    'true',
  ]),
  ...faultsOf('schema/rules/categories-are-known.ts', [
    'a level that is text passes: read as FULL, composed as SUMMARY',
    'level.kind === Kind.ENUM && levels',
    'levels.length > 0 || levels',
  ]),
  ...faultsOf(
    'schema/rules/required-labels-are-carried.ts',
    ['what feeds a field need not be on it', 'if (missing.size === 0) continue;', 'continue;'],
    [
      'arguments of what feeds a field need not be on it',
      'return unionOfNeeds(fieldNeed(network, parent, name), ...args, ...entered);',
      'return unionOfNeeds(fieldNeed(network, parent, name), ...entered);',
    ],
  ),
  ...faultsOf(
    'schema/rules/derived-values-beside-records.ts',
    [
      'an open yes may stand beside records',
      'const isQuestion = isLabelled(node) ||',
      "const isQuestion = node.name.value !== '' ||",
    ],
    [
      'one may be chosen among records unasked',
      'return !isList(node) && chooses ?',
      'return isList(node) && chooses ?',
    ],
    ['what is named for records is not asked about', 'return namedFor ?? (', 'return namedFor === name ? namedFor : ('],
    [
      'what chooses among records is not asked about',
      '(chooses && yesOrDay.has(returned) ?',
      '(chooses && returned === name ?',
    ],
    [
      'the way to the records is asked about',
      'return chooses && !listsRecords(own, returned) ? namedFor',
      'return chooses || listsRecords(own, returned) ? namedFor',
    ],
  ),
  ...faultsOf('schema/rules/required-stays-in-its-record.ts', [
    'a required selection may enter another record',
    'if (entered === undefined) continue;',
    'continue;',
  ]),
  ...faultsOf(
    'schema/rules/required-with-the-same-arguments.ts',
    ['a field may be required with two arguments', 'if (!known || known.asked === asked) continue;', 'continue;'],
    [
      'a field may be required with two arguments through an interface',
      'for (const parent of [step.parent, ...network.possibleTypes(step.parent)]) {',
      'for (const parent of [step.parent]) {',
    ],
  ),
  ...faultsOf(
    'schema/rules/flows-are-declared.ts',
    ['flows need not be declared', 'if (undeclared.size > 0) {', 'if (undeclared.size > 99) {'],
    ['flows may be declared that are none', 'if (untrue.size > 0) {', 'if (untrue.size > 99) {'],
    ['a flow may be declared at another level', 'other.get(category) !== level', '!other.has(category)'],
  ),
  ...faultsOf('schema/rules/routing-is-open.ts', [
    'routing may be labelled',
    'if (fieldNeed(network, parent, field.name.value).size === 0) continue;',
    'continue;',
  ]),
  ...faultsOf('schema/rules/who-returns-a-record-knows-whose.ts', [
    'routing may be another agency’s',
    'if (missing.length === 0 ||',
    'if (missing.length >= 0 ||',
  ]),
  ...faultsOf('schema/rules/labels-on-concrete-types.ts', [
    'interfaces may be labelled',
    "if (type.kind !== 'interface') continue;",
    'continue;',
  ]),
  ...faultsOf('schema/rules/filters-are-labelled.ts', [
    'filters need no labels',
    'if (!filterName.test(node.name.value) && !filterType.test(namedType(node.type))) continue;',
    'continue;',
  ]),
  ...faultsOf('schema/rules/counts-are-labelled.ts', [
    'counts need no labels',
    '|| isLabelled(node)) continue;',
    '|| true) continue;',
  ]),
  ...faultsOf('schema/rules/pages-come-after-the-cut.ts', [
    'agencies may page records',
    'if (isPage(node) || !records || !pagingName.test(node.name.value)) continue;',
    'continue;',
  ]),
  ...faultsOf(
    'schema/rules/keys-name-no-other-record.ts',
    ['a key may name another record', 'if (named === undefined) continue;', 'continue;'],
    ['a key may go through any record on its path', '|| !isChildType(network, record)', ''],
  ),
  ...faultsOf(
    'schema/rules/about-leads-to-children.ts',
    [
      "a children path may end in another record's key",
      'return isRecord && isKey(network, leaf)',
      'return isRecord && !isRecord',
    ],
    ['a key is taken for children unasked', 'if (taken !== undefined) {', "if (taken === '') {"],
  ),
  ...faultsOf(
    'schema/rules/what-names-children-says-whose.ts',
    ['children may be named by anything', 'if (why === undefined) continue;', 'continue;'],
    [
      'children may be named by what has more to tell',
      'if (!tellsMore(network, type.name)) return undefined;',
      'return undefined;',
    ],
    ['records may be led to at a distance', '!(leadsToRecords || leadsToListsOfRecords)', '!leadsToRecords'],
    ['a record may open other children', 'if (isOpen) {', 'if (isOpen && isExternal({ subgraph, type }, node)) {'],
    ['a child may open its siblings', 'yield* otherChildren(network, { subgraph, type });', ''],
  ),
  ...faultsOf(
    'schema/rules/ids-name-no-records.ts',
    ['lists of ids may be labelled', 'if (!isSeveral && !isOpen(node)) continue;', 'if (!isOpen(node)) continue;'],
    [
      "a part of a key may be another record's id",
      '.map(({ fields }) => fields)',
      ".flatMap(({ fields }) => fields.split(' '))",
    ],
    ["a key may be another record's id", 'one.toLowerCase() === fields.toLowerCase()', 'one === fields'],
  ),
  ...faultsOf(
    'schema/rules/labels-can-be-answered.ts',
    ['what nobody could be permitted is composed', 'if (labelled === undefined) continue;', 'continue;'],
    ['only the root is looked at', '...hangingFrom(network, roots)]', ']'],
    [
      'what an argument takes is not looked at',
      'if (isLabelled(field)) return',
      'if (isLabelled(field) && seen.size === 0) return',
    ],
    ['only the first level of an input is looked at', 'if (below !== undefined) return below;', ''],
  ),
  ...faultsOf(
    'schema/rules/the-unknown-is-null.ts',
    ['what is not known may not be null', 'if (!isAskedOfTheUnknown(network, subgraph, type)) continue;', 'continue;'],
    ['only children may be unknown', 'place.subgraph !== subgraph &&', 'place.subgraph === undefined &&'],
  ),
  ...faultsOf('schema/rules/mutations-are-the-networks.ts', [
    'agencies may have mutations',
    '|| ownSubgraphs.has(subgraph.name)) continue;',
    '|| true) continue;',
  ]),
  ...faultsOf(
    'schema/rules/numbers-beside-records.ts',
    ["numbers in scalars of the agency's own pass", 'const isOwnScalar = ', "const isOwnScalar = returned === '' && "],
    ['a scalar that may hold a number is only asked about', '|| !numberName.test(returned);', '|| isOwnScalar;'],
    [
      'numbers may stand beside records',
      'const isQuestion = isLabelled(node) || roots.has(type.name) || !numberName.test(returned);',
      'const isQuestion = true;',
    ],
    [
      'labelled numbers are not asked about',
      'const isQuestion = isLabelled(node) ||',
      'if (isLabelled(node)) continue;\n      const isQuestion =',
    ],
  ),
  ...faultsOf('schema/rules/required-stays-in-its-record.ts', [
    'a required selection may name another record',
    'if (record !== undefined) return record;',
    '',
  ]),
];
