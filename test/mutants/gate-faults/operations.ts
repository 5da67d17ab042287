import type { Fault } from './fault.ts';
import { faultsOf } from './fault.ts';

/** Reading an operation: two questions taken for one, one for two, a value of another request. */
export const operationFaults: readonly Fault[] = [
  ...faultsOf(
    'gateway/operations/collect-fields.ts',
    ['@skip is not looked at', "?.['if'] === true) return false;", "?.['if'] === true) return true;"],
    ['@include is not looked at', "?.['if'] !== false;", "?.['if'] !== undefined || true;"],
    [
      'fragments of any type apply',
      'return isAbstractType(conditional) && schema.isSubType(conditional, type);',
      'return true;',
    ],
    [
      'fragments on interfaces do not apply',
      'return isAbstractType(conditional) && schema.isSubType(conditional, type);',
      'return false;',
    ],
    ['a response name keeps its first field alone', 'if (same) same.push(selection);', 'if (same) continue;'],
    ['an alias is a field name', 'selection.alias?.value ?? selection.name.value', 'selection.name.value'],
  ),
  ...faultsOf(
    'gateway/operations/read-drafts.ts',
    ['no limit on expansion', 'if (++this.#count > this.#limit)', 'if (++this.#count > Infinity)'],
    [
      'only the first of the merged selections is read',
      'const sets = asts.flatMap(',
      'const sets = asts.slice(0, 1).flatMap(',
    ],
    ['only the first type of an abstract one is read', 'concrete.map((each)', 'concrete.slice(0, 1).map((each)'],
  ),
  ...faultsOf(
    'gateway/operations/tree-writer.ts',
    ['what an agency requires with arguments is the client’s answer', '(this.#reserved.has(name) ? 1 : 0)', '0'],
    [
      'argument sets share a key',
      "ordinal > 0 ? `__${ordinal}` : ''}${shapesDiffer",
      "ordinal < 0 ? `__${ordinal}` : ''}${shapesDiffer",
    ],
    ['shapes that differ share a key', '(types.get(name)?.length ?? 1) > 1', '(types.get(name)?.length ?? 1) > 99'],
    ['whether an argument says the default is not in the key', "${arg.isDefault ? '=' : ''}", ''],
    [
      'what a filter reads is not in the key',
      'node.reads.length > 0 ? `[${node.reads.join()}]`',
      'node.reads.length > 99 ? `[${node.reads.join()}]`',
    ],
    [
      'every argument is taken for the default',
      'isDefault: canonicalJson(value) === canonicalJson(arg.defaultValue)',
      'isDefault: true',
    ],
    ['what a filter reads is not read', 'reads: [...new Set(reads)].sort()', 'reads: []'],
    ['a tree is remembered though it depends on values', 'this.#dependsOnValues ||= mayDiffer(all);', ''],
    ['a tree is remembered though a filter may read other fields', 'this.#dependsOnValues = true;', ''],
    ['acts are merged', 'const ordinal = done.get(draft.field.name) ?? 0;', 'const ordinal = 0;'],
    ['selections of merged fields are lost', '[...(merged.get(type) ?? []), ...more]', 'more'],
    [
      'types keep the order they came in',
      'const typeNames = [...drafts.keys()].sort();',
      'const typeNames = [...drafts.keys()].reverse();',
    ],
    [
      'fields keep the order they came in',
      'return [...groups.keys()].sort().map((key)',
      'return [...groups.keys()].map((key)',
    ],
  ),
  ...faultsOf('gateway/operations/normalise.ts', [
    'acts are sorted',
    "kind === 'mutation'",
    "(kind as string) === 'none'",
  ]),
  ...faultsOf(
    'gateway/operations/operation-cache.ts',
    [
      'the key of a remembered tree has no conditions',
      'const known = trees.get(conditions.join());',
      'const known = [...trees.values()][0];',
    ],
    ['values of the first request stay', 'return { ...known, values };', 'return known;'],
    [
      'an argument that was absent stays absent',
      'variables[node.name.value] !== undefined)) return undefined;',
      'false)) return undefined;',
    ],
    [
      'a value may become the default unnoticed',
      'if (defaultValue !== undefined && (canonicalJson(value)',
      'if (defaultValue === null && (canonicalJson(value)',
    ],
    ['trees that depend on values are remembered', '!normalised.dependsOnValues &&', ''],
  ),
  ...faultsOf(
    'platform/canonical-json.ts',
    ['objects in any order differ', 'entries.sort(([a], [b]) => (a < b ? -1 : 1));', ''],
    [
      'lists are told apart by length alone',
      'return `[${value.map(canonicalJson).join()}]`;',
      'return `[${value.length}]`;',
    ],
  ),
  ...faultsOf(
    'gateway/operations/input-reads.ts',
    ['what is read deeper in a filter is not read', '...inputReads(field.type, inner)', ''],
    [
      'lists of filters read nothing',
      'items.flatMap((item) => inputReads(nullable.ofType, item))',
      '[...items.slice(0, 0)] as string[]',
    ],
  ),
  ...faultsOf('gateway/input/argument-sites.ts', [
    'what conditions are given is not looked at',
    'addConditions(selection, path);',
    '',
  ]),
  ...faultsOf(
    'gateway/input/input-check.ts',
    [
      'items of lists are not looked at',
      'value.forEach((item, at) => this.value(type.ofType, item, below(place, at)))',
      'void below(place, 0)',
    ],
    [
      'fields of inputs are not looked at',
      'if (given !== undefined) this.value(field.type, given, below(place, name));',
      'if (given !== undefined) continue;',
    ],
    ['unknown fields pass', 'if (!Object.hasOwn(fields, name))', 'if (!Object.hasOwn(values, name))'],
  ),
  ...faultsOf(
    'gateway/input/leaf-fault.ts',
    ['ids are not looked at', 'vocabulary.networkId.test(value)', 'true'],
    ['half a surrogate passes', ' || /\\p{Cs}/u.test(text)', ''],
    ['U+0000 passes', "text.includes('\\0') || ", ''],
    ['unknown purposes pass', 'vocabulary.purposes.has(value)', 'true'],
  ),
  ...faultsOf(
    'gateway/input/read-input.ts',
    ['a negative page passes', 'value >= 0 &&', ''],
    [
      'literals are not looked at',
      'if (node.kind !== Kind.VARIABLE) check.value(type, value, place);',
      'if (node.kind !== Kind.VARIABLE) return;',
    ],
    ['defaults are not looked at', 'for (const checkDefault of defaults) checkDefault();', ''],
  ),
  ...faultsOf('gateway/input/spans.ts', ['a span may end before it begins', 'stop < start', 'stop < start - 1e15']),
  ...faultsOf(
    'gateway/operations/limits.ts',
    ['depth is not limited', "atMost(limits, 'depth', operation.depth);", ''],
    ['aliases are not limited', "atMost(limits, 'aliases', operation.aliases);", ''],
    ['the limit itself is refused', 'if (found > allowed)', 'if (found >= allowed)'],
  ),
  ...faultsOf(
    'gateway/requester/read-purposes.ts',
    ['any number of purposes is read', 'named.length > mostPurposes', 'named.length > 99'],
    ['one purpose of the token is enough', 'named.every((', 'named.some(('],
    ['a purpose may be named twice', 'new Set(named).size < named.length', 'false'],
    ['an emergency may be asked with others', 'named.length > 1 && named.includes(emergency)', 'false'],
  ),
];
