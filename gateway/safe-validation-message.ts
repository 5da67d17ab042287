const name = '[_A-Za-z][_0-9A-Za-z]*';
const type = '[_0-9A-Za-z[\\]!]+';
const quoted = (inner: string) => `"${inner}"`;
const N = quoted(name);
const T = quoted(type);
const COORDINATE = quoted(`${name}\\.${name}`);
const VARIABLE = quoted(`\\$${name}`);
const DIRECTIVE = quoted(`@${name}`);

/**
 * The sentences of graphql-js validation that may be repeated to a client: what is between the quotes is a name, a type or a
 * coordinate of the client's own document, never a value, and what follows (suggestions, printed values) is cut off.
 */
const sentences = [
  `Cannot query field ${N} on type ${N}\\.`,
  `Unknown argument ${N} on field ${COORDINATE}\\.`,
  `Unknown argument ${N} on directive ${DIRECTIVE}\\.`,
  `Unknown type ${N}\\.`,
  `Unknown fragment ${N}\\.`,
  `Unknown directive ${DIRECTIVE}\\.`,
  `Directive ${DIRECTIVE} may not be used on [A-Z_]+\\.`,
  `The directive ${DIRECTIVE} can only be used once at this location\\.`,
  `Field ${N} of type ${T} must have a selection of subfields\\.`,
  `Field ${N} must not have a selection since type ${T} has no subfields\\.`,
  `Field ${N} argument ${N} of type ${T} is required, but it was not provided\\.`,
  `Directive ${DIRECTIVE} argument ${N} of type ${T} is required, but it was not provided\\.`,
  `Field ${COORDINATE} of required type ${T} was not provided\\.`,
  `Field ${N} is not defined by type ${N}\\.`,
  `Variable ${VARIABLE} is not defined(?: by operation ${N})?\\.`,
  `Variable ${VARIABLE} is never used(?: in operation ${N})?\\.`,
  `Variable ${VARIABLE} of type ${T} used in position expecting type ${T}\\.`,
  `Variable ${VARIABLE} cannot be non-input type ${T}\\.`,
  `Fragment ${N} is never used\\.`,
  `Fragment ${N} cannot be spread here as objects of type ${T} can never be of type ${T}\\.`,
  `Fragment cannot be spread here as objects of type ${T} can never be of type ${T}\\.`,
  `Fragment ${N} cannot condition on non composite type ${T}\\.`,
  `Fragment cannot condition on non composite type ${T}\\.`,
  `Cannot spread fragment ${N} within itself`,
  `Fields ${N} conflict because they have differing arguments`,
  `Fields ${N} conflict because ${N} and ${N} are different fields`,
  `Fields ${N} conflict`,
  `There can be only one (?:operation|fragment|argument|input field) named ${N}\\.`,
  `There can be only one variable named ${VARIABLE}\\.`,
  'This anonymous operation must be the only defined operation\\.',
  `Expected value of type ${T}`,
  `Enum ${N} cannot represent non-enum value`,
].map((sentence) => new RegExp(`^${sentence}`));

const longest = 500;

/** Ends of sentences that name what the schema has, and the sentence without it. */
const endings: readonly [RegExp, string][] = [
  [/ on type "[^"]+"\.$/, '.'],
  [/ on field "[^"]+"\.$/, '.'],
  [/ is not defined by type "[^"]+"\.$/, ' is not defined.'],
  [/ of type "[^"]+" must have a selection/, ' must have a selection'],
  [/ since type "[^"]+" has no subfields\.$/, '.'],
  [/ of type "[^"]+" used in position expecting type "[^"]+"\.$/, ' does not fit the type of its position.'],
  [/ as objects of type "[^"]+" can never be of type "[^"]+"\.$/, '.'],
  [/ because "[^"]+" and "[^"]+" are different fields\.$/, '.'],
];

/**
 * The part of a validation message that may reach a client, or undefined where none may. Given the client's own document, a sentence is
 * shortened until it names nothing that the document does not, and left out where that is not enough.
 */
export function safeValidationMessage(message: string, source?: string): string | undefined {
  for (const sentence of sentences) {
    const found = sentence.exec(message)?.[0];
    if (found === undefined || found.length > longest) continue;
    const whole = found.endsWith('.') ? found : `${found}.`;
    return source === undefined ? whole : withoutOtherNames(whole, new Set(source.match(/[_A-Za-z][_0-9A-Za-z]*/g)));
  }
  return undefined;
}

function withoutOtherNames(sentence: string, own: ReadonlySet<string>): string | undefined {
  const isOwn = (text: string) =>
    (text.match(/"[^"]+"/g) ?? []).every((quotedNames) =>
      (quotedNames.match(/[_A-Za-z][_0-9A-Za-z]*/g) ?? []).every((each) => own.has(each)),
    );
  if (isOwn(sentence)) return sentence;
  const [ending, without] = endings.find(([pattern]) => pattern.test(sentence)) ?? [];
  const shorter = ending === undefined ? undefined : sentence.replace(ending, without ?? '');
  return shorter !== undefined && isOwn(shorter) ? shorter : undefined;
}
