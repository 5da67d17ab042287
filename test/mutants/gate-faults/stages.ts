import type { Fault } from './fault.ts';
import { faultsNoticedBy, faultsOf } from './fault.ts';

/** What needs what, where records begin, and what remains of a plan. */
export const stageFaults: readonly Fault[] = [
  ...faultsOf(
    'gateway/stages/graph.ts',
    ['every agency has the supergraph’s types', 'if (own !== undefined) return outputType(own);', ''],
    ['labels of arguments are forgotten', 'const more = [...said, ...read]', 'const more = [...read]'],
    ['labels of filters are forgotten', 'const more = [...said, ...read]', 'const more = [...said]'],
    [
      'labels of a field are forgotten where it has arguments',
      '[needOfCoordinate(coordinate), ...more]',
      'more.length > 0 ? more : [needOfCoordinate(coordinate)]',
    ],
    ['a default needs its argument’s labels', 'node.args.filter((arg) => !arg.isDefault)', 'node.args'],
    [
      'labels of types are forgotten',
      'need: needOf(vocabulary, requirement) }',
      'need: needOf(vocabulary, { FULL: [], SUMMARY: [] }) }',
    ],
    [
      'a field without a label is open',
      'if (!field) throw new Error(`${coordinate} has no label',
      'if (!field) return needOf(vocabulary, { FULL: [], SUMMARY: [] }); if (!field) throw new Error(`${coordinate} has no label',
    ],
    ['a refused supergraph is served', 'if (problems.length > 0) {', 'if (problems.length > 1e9) {'],
    [
      'no type is another',
      'isAbstractType(abstract) && schema.getPossibleTypes(abstract).some(({ name }) => name === type)',
      'false',
    ],
    [
      'any key will do',
      'known.find((each) => selectionSet(each).selections.every((field) => carried.has(nameOf(field))))',
      'known[0]',
    ],
  ),
  ...faultsOf(
    'gateway/stages/fields-of.ts',
    [
      'what fragments of other types ask is asked',
      'if (graph.isOf(type, node.type)) collect(graph, node.selections, type, into);',
      'collect(graph, node.selections, type, into);',
    ],
    [
      'one fragment’s part of an object is all of it',
      'into.set(node.alias, known ? { ...base, selections: node.selections && under } : node);',
      'into.set(node.alias, node);',
    ],
  ),
  ...faultsOf(
    'gateway/stages/need.ts',
    [
      'a need is met by purposes together',
      'if (isMet(need, sets[place] as LevelSets)) met |= 1 << place;',
      'if (isMet(need, { FULL: need.FULL.map((_, at) => sets.reduce((all, { FULL }) => all | (FULL[at] as number), 0)), SUMMARY: need.SUMMARY.map((_, at) => sets.reduce((all, { SUMMARY }) => all | (SUMMARY[at] as number), 0)) })) met |= 1 << place;',
    ],
    [
      'SUMMARY is not needed',
      'isSubset(need.FULL, yes.FULL) && isSubset(need.SUMMARY, yes.SUMMARY)',
      'isSubset(need.FULL, yes.FULL)',
    ],
    [
      'FULL is not needed',
      'isSubset(need.FULL, yes.FULL) && isSubset(need.SUMMARY, yes.SUMMARY)',
      'isSubset(need.SUMMARY, yes.SUMMARY)',
    ],
    [
      'one level is enough',
      'isSubset(need.FULL, yes.FULL) && isSubset(need.SUMMARY, yes.SUMMARY)',
      'isSubset(need.FULL, yes.FULL) || isSubset(need.SUMMARY, yes.SUMMARY)',
    ],
    [
      'what needs a summary is open',
      'return isEmpty(need.FULL) && isEmpty(need.SUMMARY);',
      'return isEmpty(need.FULL);',
    ],
    [
      'a sum is one of its parts',
      'needs.every((other) => isMet(other, each))',
      'needs.some((other) => isMet(other, each))',
    ],
    ['a sum is the least of its parts', 'isMet(other, each))', 'isMet(each, other))'],
    ['a sum forgets SUMMARY', 'add(union.SUMMARY, need.SUMMARY);', ''],
    ['a sum is its last part', '(bits[word] as number) | (more[word] as number)', '(more[word] as number)'],
    ['the highest bit is forgotten', 'bit < 32', 'bit < 31'],
  ),
  ...faultsOf(
    'gateway/stages/build-stage.ts',
    [
      'a page is not asked for what it begins after',
      "if (page?.['after'] === undefined) return items;",
      'return items;',
    ],
    [
      'the id of a page is asked for though it needs permission',
      'return isOpen(graph.needOfField(id)) ? id : undefined;',
      'return id;',
    ],
    [
      'labels above are forgotten below',
      'const need = above ? unionOf(graph.vocabulary, [above, own]) : own;',
      'const need = own;',
    ],
    [
      'what needs permission is asked under the root',
      'const selections = isRoot ? withoutChildless(nodes) : nodes;',
      'const selections = nodes;',
    ],
    [
      'what needs permission is asked deeper under the root',
      'return [{ ...each, selections: each.selections && openOf(each.selections) }];\n  });',
      'return [each];\n  });',
    ],
    ['records are answered where they are found', '.filter(([type]) => !graph.records.has(type))', ''],
    ['child(id) is asked of an agency', "'Query.child': 'id'", "'Query.chill': 'id'"],
    ['pages are left to agencies', 'return paging.length > 0 ?', 'return paging.length > 99 ?'],
    ['deeper rounds are not run', 'depth: Math.max(0, ...depths)', 'depth: Math.min(1, ...depths)'],
  ),
  ...faultsOf(
    'gateway/stages/compile-plan.ts',
    ['what feeds an agency is no disclosure', 'flow: isOpen(flow) ? undefined : flow', 'flow: undefined'],
    ['what feeds an agency is labelled as the first alone', 'return [own, flowOf(', 'return [flowOf('],
    [
      'steps that depend on one another run at once',
      "kind: node.kind === 'Sequence' ? 'sequence' : 'parallel'",
      "kind: 'parallel'",
    ],
    [
      'renamed keys keep the agency’s alias',
      "if (rewrite.kind === 'KeyRenamer')",
      "if ((rewrite.kind as string) === 'None')",
    ],
  ),
  ...faultsOf(
    'gateway/stages/compile-selections.ts',
    [
      'what a field needs is what its first type needs',
      'return unionOf(\n      graph.vocabulary,\n      matched.map(({ need }) => need),\n    );',
      'return (matched[0] as StageNode).need;',
    ],
    [
      'what another fetch needs is open',
      "if (role === 'auxiliary') return graph.needOfCoordinate(`${parent.name}.${name}`);",
      '',
    ],
    ['what no client asked is routing', "return isRouting ? 'routing' : 'auxiliary';", "return 'routing';"],
    [
      'routing is asked of what no child could permit',
      'return record ? [placeOf(context, record.need)] : [];',
      'return record && !record ? [placeOf(context, record.need)] : [];',
    ],
    [
      'needs are told apart by FULL alone',
      'same(each.FULL, need.FULL) && same(each.SUMMARY, need.SUMMARY)',
      'same(each.FULL, need.FULL)',
    ],
  ),
  ...faultsNoticedBy(
    ['test/gate/own-scalars'],
    'gateway/stages/reads-of.ts',
    ['any number is an id', 'Number.isSafeInteger(value),', 'Number.isInteger(value),'],
    ["an agency's own scalar may hold anything", ': isKeptJson;', ': () => true;'],
  ),
  ...faultsOf(
    'gateway/stages/reads-of.ts',
    ['numbers of any size fit', 'Math.abs(value as number) < 2 ** 31', 'true'],
    [
      'what an enum does not have fits',
      "typeof value === 'string' && type.getValue(value) !== undefined",
      "typeof value === 'string'",
    ],
    [
      'ids of any form fit',
      "typeof value === 'string' && graph.vocabulary.networkId.test(value)",
      "typeof value === 'string'",
    ],
    ['what a client asked is read as what it did not', '${String(type)} ${String(isSelected)}', '${String(type)}'],
    ['a value that is never null may be', 'isNonNull: true', 'isNonNull: false'],
    ['routing that cannot be read drops alone', 'isListType(type) && isSelected &&', 'isListType(type) &&'],
  ),
  ...faultsOf(
    'gateway/stages/print-stage.ts',
    [
      'what types need differently is asked of their interface',
      'if (setsKey(one.need) !== setsKey(other.need)) return false;',
      '',
    ],
    [
      'what only some types are asked is asked of their interface',
      'others.every((nodes) => nodes.some((other) => isAlike(each, other)))',
      'true',
    ],
    ['a page is sent to the agency', 'if (page?.[name] !== undefined) return `${name}:null`;', ''],
    ['what is behind a boundary is not routed by category', "${record.about.categories ?? ''}", ''],
  ),
  ...faultsOf(
    'gateway/stages/cut.ts',
    ['a type is no reason to ask', 'kept.some(hasContent) || kept.some(namesType)', 'kept.some(hasContent)'],
    ['nothing is cut', 'const set = met[need] as PurposeSet;', 'const set = ~0;'],
    [
      'a cut of other permissions is used',
      'const name = `${digits(met)}|${digits(possible)}|${digits(flows)}`;',
      'const name = String(met.length + possible.length + flows.length);',
    ],
    [
      'the key of a cut has no needs',
      '`${digits(met)}|${digits(possible)}|${digits(flows)}`',
      '`${digits(possible)}|${digits(flows)}`',
    ],
    [
      'the key of a cut has no flows',
      '`${digits(met)}|${digits(possible)}|${digits(flows)}`',
      '`${digits(met)}|${digits(possible)}`',
    ],
    [
      'the key of a cut has no ceiling',
      '`${digits(met)}|${digits(possible)}|${digits(flows)}`',
      '`${digits(met)}|${digits(flows)}`',
    ],
    ['flows that are not permitted are sent', '(permitted.flows[index] as PurposeSet) & ', ''],
    [
      'the ceiling is ignored',
      'return reach.length === 0 ? set : set & reach.reduce',
      'return reach.length >= 0 ? set : set & reach.reduce',
    ],
    [
      'what only a withheld fetch needs is asked',
      "if (field.role !== 'auxiliary') return set;",
      'if (set >= 0) return set;',
    ],
    ['an agency is asked for nothing but types', 'kept.some(hasContent) || kept.some(namesType)', 'true'],
    ['the key is not asked back', '`__typename ${key} `', '`__typename `'],
    [
      'what is disclosed is not accounted for',
      "if (node.role === 'selected') discloseUnder(gathered, first, node.need);",
      '',
    ],
    [
      'what is below a field may be asked under any purpose',
      'const set = above & permittedOf(field, permitted);',
      'const set = permittedOf(field, permitted);',
    ],
    [
      'a fetch is sent under purposes that do not reach its objects',
      " & (path.length === 0 ? ~0 : (at.get(path.join('.')) ?? 0))",
      '',
    ],
    [
      'the purpose recorded is any that permits it',
      'const first = firstPurpose(set);',
      'const first = set & ~(set - 1) ? 1 : 0;',
    ],
  ),
];
