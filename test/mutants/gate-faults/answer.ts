import type { Fault } from './fault.ts';
import { faultsOf } from './fault.ts';

/** Answering, accounting, releasing. */
export const answerFaults: readonly Fault[] = [
  ...faultsOf(
    'gateway/answer-request.ts',
    ['what moved is released', 'if (decisions.moved) throw new DecisionMoved();', ''],
    [
      'versions are not looked at',
      'if (!(await dependencies.release(entries.release(disclosures, withholdings)))) throw new DecisionMoved();',
      'await dependencies.release(entries.release(disclosures, withholdings));',
    ],
    [
      'the answer does not wait for the ledger',
      'await release(entries.disclosures(disclosed), entries.withholdings([...missed, ...sought]));',
      'void release(entries.disclosures(disclosed), entries.withholdings([...missed, ...sought]));',
    ],
    [
      'disclosures are not ledgered',
      'await release(entries.disclosures(disclosed), entries.withholdings([...missed, ...sought]));',
      'await release([], entries.withholdings([...missed, ...sought]));',
    ],
    [
      'withholdings are not ledgered',
      'await release(entries.disclosures(disclosed), entries.withholdings([...missed, ...sought]));',
      'await release(entries.disclosures(disclosed), []);',
    ],
    [
      'after moving three times it is answered with nulls',
      "if (!done) throw new TrellisError('REGISTER_UNAVAILABLE');",
      '',
    ],
    ['moved once is given up', 'const mostDecisions = 3;', 'const mostDecisions = 1;'],
    [
      'a mutation that cannot be shown looks withheld',
      'errors: [...(executed.errors ?? []), ...errors]',
      'errors: executed.errors ?? []',
    ],
    [
      'an act is done again',
      "if (request.operation.kind === 'mutation') done = copyData(data);",
      'if (done) done = copyData(data);',
    ],
    [
      'a query is answered from what was decided before',
      "if (request.operation.kind === 'mutation') done = copyData(data);",
      'done = copyData(data);',
    ],
    ['what an act returned is kept by reference', 'done = copyData(data);', 'done = data;'],
    ['other errors are taken for a move', 'if (!(error instanceof DecisionMoved)) throw error;', ''],
  ),
  ...faultsOf(
    'gateway/answer/answer.ts',
    ['an act that was left out is blamed', 'held instanceof LeftOut) this', 'held instanceof Lost) this'],
    [
      'what could not be told apart is null without a word',
      'if (failed instanceof Failed) this.#errors',
      'if (!failed) this.#errors',
    ],
    ['what is not for clients is shown', '(field.values?.has(held) ?? true)', 'true'],
    ['what is not for clients is shown in lists', 'values?.has(value) === false ? null : value', 'value'],
    [
      'failures are null without a word',
      'this.#errors.push({ ...this.#error(code, field, path), ...(reason && { reason }), ...(isKnown && { input }) });',
      '',
    ],
    ['null may stand anywhere', 'if (!wraps.isNonNull || completed !== null) return completed;', 'return completed;'],
    [
      'a null where none may stand is not told',
      'if (this.#errors.length === before) this.#errors.push',
      'if (this.#errors.length < before) this.#errors.push',
    ],
    [
      'an undecided record is answered',
      'if (!(value instanceof AnswerRecord) && this.#isRecord(type)) return null;',
      '',
    ],
    [
      'a list that is empty because of a failure is not told',
      'if (item instanceof Lost) {\n        this.#errors',
      'if (item instanceof Lost) {\n        if (before < 0) this.#errors',
    ],
    [
      'a broken record takes its list with it',
      'else if (!(item instanceof AnswerRecord)) return null;',
      'else return null;',
    ],
    ['a broken item drops', 'else if (!(item instanceof AnswerRecord)) return null;', ''],
    [
      'fields of another type are answered',
      'const shape = selections.get(type);',
      'const shape = [...selections.values()][0];',
    ],
  ),
  ...faultsOf(
    'gateway/answer/withheld.ts',
    ['children that are not shown are named', 'if (shown.has(child)) note(', 'note('],
    ['any record shows its children', 'if (isChild(run, record.type)) record.children', 'record.children'],
    [
      'what a child permits is said to be withheld',
      'const yes = run.decisions.yes([child]);',
      'const yes = run.decisions.yes([]);',
    ],
    ['what one purpose permits is said to be withheld', 'if (met === 0) return', 'if (met !== above) return'],
    [
      'a field of several children is said to be withheld of those who permit it',
      'if (missing.length === 0) return;',
      '',
    ],
    [
      'one place stands for another',
      "const name = `${whole.join('.')} ${field.coordinate} ${child}`;",
      'const name = `${field.coordinate} ${child}`;',
    ],
    [
      'one type stands for another in one place',
      "const name = `${whole.join('.')} ${field.coordinate} ${child}`;",
      "const name = `${whole.join('.')} ${child}`;",
    ],
    [
      'what is below a withheld field is said again',
      'if (met === 0) return [{ stageNode, field, path, above }];',
      'if (met === 0) return [{ stageNode, field, path, above }, ...[...(stageNode.selections ?? [])].flatMap(([type, below]) => unmetIn(below, field.selections?.get(type) ?? [], yes, above, path))];',
    ],
    ['a place has no way from the root', 'const whole = [...site.path, ...path];', 'const whole = path;'],
  ),
  ...faultsOf(
    'gateway/answer/is-input.ts',
    [
      'any name of an agency is the place of an input',
      'return at !== undefined;',
      'return at !== undefined || name !== undefined;',
    ],
    ['a list has fields', 'isPlace(step) ? nullable.ofType : undefined', 'nullable.ofType'],
    ['any number is the place of a list', ' && Number.isInteger(step) && step >= 0 && step < longestList', ''],
    ['an object has places', "typeof step !== 'string'", "step === ''"],
  ),
  ...faultsOf(
    'gateway/answer/obtainable.ts',
    [
      'what may be had of one child may be had of all',
      'let known = this.#opened.get(name);',
      "let known = this.#opened.get([...this.#opened.keys()].find((each) => each.endsWith(purpose)) ?? '');",
    ],
    [
      'what the law gives of one child it gives of all',
      'let known = this.#given.get(name);',
      "let known = this.#given.get([...this.#given.keys()].find((each) => each.endsWith(purpose)) ?? '');",
    ],
    ['what the law gives is asked for', 'union(bits, this.#givenFor(child, each))', 'bits'],
  ),
  ...faultsOf('gateway/answer/missing-in.ts', [
    'summaries are not said to be withheld',
    "return [...at('FULL'), ...at('SUMMARY')]",
    "return [...at('FULL')]",
  ]),
  ...faultsOf(
    'gateway/answer/missed.ts',
    [
      'the second wording of a field is forgotten',
      'const known = missed.get(`${place} ${child}`) ?? {',
      'const known = {',
    ],
    [
      'withheld is what the first purpose lacks',
      'of purposePlaces(under)) {',
      'of purposePlaces(under).slice(0, 1)) {',
    ],
    [
      'what no purpose permits together is not kept',
      'above === 0 ? (every & metBy(own, yes)) === 0 : met === 0',
      '(every & metBy(own, yes)) === 0',
    ],
  ),
  ...faultsOf('gateway/answer/is-asked-for.ts', [
    'a request is taken whatever another purpose opens',
    '.byItself === undefined',
    '.byItself !== null',
  ]),
  ...faultsOf(
    'gateway/answer/open-routes.ts',
    ['a way that opens one category is a way', 'routes.length === 0)))', 'routes.length < 0)))'],
    ['one child’s way is a way', 'record.children.some((of)', '[child].some((of)'],
    ['a way to the summary is a way to all', 'decision.routes(bit, level)', 'decision.routes(bit)'],
    [
      'a way to one of the categories is named alone',
      'others.every((routes) => routes.includes(route))',
      'others.length >= 0',
    ],
    ['ways that are needed together are ways alone', '...(isTogether && named.size > 0 && { all: true }),', ''],
    ['what the register refuses is asked for', '!isAsked() && ', ''],
    ['a part of several ways is one', "named.delete('APPROVAL') && isTogether", "named.delete('APPROVAL') && false"],
    [
      'a purpose that must be asked for is named first',
      '[true, false].map((is) => [...this.#purposes].filter((each) => isByItself(each) === is))',
      '[false, true].map((is) => [...this.#purposes].filter((each) => isByItself(each) === is))',
    ],
    [
      'two purposes name each other and nothing else',
      'const isTogether = this.#alone.size === 0 &&',
      'const isTogether = this.#alone.size + purposes.length === 0 &&',
    ],
    ['a purpose is a way for one category', 'isMet(needed, had(of))', 'needed !== undefined && had(of) !== undefined'],
    [
      'a purpose is a way for one child',
      'children.every((child) => opens(child, need)',
      'children.some((child) => opens(child, need)',
    ],
    [
      'a purpose need not open what the field hangs from',
      'return via === undefined || isReachable(via.record, via.need, had);',
      'return true;',
    ],
    ['a purpose need not show the record', ' && opens(child, access)', ''],
  ),
  ...faultsOf(
    'gateway/answer/disclosed.ts',
    ['that a record appears is not accounted for', 'note(first, child, access);', ''],
    ['fields are not accounted for', 'cut?.disclosed.forEach((need, place) => note(place, child, need));', ''],
    [
      'all is recorded under the first purpose',
      'cut?.disclosed.forEach((need, place) => note(place, child, need));',
      'cut?.disclosed.forEach((need) => note(0, child, need));',
    ],
    [
      'that a record appears is recorded under the first purpose',
      'const [first = 0] = purposePlaces(firstPurpose(under));',
      'const first = under * 0;',
    ],
    ['what is known stands for what is added', 'if (known && isMet(need, known)) return;', 'if (known) return;'],
    ['what is added stands for what was known', 'known ? unionOf(vocabulary, [known, need]) : need', 'need'],
    [
      'the first child is accounted for',
      'for (const child of children) {',
      'for (const child of children.slice(0, 1)) {',
    ],
  ),
  ...faultsOf(
    'gateway/answer/ledger-entries.ts',
    ['flows are to the requester', 'flow: { to: agency }', 'flow: { to: this.#asked.requester.agency }'],
    [
      'flows rest on what the requester may have',
      'this.#decisions.agencyDecisions(child, agency)',
      'this.#decisions.decisions(child)',
    ],
    ['the network’s version is not kept', 'network: network.version', 'network: 1'],
  ),
  ...faultsOf(
    'gateway/release.ts',
    ['what moved is appended', 'group.filter((_, index) => still[index] === true)', 'group'],
    ['what moved is released', 'resolve(stillCurrent[index] === true)', 'resolve(true)'],
    [
      'it resolves before the commit',
      'for (const { reject } of group) reject(error);',
      'for (const { resolve } of group) resolve(true);',
    ],
    ['nothing is appended', 'if (first) {', 'if (!held) {'],
    ['the earliest instant stands', 'Math.max(...held', 'Math.min(...held'],
    ['each release has its own transaction', 'queue.splice(0, mostTogether)', 'queue.splice(0, 1)'],
    ['there is no end to a group', 'const mostTogether = 100;', 'const mostTogether = 1e9;'],
  ),
  ...faultsOf(
    'gateway/gate.ts',
    ['an act may be for several purposes', 'input.purposes.length > 1', 'input.purposes.length > 9'],
    ['all operations share a plan', 'plans.get(operation.key)', "plans.get('')"],
    [
      'plans are not kept',
      'plans.set(operation.key, (plan = planOperation(graph, operation)), weightOf(plan))',
      'plan = planOperation(graph, operation)',
    ],
  ),
];
