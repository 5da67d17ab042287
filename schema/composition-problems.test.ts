import { describe, expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { withHead, type Bodies } from '../test/schema/rule-harness.ts';
import { compose } from './compose.ts';

const identity = `type Child @key(fields: "id") @about(children: "id") {
  id: NetworkId! @open
  name: String @label(is: ["identity.name"])
}
type Query { child(id: NetworkId! @open): Child @open }`;
const register = `type Child @key(fields: "id") @about(children: "id") {
  id: NetworkId! @open
}`;
const label = '@label(is: ["police.incident"])';
/** A schema of the police in which `inChild` is the first line of Child. */
const police = (inChild: string, types = '') => `type Child @key(fields: "id") @about(children: "id") {
  id: NetworkId! @open
  ${inChild}
}
${types}`;

function problems(bodies: Bodies) {
  const composed = compose(withHead({ identity, register, ...bodies }), vocabulary);
  return 'problems' in composed ? composed.problems : [];
}

/** The message about a slip of the police: place, then message, then fix. */
function told(written: string): readonly string[] {
  return problems({ police: written }).map(
    ({ rule, subgraph, line, message, fix }) => `${rule} ${subgraph}:${String(line)} ${message} ${fix}`,
  );
}

describe('schemas that do not fit', () => {
  it.each([
    [
      'a field that another agency answers',
      police(`name: String @label(is: ["identity.name"])`),
      /^composition police:3 Child\.name is answered by "identity" and "police".*Rename yours.*@external.*@shareable/,
    ],
    [
      'a field that another agency answers, with another type, though a rule finds what follows from it',
      police(`name: Int @label(is: ["identity.name"])`),
      /^composition police:3 Type of field "Child\.name".*Write it as the others do/,
    ],
    [
      'a root field that another agency answers',
      police('', 'type Query {\n  child(id: NetworkId! @open): Child @open\n}'),
      /^composition police:6 The root field Query\.child.*Rename yours/,
    ],
    [
      'a child without its key',
      police('').replace(' @key(fields: "id")', ''),
      /^composition police:1 "identity", "police" and "register" each have a type Child, and "police" without a key.*type Child @key\(fields: "id"\)/,
    ],
    [
      'a child by another key than everybody else’s, told once however many fields nobody comes to',
      police(`calls: Int ${label}\n  number: NetworkId! @open`).replace('"id")', '"number")'),
      /^composition police:1 "police" names Child by "number", and others by "id": nothing leads from theirs to yours\..*type Child @key\(fields: "id"\)[^]*$/,
    ],
    [
      'a key that is no field',
      police('').replace('"id")', '"ID")'),
      /^composition police:1 On type "Child", for @key\(fields: "ID"\).*Name fields of the type/,
    ],
    [
      'a directive that nobody knows',
      police('calls: String @lable(is: ["police.incident"])'),
      /^composition police:3 Unknown directive "@lable".*@label.*Correct its name/,
    ],
    [
      'an argument that a label does not take',
      police('calls: String @label(are: ["police.incident"])'),
      /^composition police:3 Unknown argument "are".*Write it such as @label\(is:/,
    ],
    [
      'a label without anything',
      police('calls: String @label'),
      /^composition police:3 .*Write it such as @label\(is:/,
    ],
    [
      'a label on a value',
      police(`call: Call ${label}`, `enum Call {\n  MADE ${label}\n}`),
      /^composition police:6 .*may not be used on ENUM_VALUE.*Remove it there/,
    ],
    [
      'a type that nobody defines',
      police(`call: Call ${label}`),
      /^composition police:3 Unknown type Call Correct its name, .*or define it/,
    ],
    [
      'a name of the head',
      police('', `type Date {\n  day: String ${label}\n}`),
      /^composition police:5 .*only one type named "Date" Remove yours, or rename it.*the head/,
    ],
    [
      'a type that stands twice',
      police(`car: Car ${label}`, `type Car {\n  plate: String ${label}\n}\ntype Car {\n  wheels: Int ${label}\n}`),
      /^composition police:8 .*only one type named "Car" Remove one of the two/,
    ],
    [
      'a field that stands twice',
      police(`calls: String ${label}\n  calls: String ${label}`),
      /^composition police:4 Field calls already exists on Child Remove one of the two/,
    ],
    [
      'an @external that nothing is made of',
      police('name: String @external @label(is: ["identity.name"])'),
      /^composition police:3 Field "Child\.name" is marked @external but is not used.*Remove it/,
    ],
    [
      'a @requires of a field that is not there',
      police(`greeting: String @requires(fields: "name") ${label}`),
      /^composition police:3 .*Correct the name; or define the field here as well, @external/,
    ],
    [
      'an @override of an agency that is not on the graph',
      police('name: String @override(from: "idenity") @label(is: ["identity.name"])'),
      /^composition police:3 Child\.name has an @override.*Correct the name in @override/,
    ],
    [
      'a directive of Federation that is refused anyway',
      police(`calls: String ${label} @authenticated`),
      /^permission-is-by-label police:3 /,
    ],
  ])('say of %s where it is and what to write', (_name, written, expected) => {
    const [first] = told(written);
    expect(first).toMatch(expected);
  });

  const own = '@label(is: ["identity.name"])';
  it.each([
    {
      kind: 'a type',
      theirs: [`home: Home ${own}`, `type Home {\n  street: String ${own}\n  city: String ${own}\n}`],
      ours: [`visited: Home ${own}`, `type Home {\n  street: String ${own}\n  city: String ${own}\n}`],
    },
    {
      kind: 'an enum',
      theirs: [`home(as: Home ${own}): Home ${own}`, 'enum Home {\n  OWN\n}'],
      ours: [`visited: Home ${own}`, 'enum Home {\n  LET\n  BOUGHT\n}'],
    },
    {
      kind: 'an input',
      theirs: [
        `home(as: Home @open): String ${own}`,
        'input Home {\n  street: String! @open\n  city: String! @open\n}',
      ],
      ours: [`visited(as: Home @open): String ${own}`, 'input Home {\n  road: String! @open\n  town: String! @open\n}'],
    },
    {
      kind: 'something',
      theirs: [`home: Home ${own}`, 'enum Home {\n  OWN\n}'],
      ours: [`visited: Home ${own}`, `type Home {\n  street: String ${own}\n}`],
    },
  ])('tell once that two agencies have $kind of one name', ({ kind, theirs, ours }) => {
    const written = identity.replace('name: String', `${theirs[0] ?? ''}\n  name: String`);
    const found = problems({ identity: `${written}\n${theirs[1] ?? ''}`, police: police(ours[0] ?? '', ours[1]) });
    expect(found.map(({ rule, coordinate }) => `${rule} ${coordinate ?? ''}`)).toEqual(['composition Home']);
    expect(found[0]?.message).toContain(`"identity" and "police" each have ${kind}`);
    expect(found[0]?.fix).toMatch(/^Rename yours/);
  });
});
