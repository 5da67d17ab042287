import { headNames, networkScalars } from './label-directives.ts';

/** Apollo's complaint about schemas, read: its code, the element that it names, and whose schemas it is about. */
export interface Misfit {
  readonly code: string;
  readonly message: string;
  /** The element, such as `Child.name`; undefined where it names none. */
  readonly coordinate: string | undefined;
  /** The type of the element. */
  readonly type: string;
  /** The agencies that it names, sorted. */
  readonly agencies: readonly string[];
  /** The one whose schema is unlike the others', where it says so. */
  readonly odd: string | undefined;
  /** Those of them that give the type no key: nothing says that theirs is the same thing as others' of its name. */
  readonly keyless: readonly string[];
  /** The one of them whose keys of the type are none of the others', with its key and theirs. */
  readonly strange: StrangeKey | undefined;
}

export interface StrangeKey {
  readonly agency: string;
  readonly own: string;
  readonly others: string;
}

/** A message that a newcomer can act on: the fault, and what to write instead. */
interface Told {
  readonly message: string;
  readonly fix: string;
}

const shareOrRename = 'where both mean the same and both agree';

/** Says a misfit in our words where Apollo's are for somebody who knows Federation, else in Apollo's; and what to write instead. */
export function describeMisfit(misfit: Misfit): Told {
  const { code, message, type, strange } = misfit;
  if (strange !== undefined && comesOfKeys(code))
    return {
      message: `"${strange.agency}" names ${type} by "${strange.own}", and others by "${strange.others}": nothing leads from theirs to yours.`,
      fix: `Write the key that the others write, such as type ${type} @key(fields: "${strange.others}"); a number of your own is a labelled field.`,
    };
  if (code === 'INVALID_FIELD_SHARING') return describeShared(misfit);
  const sameName = sameNames[code];
  if (sameName !== undefined) return describeSameName(misfit, sameName);
  const fix = code === 'INVALID_GRAPHQL' ? fixOfGraphQL(message) : fixes.find(([codes]) => codes.test(code))?.[1];
  return { message, fix: fix ?? 'Change the schema as the message says.' };
}

/** The complaints that a key of one's own brings about: fields that nobody comes to, and the others' key as a field that nobody agreed to share. */
function comesOfKeys(code: string): boolean {
  return code.startsWith('SATISFIABILITY') || code === 'INVALID_FIELD_SHARING';
}

/** A name that two agencies gave to things of their own, or a key that is not the others': told once, however many parts do not fit. */
export function sharesCause(misfit: Misfit): boolean {
  return (
    misfit.code in sameNames ||
    (misfit.strange !== undefined && comesOfKeys(misfit.code)) ||
    (misfit.code === 'INVALID_FIELD_SHARING' && misfit.type !== 'Query' && misfit.keyless.length > 0)
  );
}

const sameNames: Readonly<Record<string, string>> = {
  ENUM_VALUE_MISMATCH: 'an enum',
  EMPTY_MERGED_ENUM_TYPE: 'an enum',
  REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH: 'an input',
  EMPTY_MERGED_INPUT_TYPE: 'an input',
  TYPE_KIND_MISMATCH: 'something',
};

function describeSameName({ agencies, type }: Misfit, what: string): Told {
  return {
    message: `${list(agencies)} each have ${what} called ${type}, and on the graph a name is one thing: the two do not fit.`,
    fix: `Rename yours; or, ${shareOrRename}, write the same in each.`,
  };
}

function describeShared({ agencies, coordinate = '', type, keyless, message }: Misfit): Told {
  const [, override] = /(?<why>an @override directive in "[^"]+" that targets an unknown subgraph)/.exec(message) ?? [];
  if (override !== undefined)
    return {
      message: `${coordinate} has ${override}: it takes the place of nobody, and is answered by ${list(agencies)}.`,
      fix: 'Correct the name in @override(from:), or remove it and rename yours.',
    };
  if (type === 'Query')
    return {
      message: `The root field ${coordinate} is answered by ${list(agencies)}.`,
      fix: `Rename yours: a root field is one agency's.`,
    };
  if (keyless.length === agencies.length)
    return {
      message: `${list(agencies)} each have a type ${type}, and nothing says that it is the same thing.`,
      fix: `Rename yours; or, ${shareOrRename}, write @shareable on it in each, with the same labels.`,
    };
  if (keyless.length > 0)
    return {
      message: `${list(agencies)} each have a type ${type}, and ${list(keyless)} without a key: nothing says that it is the same thing.`,
      fix: `Write the key that the others write, such as type ${type} @key(fields: "id"), with the same @about and labels; where it is not the same thing, rename yours.`,
    };
  return {
    message: `${coordinate} is answered by ${list(agencies)}, and not by agreement: it is not @shareable in each.`,
    fix: `Rename yours, or leave it out: who asks has it from the other. To make something of it, mark it @external and name it in @requires. Or, ${shareOrRename}, write @shareable on it in each.`,
  };
}

/** A schema that is no valid GraphQL by itself. */
function fixOfGraphQL(message: string): string | undefined {
  const [, twice] = /only one type named "(?<name>\w+)"/.exec(message) ?? [];
  if (twice !== undefined)
    return headNames.includes(twice)
      ? `Remove yours, or rename it where it is something else: the head that is put below every schema defines ${twice}.`
      : `Remove one of the two, or make them one; \`extend type ${twice}\` adds to it.`;
  return graphQLFixes.find(([said]) => said.test(message))?.[1];
}

const graphQLFixes: readonly (readonly [RegExp, string])[] = [
  [
    /Unknown type|unknown type/,
    `Correct its name, letters' case too, or define it; the network's scalars are ${networkScalars.join(', ')}.`,
  ],
  [
    /Unknown directive/,
    'Correct its name: the labels are @label, @open, @about, @page and @flow. One of Federation that the head does not import is written @federation__NAME.',
  ],
  [/may not be used on/, 'Remove it there: labels stand on fields, arguments, input fields and object types.'],
  [/"@label|"@flow/, 'Write it such as @label(is: ["AGENCY.CATEGORY"], level: SUMMARY); without `level` it is FULL.'],
  [/already exists on/, 'Remove one of the two.'],
  [/Interface field/, 'Add the field to each type that implements the interface, with its own labels.'],
  [
    /must be (?:Output|Input) Type/,
    'Give back types, interfaces and unions; take inputs; scalars and enums may be both.',
  ],
];

const fixes: readonly (readonly [RegExp, string])[] = [
  [/^KEY_.*INVALID|^KEY_FIELDS/, 'Name fields of the type as they are written there, such as @key(fields: "id").'],
  [
    /^REQUIRES_/,
    'Correct the name; or define the field here as well, @external, with the type and the labels that it has where it is answered.',
  ],
  [/^PROVIDES_/, 'Remove @provides: who answers a field needs not say so.'],
  [/^EXTERNAL_UNUSED/, 'Remove it; or say what is made of it, with @requires(fields: …) on that field.'],
  [/^EXTERNAL_MISSING_ON_BASE/, 'Nobody answers it: correct its name, or remove @external and answer it.'],
  [
    /TYPE_MISMATCH|DEFAULT_MISMATCH|ARGUMENT_MISSING/,
    'Write it as the others do; where it is not the same thing, rename yours.',
  ],
  [/^INTERFACE_OBJECT/, 'Remove @interfaceObject, or have the agency that owns the interface define it with that key.'],
  [/^INTERFACE_/, 'Give each type that implements the interface what the interface has, the key too.'],
  [/^SATISFIABILITY/, 'Give the type the key by which other agencies name it, and answer for it (`references`).'],
  [/^INVALID_LINK|_LINK_|^LINK_/, 'Remove the `extend schema`: links and definitions are put below your schema.'],
  [/^NO_QUERIES/, 'Offer one field of Query.'],
];

function list(agencies: readonly string[]): string {
  const quoted = agencies.map((name) => `"${name}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1) ?? ''}`;
}
