import type { Fault } from './fault.ts';
import { faultsOf } from './fault.ts';

/** Deciding, fetching, believing. */
export const executeFaults: readonly Fault[] = [
  ...faultsOf(
    'gateway/execute/decisions.ts',
    [
      'one child’s permission is enough',
      'FULL: intersect(one.FULL, other.FULL)',
      'FULL: one.FULL.map((word, index) => word | (other.FULL[index] as number))',
    ],
    [
      'one child’s permission of a summary is enough',
      'SUMMARY: intersect(one.SUMMARY, other.SUMMARY)',
      'SUMMARY: one.SUMMARY',
    ],
    ['the first child decides', 'const others = children.slice(1)', 'const others = children.slice(1, 1)'],
    [
      'withholding all is ignored',
      'if (first === undefined || this.#withholdAll) return this.#nothing;',
      'if (first === undefined) return this.#nothing;',
    ],
    ['withholding all ignores the ceiling', 'if (this.#withholdAll) return this.#nothing;', ''],
    [
      'the ceiling is everything',
      'return purposes.map((purpose) => ceiling(this.reading.rules, { requester, purpose }));',
      'return this.#nothing.map(({ FULL, SUMMARY }) => ({ FULL: FULL.map(() => ~0), SUMMARY: SUMMARY.map(() => ~0) }));',
    ],
    [
      'an agency is decided on as the requester',
      "recipient === '' ? this.#asking.requester : systemOf(recipient)",
      'this.#asking.requester',
    ],
    [
      'decisions of agencies are taken for the requester’s',
      'let byChild = this.#decisions.get(recipient);',
      "let byChild = this.#decisions.get(recipient) ?? this.#decisions.get('');",
    ],
    [
      'decisions of one child are taken for another’s',
      'const known = byChild.get(child);',
      'const [known] = byChild.values();',
    ],
    [
      'every agency is told who asks',
      'return named(places.filter(mayKnow));',
      'return named(places.filter((place) => children.length > 0 || mayKnow(place)));',
    ],
    [
      'an agency that may know of one purpose is told of all',
      'return named(places.filter(mayKnow));',
      'return places.some(mayKnow) ? named(places) : [];',
    ],
    [
      'who may know is told of every purpose',
      'const places = purposePlaces(under);',
      'const places = purposes.map((_, place) => place);',
    ],
    [
      'what purposes permit is added up',
      'return this.#decide(first, recipient).map(({ yes }, purpose) =>',
      'return this.#decide(first, recipient).map(({ yes }, purpose, all) => purpose > 0 ? { FULL: yes.FULL.map((word, at) => word | (all[0]?.yes.FULL[at] as number)), SUMMARY: yes.SUMMARY.map((word, at) => word | (all[0]?.yes.SUMMARY[at] as number)) } :',
    ],
    [
      'who asks is told where no child is known',
      'bit === undefined || children.length === 0 || this',
      'bit === undefined || this',
    ],
    ['own agency is not told who asks', "agency === own || agency === 'register'", "agency === 'register'"],
    ['a network that moved is not noticed', 'this.moved = true;', ''],
    [
      'children that are not read are taken as known',
      "if (!facts) throw new TrellisError('REGISTER_UNAVAILABLE');\n      this.#facts",
      'if (!facts) continue;\n      this.#facts',
    ],
    ['the last instant stands', 'this.#first ??= reading;', 'this.#first = reading;'],
    [
      'no versions are kept',
      'versions.set(child, facts.version);',
      'if (versions.size > 0) versions.set(child, facts.version);',
    ],
  ),
  ...faultsOf(
    'gateway/execute/run-operation.ts',
    [
      'rounds stop where nothing was found',
      'for (let round = 1; round <= root.depth; round++) {',
      'for (let round = 1; round <= root.depth && found.length > 0; round++) {',
    ],
    ['an emptied list of a list keeps its slot', 'return Array.isArray(item) && item.length === 0;', 'return false;'],
    [
      'a record without children appears',
      'candidate.children.length === 0) return undefined;',
      'false) return undefined;',
    ],
    ['a record whose categories cannot be read appears', 'candidate.categories === undefined || ', ''],
    ['access is not decided', 'const under = reached & metBy(access, yes);', 'const under = reached;'],
    [
      'a record appears under any purpose of the request',
      'const under = reached & metBy(access, yes);',
      'const under = metBy(access, yes);',
    ],
    [
      'a record stands for those reached under other purposes',
      '`${reached}${nameOfData(candidate.key)}',
      '`${nameOfData(candidate.key)}',
    ],
    ['access needs no type labels', 'unionOf(vocabulary, [field, type, needOf', 'unionOf(vocabulary, [field, needOf'],
    ['access needs no own categories', '{ FULL: categories, SUMMARY: [] })', '{ FULL: [], SUMMARY: [] })'],
    [
      'access needs no labels of the field',
      'unionOf(vocabulary, [field, type, needOf',
      'unionOf(vocabulary, [type, needOf',
    ],
    [
      'access needs no labels of the field where the type is open',
      'isOpen(type)) return field;',
      'isOpen(type)) return type;',
    ],
    ['a withheld record leaves a slot', '.filter((item) => !isEmptySlot(item))', '.map((item) => item ?? null)'],
    ['a failed record leaves a slot', ' || item instanceof Failed) return true;', ') return true;'],
    [
      'one record of a key stands for all',
      '`${reached}${nameOfData(candidate.key)}${candidate.children.join()}|${candidate.categories.join()}`',
      'nameOfData(candidate.key)',
    ],
    [
      'pages come before the cut',
      'const value = settleValue(held, enter);',
      'const all = held;\n    const value = settleValue(Array.isArray(all) && node.page ? page(run, node.page, all) : all, enter);',
    ],
    ['one of several that fit is chosen', 'new Set(items).size === 1 ? items[0] : null', 'items[0] ?? null'],
    ['pages are not cut', 'if (paging) return page(run, paging, items);', 'if (paging) return items;'],
    [
      'what a page cut off is fetched',
      'records.push(...kept);\n  return [...kept];',
      'const all = [...entered.values()].flatMap((each) => [...each.values()]);\n  records.push(...all);\n  return all;',
    ],
    [
      'records found by records are lost',
      'return records.flatMap((record) => discover(',
      'return records.slice(0, 1).flatMap((record) => discover(',
    ],
    ['the root is run again', 'data ? undefined : runRoot', 'runRoot'],
  ),
  ...faultsOf(
    'gateway/execute/discover.ts',
    ['one readable child is enough', 'const isReadable = children.every(', 'const isReadable = children.some('],
    [
      'unreadable children are left out',
      'isReadable ? distinct(children as readonly string[]) : []',
      'distinct(children.filter((each) => each !== undefined && each !== null) as readonly string[])',
    ],
    [
      'ids are not looked at',
      "typeof child === 'string' && graph.vocabulary.networkId.test(child)",
      "typeof child === 'string'",
    ],
    [
      'unknown categories are left out',
      'areCodes ? distinct(categories as readonly string[]) : undefined',
      'distinct(categories.filter((code) => graph.vocabulary.bit.has(String(code))) as readonly string[])',
    ],
    [
      'null for categories is none',
      'else found.push(inner ?? undefined);',
      'else if (inner !== null) found.push(inner);',
    ],
    [
      'lists that are no records are not paged',
      'const isPaged = node.page && !node.boundary && Array.isArray(visited);',
      'const isPaged = node.page && node.boundary && Array.isArray(visited);',
    ],
  ),
  ...faultsOf(
    'gateway/execute/fetch-entities.ts',
    [
      'a record of an interface object may be of any type',
      "const isMember = graph.isOf(String(entity['__typename']), type);",
      'const isMember = true;',
    ],
    [
      'a record whose type is known may be of another',
      "objects.every((object) => object['__typename'] === type && isUnnamed(graph, object));",
      'objects.length > 0;',
    ],
    [
      'which type a record is of is not kept',
      "if (isUnnamed(graph, object)) object['__typename'] = entity['__typename'];",
      '',
    ],
    [
      'the echo is not looked at',
      'return isData(entity) && target !== undefined && isEcho(graph, cut, target, entity);',
      'return isData(entity);',
    ],
    [
      'the type is not looked at',
      "if (entity['__typename'] !== type && !names(graph, String(type), objects, entity)) return false;",
      '',
    ],
    [
      'the key is not looked at',
      'return sent !== undefined && sent !== null && (sent === back || canonicalJson(sent) === canonicalJson(back));',
      'return sent !== undefined;',
    ],
    ['the count is not looked at', 'entities.length !== targets.length', 'false'],
    [
      'a reply in doubt is believed',
      "if (!placeErrors(graph, received, reply.errors, rootAt)) return 'ERROR_WITHOUT_PLACE';",
      'placeErrors(graph, received, reply.errors, rootAt);',
    ],
    [
      'one doubtful group is believed',
      "if (typeof entities === 'string') return entities;",
      "if (typeof entities === 'string') continue;",
    ],
    [
      'all travel in the first one’s selection',
      'let group = groups.get(cut.text);',
      'let group = [...groups.values()][0];',
    ],
    ['flows are not ledgered', 'if (fetch.flow) await run.ledgerFlow(fetch.agency, sent, fetch.flow);', ''],
    [
      'flows are ledgered while they are sent',
      'if (fetch.flow) await run.ledgerFlow',
      'if (fetch.flow) void run.ledgerFlow',
    ],
    [
      'who asks is decided by one child',
      '...whoAsks(run, [...sent.keys()], fetch.agency, under)',
      '...whoAsks(run, [...sent.keys()].slice(0, 1), fetch.agency, under)',
    ],
    ['one object of several is answered', 'known.objects.push(object);', ''],
    [
      'objects share what came for them',
      'const own = objects.length === 1 ? entity : copyData(entity);',
      'const own = entity;',
    ],
    [
      'what an agency does not know is told from an empty list',
      "projectAbsent(graph, cut.selections, String(object['__typename']), object);",
      '',
    ],
    ['failures are not marked', 'fail(applicable(graph, cut.selections, object), object);', ''],
    [
      'what failed is not told from what was not asked',
      'return selections.filter((node) => isOfType(graph, node, type));',
      'return selections;',
    ],
  ),
  ...faultsOf(
    'gateway/execute/fetch-root.ts',
    [
      'who asks is told to every agency',
      '...whoAsks(run, [], fetch.agency, remains.under)',
      'requester: run.requester, purpose: run.purposes.join()',
    ],
    [
      'errors are ignored',
      'if (!placeErrors(graph, received, reply.errors, rootAt)) {',
      'if (!placeErrors(graph, received, reply.errors, rootAt) && selections.length < 0) {',
    ],
    ['one malformed root field takes all', 'fail([node], data);', 'fail(remains.selections, data); return;'],
    ['what failed is null', "data[node.key] ??= new Failed('AGENCY_UNAVAILABLE')", 'data[node.key] ??= null'],
  ),
  ...faultsOf(
    'gateway/execute/project.ts',
    [
      'what is not exactly what was asked is kept',
      'return Object.keys(value).length === members;',
      'return Object.keys(value).length >= members;',
    ],
    [
      'something else may stand where the type was to be said',
      "if (members === undefined || (asksTypename && value['__typename'] === undefined)) return false;",
      'if (members === undefined) return false;',
    ],
    [
      'what is to be renamed is kept',
      "if (members === undefined || (asksTypename && value['__typename'] === undefined)) return false;",
      '',
    ],
    ['missing values are null', "if (value === undefined) throw new Malformed('FIELD_MISSING', node.coordinate);", ''],
    ['null may stand anywhere', "if (reads.isNonNull) throw new Malformed('NULL_NOT_ALLOWED', node.coordinate);", ''],
    ['values are not looked at', "if (!reads.fits(value)) throw new Malformed('VALUE_UNFIT', node.coordinate);", ''],
    [
      'types are not looked at',
      "if (typeof said !== 'string' || !graph.isOf(said, name)) throw new Malformed('TYPENAME_UNEXPECTED', node.coordinate);",
      '',
    ],
    [
      'one child that cannot be read drops alone',
      'if (!reads.isListOfRecords || !(error instanceof Malformed)) throw error;',
      'if (!(error instanceof Malformed)) throw error;',
    ],
    [
      'a malformed record takes its list',
      'if (!reads.isListOfRecords || !(error instanceof Malformed)) throw error;',
      'throw error;',
    ],
    ['null and no records are two answers', 'if (reads.isListOfRecords) return [];', ''],
    [
      'a reply is kept half read',
      'const staged = emptyData();\n  read(reading, fieldsOf(reading.graph, selections, type), reply, staged);\n  merge(target, staged);',
      'read(reading, fieldsOf(reading.graph, selections, type), reply, target);',
    ],
    [
      'lists of different lengths are laid on one another',
      'Array.isArray(more) && known.length === more.length',
      'Array.isArray(more)',
    ],
    [
      'more is taken than was asked',
      'read(reading, asked, value, object);',
      'Object.assign(object, value);\n  read(reading, asked, value, object);',
    ],
  ),
  ...faultsOf(
    'gateway/execute/place-errors.ts',
    [
      'an error without a place is no error',
      "if (!place || typeof first !== 'string') return false;",
      "if (!place || typeof first !== 'string') return true;",
    ],
    [
      'an error may lie where nothing was asked',
      'const node = fields.find((field) => field.alias === alias);\n  return node &&',
      'const node = fields.find((field) => field.alias === alias) ?? fields[0];\n  return node &&',
    ],
    ['a list has a place behind its end', "if (typeof step !== 'number' || step >= value.length) return false;", ''],
    ['what did not come has a place', ' || !Object.hasOwn(value as object, step)', ''],
    [
      'what came with an error is believed',
      'if (!(holder[key] instanceof Failed)) holder[key] = failed;',
      'holder[key] ??= failed;',
    ],
  ),
  ...faultsOf(
    'gateway/execute/represent.ts',
    [
      'an interface object is sent the name of one type',
      "graph.isOf(type, step.slice('... on '.length))",
      'step === `... on ${type}`',
    ],
    [
      'null stands for what was withheld',
      'if (value === undefined || value instanceof Failed) return value;',
      'if (value instanceof Failed) return value;\n    if (value === undefined) { chosen[key] = null; continue; }',
    ],
    [
      'null stands for what failed',
      'if (value === undefined || value instanceof Failed) return value;',
      'if (value === undefined) return value;\n    if (value instanceof Failed) { chosen[key] = null; continue; }',
    ],
    [
      'interface objects keep their type’s name',
      'for (const rewrite of fetch.inputRewrites) applyRewrite(graph, rewrite, representation);',
      '',
    ],
    [
      'objects of other types are sent',
      "if (condition !== undefined && !graph.isOf(String(object['__typename']), condition)) continue;",
      '',
    ],
  ),
  ...faultsOf(
    'gateway/execute/run-stage.ts',
    [
      'flows are decided for the requester',
      'metBy(flow, run.decisions.agencyYes(record.children, agency))',
      'metBy(flow, record.yes)',
    ],
    [
      'flows are decided for the first child',
      'agencyYes(record.children, agency)',
      'agencyYes(record.children.slice(0, 1), agency)',
    ],
    [
      'everything may be asked at the root',
      'const met = stage.needs.map((need) => (ceiling ? metBy(need, ceiling) : isOpen(need) ? every : 0));',
      'const met = stage.needs.map((need) => (ceiling !== null || isOpen(need) ? every : 0));',
    ],
    ['one record’s cut is another’s', 'cuts.set(record, cut);', 'records.forEach((each) => cuts.set(each, cut));'],
    ['an act nobody may see is not done', "stage.type === 'Mutation' ? met.map(() => every) : met", 'met'],
    [
      'what is below a record may be asked under any purpose',
      'record.under & metBy(need, record.yes)',
      'metBy(need, record.yes)',
    ],
    [
      'a flow may be for any purpose',
      'record.under & metBy(flow, run.decisions.agencyYes(record.children, agency))',
      'metBy(flow, run.decisions.agencyYes(record.children, agency)) > 0 ? record.under : 0',
    ],
  ),
  ...faultsOf(
    'gateway/execute/page.ts',
    ['an unknown place begins at the start', 'return found < 0 ? items.length : found + 1;', 'return found + 1;'],
    [
      'an offset lengthens the page',
      'first === undefined ? undefined : start + offset + first',
      'first === undefined ? undefined : start + offset + first + offset',
    ],
  ),
  ...faultsOf(
    'gateway/execute/record.ts',
    ['a key under another name is not known', 'this.data[node.key] = candidate.key[node.name];', ''],
    [
      'a copy shares its lists',
      'if (Array.isArray(value)) return value.map(copy);',
      'if (Array.isArray(value)) return value;',
    ],
  ),
];
