import type { Fault } from './fault.ts';
import { faultsNoticedBy } from './fault.ts';

const readJson = ['gateway/server/read-json'];
const replies = ['gateway/agency-client/read-reply', 'gateway/agency-client/create-agency-client'];
const limits = [
  'gateway/operations/limits',
  'gateway/operations/limits-to-the-edge',
  'gateway/operations/check-variables',
];
const errors = ['gateway/format-error'];

/** What comes in by HTTP, what goes out by it: bodies, budgets, registered operations, compression, errors; and what the schema of a role shows. */
export const serverFaults: readonly Fault[] = [
  ...faultsNoticedBy(
    readJson,
    'gateway/server/read-json.ts',
    [
      'a key may be sent twice',
      "if (repeatsKey(text)) throw new TrellisError('BAD_REQUEST', { reason: 'DUPLICATE_KEY' });",
      '',
    ],
    ['what is not UTF-8 is mended', 'fatal: true', 'fatal: false'],
    ['a mark before the text is passed over', 'ignoreBOM: true', 'ignoreBOM: false'],
  ),
  ...faultsNoticedBy(
    readJson,
    'gateway/server/repeats-key.ts',
    ['objects share their keys', 'open.push(new Set())', 'open.push(open.at(-1) ?? new Set())'],
    ['an escape spells another key', "string.includes('\\\\') ? (JSON.parse(string) as string) : ", ''],
    [
      'an object that ended goes on',
      "else if (token === '}' || token === ']') open.pop();",
      "else if (token === '}') open.length -= 0;",
    ],
  ),
  ...faultsNoticedBy(
    [...readJson, ...replies],
    'gateway/parse-json.ts',
    ['keys that objects inherit pass', 'if (mayNameInherited(text)) refuseInherited(value);', ''],
    ['an inherited key may be spelt by an escape', '|\\\\u00', ''],
  ),
  ...faultsNoticedBy(
    ['gateway/server/new-notices'],
    'gateway/server/new-notices.ts',
    ['what was told is told again', '.filter((notice) => !isTold(notice))', ''],
    ['what is older is new', 'last < 0 ? undefined : last', 'undefined'],
    ['the first look goes back for ever', 'isReached || this.#isFirst', 'isReached'],
    ['a look reads one page', 'isReached || this.#isFirst', 'true'],
    ['each look is the first', 'this.#isFirst = false;', ''],
  ),
  ...faultsNoticedBy(
    limits,
    'gateway/operations/check-variables.ts',
    ['variables may nest', 'if (depth > limits.variablesDepth)', 'if (depth > 1e6)'],
    ['lists in variables may be of any length', 'value.length > limits.listArguments', 'value.length > 1e9'],
    ['variables may be of any size', 'if (size > limits.variablesSize)', 'if (size > 1e9)'],
    ['inherited names pass', '!isList && inherited.has(key)', 'isList && inherited.has(key)'],
  ),
  ...faultsNoticedBy(
    limits,
    'gateway/operations/scan-tokens.ts',
    ['any number of tokens is read', 'if (tokens > limits.tokens)', 'if (tokens > 1e9)'],
    ['a string may be of any length', 'token.value.length > limits.stringLength', 'token.value.length > 1e9'],
    ['brackets may nest', 'if (open > limits.nesting)', 'if (open > 1e9)'],
  ),
  ...faultsNoticedBy(
    limits,
    'gateway/operations/measure-document.ts',
    ['a name may stand any number of times', 'if (count > limits.sameNames)', 'if (count > 1e9)'],
    [
      'a fragment is not measured where it is spread',
      'if (below === undefined) continue;\n      addCounts(total, below);',
      'if (below === undefined) continue;',
    ],
    ['fields of fragments are not at the root', 'total.fields = Math.min(most, total.fields + below.fields);', ''],
    ['fragments have no depth', 'total.depth = Math.max(total.depth, below.depth);', ''],
    [
      'a fragment that nothing spreads is not looked at',
      'for (const name of fragments.keys()) measureFragment(name, 0);',
      '',
    ],
  ),
  ...faultsNoticedBy(
    limits,
    'gateway/operations/limits.ts',
    ['a document may be of any size', "atMost(limits, 'bodyBytes', Buffer.byteLength(source));", ''],
    ['what fragments expand to is not limited', "atMost(limits, 'expandedSelections', operation.selections);", ''],
    ['root fields are not limited', "atMost(limits, 'rootFields', operation.fields);", ''],
    ['directives are not limited', "atMost(limits, 'directives', directives);", ''],
    ['lists in the document are not limited', "atMost(limits, 'listArguments', longestList);", ''],
    [
      'introspection may be of any depth',
      'if (operation.introspectionDepth > limits.introspectionDepth) {',
      'if (operation.introspectionDepth > 1e9) {',
    ],
  ),
  ...faultsNoticedBy(
    ['gateway/server/trace-parent'],
    'gateway/server/trace-parent.ts',
    ['a trace of no version is joined', "version !== 'ff' && ", ''],
    ['flags that nobody knows go on', 'Number.parseInt(flags, 16) & knownFlags', 'Number.parseInt(flags, 16)'],
  ),
  ...faultsNoticedBy(
    ['gateway/server/registered-operations'],
    'gateway/server/registered-operations.ts',
    ['what is not registered is answered', '(registeredOnly ? undefined : query)', 'query'],
    [
      'an app is not held to what it registered',
      'known?.registeredOnly ?? registration.registeredOnly',
      'registration.registeredOnly',
    ],
    [
      'a hash may name another text',
      'registered !== undefined && registered !== hash',
      'registered === hash && hash === undefined',
    ],
    [
      'an app finds another’s',
      'known?.operations.get(hash)',
      '[...apps.values()].map((each) => each.operations.get(hash)).find((each) => each !== undefined)',
    ],
  ),
  ...faultsNoticedBy(
    ['gateway/server/budgets'],
    'gateway/server/budgets.ts',
    [
      'agencies share a budget',
      "['budget', per, measure, String(windowMs), agency, ...own]",
      "['budget', per, measure, String(windowMs), ...own]",
    ],
    ['a budget that is used up is none', '.includes(false)', '.includes(null as never)'],
    ['a cache that is down refuses', 'onFault(error);\n    return true;', 'onFault(error);\n    return false;'],
    ['a system has a person’s budget', "...(kind !== 'system' && { user })", 'user'],
    ['people are named in keys', "[hash('sha256', user, 'base64url')]", '[user]'],
  ),
  ...faultsNoticedBy(
    ['gateway/server/choose-content-type'],
    'gateway/server/choose-content-type.ts',
    ['what is not wanted is sent', 'return wish.json > 0 ? json : undefined;', 'return json;'],
    ['quality is not weighed', 'wish.graphql >= wish.json', 'wish.graphql >= 0'],
  ),
  ...faultsNoticedBy(
    ['gateway/server/compress-answer'],
    'gateway/server/compress-answer.ts',
    [
      'an answer with a client’s text in it is compressed',
      'return reflects(plain, sent) ? { body: plain } : compress(plain, acceptEncoding);',
      'return compress(plain, acceptEncoding);',
    ],
    [
      'an alias is no text of a client',
      'if (hasAlias || texts.size > mostTexts) return true;',
      'if (texts.size > mostTexts) return true;',
    ],
    ['texts of the document are not looked at', 'StringValue: ({ value }) => void texts.add(value),', ''],
    [
      'texts in lists of variables are not looked at',
      'Object.values(value).flatMap(textsIn)',
      'Object.values(value).filter((each): each is string => typeof each === "string")',
    ],
    [
      'an encoding that is refused is used',
      'some((parameter) => /^q=0(?:\\.0*)?$/.test(parameter)) ? []',
      'some((parameter) => parameter === "q=none") ? []',
    ],
  ),
  ...faultsNoticedBy(['gateway/server/validated-documents'], 'gateway/server/validated-documents.ts', [
    'what Apollo keeps is given back',
    'this.#documents.known(text)?.document',
    '(text as never)',
  ]),
  ...faultsNoticedBy(
    errors,
    'gateway/format-error.ts',
    ['any place of a path is told', 'error.path.every(isPathElement)', 'error.path.length >= 0'],
    [
      'what an enum has is told where the schema is closed',
      'if (!introspection || names.length === 0) return',
      'if (names.length === 0) return',
    ],
    ['any limit is named', ' && limitNames.includes(details.limit)', ''],
    ['any reason passes', 'reason !== undefined && Object.hasOwn(reasons, reason) ? reason : undefined', 'reason'],
    [
      'what is told of inputs goes on behind what is no name',
      'const path = end < 0 ? [...place.path] : place.path.slice(0, end);',
      'const path = [...place.path];',
    ],
    [
      'names of the schema are told where it is closed',
      "introspection ? undefined : (error.source?.body ?? '')",
      'undefined',
    ],
  ),
  ...faultsNoticedBy(
    errors,
    'gateway/safe-validation-message.ts',
    [
      'what follows a sentence is told',
      'const found = sentence.exec(message)?.[0];',
      'const found = sentence.test(message) ? message : undefined;',
    ],
    ['any sentence is told', 'return undefined;\n}\n\nfunction', 'return message;\n}\n\nfunction'],
    ['a sentence may name what the client did not', 'if (isOwn(sentence)) return sentence;', 'return sentence;'],
  ),
  ...faultsNoticedBy(
    ['gateway/schema-view'],
    'gateway/schema-view.ts',
    ['what is always refused is shown', 'part.mayEverAsk(coordinate) && ', ''],
    ['what is never permitted is shown', 'part.mayEverSee(graph.needOfCoordinate(coordinate));', 'coordinate !== "";'],
    [
      'an interface keeps what a type of it lost',
      'if (empty.size + lost.size === 0) return held;',
      'if (empty.size === 0 || lost.size >= 0) return held;',
    ],
    [
      'types that nothing leads to are shown',
      'definitions.filter((each) => reached.has(nameOf(each)))',
      'definitions.filter((each) => reached.size > 0 || nameOf(each) === "")',
    ],
  ),
];
