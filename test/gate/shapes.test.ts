import { describe, expect, test } from '@jest/globals';
import { labelDirectives } from '@trellis/schema';
import type { Asked } from './network.ts';
import { openNetwork } from './network.ts';
import type { Rows } from './table-network.ts';
import { ann, ben, child, holdingsOf, permit } from './table-network.ts';
import { idOf } from './world.ts';

/** Each shape that a federated graph may have, small, through the gate: the right answer, and nothing withheld asked for. */
const identity = `
  type Query { child(id: NetworkId! @open): Child @open }
  type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open name: String @label(is: ["identity.name"]) }`;

function shape(sdl: Record<string, string>, tables: Record<string, Rows>) {
  const texts = Object.fromEntries(Object.entries(sdl).map(([name, text]) => [name, `${labelDirectives}${text}`]));
  const network = openNetwork(texts, holdingsOf(tables));
  return (source: string, categories: readonly string[], more: Record<string, Record<string, string[]>> = {}) =>
    network.ask({ source, permissions: permit({ [ann]: { me: categories, ...more[ann] }, [ben]: more[ben] ?? {} }) });
}

const queries = ({ requests }: Asked): string => requests.map(({ agency, query }) => `${agency} ${query}`).join('\n');
const [visit1, visit2] = [idOf('visit', 0), idOf('visit', 1)];
const one = (typename: string, id: string) => ({ __typename: typename, id });

describe('Several keys', () => {
  const ask = shape(
    {
      identity,
      education: `
        type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open club: Club @label(is: ["education.enrolment"]) }
        type Club @key(fields: "id") @key(fields: "code") { id: NetworkId! @open code: NetworkId! @open title: String @open }`,
      police: `type Club @key(fields: "code") { code: NetworkId! @open watch: String @label(is: ["police.missing"]) }`,
    },
    {
      education: {
        [`Child:${ann}`]: { club: one('Club', visit1) },
        [`Club:${visit1}`]: { code: visit2, title: 'Chess' },
      },
      police: { [`Club:undefined`]: { watch: 'Poe' } },
    },
  );
  const source = `{ child(id: "${ann}") { club { title watch } } }`;

  test('an agency that knows another key is asked by it, and must echo it', async () => {
    const asked = await ask(source, ['education.enrolment', 'police.missing']);
    expect(asked.executed.data).toEqual({ child: { club: { title: 'Chess', watch: 'Poe' } } });
    const [, police] = asked.requests;
    expect(police?.variables).toEqual({ r0: [{ __typename: 'Club', code: visit2 }] });
    expect(police?.query).toContain('__typename code');
  });

  test('the key is not fetched for what is not permitted', async () => {
    const asked = await ask(source, ['education.enrolment']);
    expect(asked.executed.data).toEqual({ child: { club: { title: 'Chess', watch: null } } });
    expect(queries(asked)).not.toMatch(/code|police/);
  });
});

describe('Composite keys', () => {
  const sdl = {
    identity,
    education: `
      type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open place: Place @label(is: ["education.enrolment"]) }
      type Place @key(fields: "school { id } id") { id: NetworkId! @open school: School! @open seat: String @open }
      type School @key(fields: "id") { id: NetworkId! @open title: String @open }`,
    police: `
      type Place @key(fields: "school { id } id") { id: NetworkId! @open school: School! @open watch: String @label(is: ["police.officer-contact"]) }
      type School @key(fields: "id") { id: NetworkId! @open }`,
  };
  const place = { school: one('School', visit2), seat: 'A1', watch: 'Poe' };
  const ask = shape(sdl, {
    education: { [`Child:${ann}`]: { place: one('Place', visit1) }, [`Place:${visit1}`]: place },
    police: { [`Place:${visit1}`]: place },
  });

  test('are sent and echoed whole', async () => {
    const asked = await ask(`{ child(id: "${ann}") { place { seat watch } } }`, [
      'education.enrolment',
      'police.officer-contact',
    ]);
    expect(asked.executed.data).toEqual({ child: { place: { seat: 'A1', watch: 'Poe' } } });
    expect(asked.requests[1]?.variables).toEqual({
      r0: [{ __typename: 'Place', school: { id: visit2 }, id: visit1 }],
    });
  });

  test('what hangs from a withheld field is withheld', async () => {
    const asked = await ask(`{ child(id: "${ann}") { place { seat watch } } }`, ['police.officer-contact']);
    expect(asked.executed.data).toEqual({ child: { place: null } });
    expect(asked.requests).toEqual([]);
  });
});

describe('Entities that belong to nobody', () => {
  const ask = shape(
    {
      identity,
      education: `type Query { schools: [School!] @open }
        type School @key(fields: "id") { id: NetworkId! @open title: String @open }`,
      police: `type School @key(fields: "id") { id: NetworkId! @open street: String @open officer: String @label(is: ["police.officer-contact"]) }`,
    },
    {
      education: {
        Query: { schools: [one('School', visit1), one('School', visit2)] },
        [`School:${visit1}`]: { title: 'North' },
        [`School:${visit2}`]: { title: 'South' },
      },
      police: {
        [`School:${visit1}`]: { street: 'Elm', officer: 'Poe' },
        [`School:${visit2}`]: { street: 'Oak', officer: 'Roe' },
      },
    },
  );

  test('are joined over agencies at the root; what needs permission there is nobody’s to give', async () => {
    const asked = await ask('{ schools { title street officer } }', ['police.officer-contact']);
    expect(asked.executed.data).toEqual({
      schools: [
        { title: 'North', street: 'Elm', officer: null },
        { title: 'South', street: 'Oak', officer: null },
      ],
    });
    expect(queries(asked)).not.toContain('officer');
    expect(asked.requests.map(({ agency }) => agency)).toEqual(['education', 'police']);
  });
});

describe('Interface objects', () => {
  const ask = shape(
    {
      identity,
      'child-protection': `
        type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open events: [Event!] @label(is: ["child-protection.status"]) }
        interface Event @key(fields: "id") { id: NetworkId! on: String }
        type Visit implements Event @key(fields: "id") { id: NetworkId! @open on: String @label(is: ["child-protection.plan"]) }
        type Call implements Event @key(fields: "id") { id: NetworkId! @open on: String @label(is: ["child-protection.hazards"]) }`,
      police: `
        type Event @key(fields: "id") @interfaceObject { id: NetworkId! @open attended: String @label(is: ["police.officer-contact"]) }`,
    },
    {
      'child-protection': {
        [`Child:${ann}`]: { events: [one('Visit', visit1), one('Call', visit2)] },
        [`Visit:${visit1}`]: { on: 'Monday' },
        [`Call:${visit2}`]: { on: 'Friday' },
      },
      police: { [`Event:${visit1}`]: { attended: 'Poe' }, [`Event:${visit2}`]: { attended: 'Roe' } },
    },
  );
  const source = `{ child(id: "${ann}") { events { on attended __typename } } }`;

  test('are entered by the interface’s name and answered by each type’s own', async () => {
    const all = [
      'child-protection.status',
      'child-protection.plan',
      'child-protection.hazards',
      'police.officer-contact',
    ];
    const asked = await ask(source, all);
    expect(asked.executed.data).toEqual({
      child: {
        events: [
          { on: 'Monday', attended: 'Poe', __typename: 'Visit' },
          { on: 'Friday', attended: 'Roe', __typename: 'Call' },
        ],
      },
    });
    expect(asked.requests[1]?.variables['r0']).toEqual([
      { __typename: 'Event', id: visit1 },
      { __typename: 'Event', id: visit2 },
    ]);
  });

  test('each implementation has its own labels', async () => {
    const asked = await ask(source, ['child-protection.status', 'child-protection.hazards']);
    expect(asked.executed.data).toEqual({
      child: {
        events: [
          { on: null, attended: null, __typename: 'Visit' },
          { on: 'Friday', attended: null, __typename: 'Call' },
        ],
      },
    });
    expect(queries(asked)).not.toMatch(/police|Visit\{[^}]*on/);
  });
});

describe('@provides', () => {
  const ask = shape(
    {
      identity: `type Query { child(id: NetworkId! @open): Child @open }
        type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open }`,
      education: `
        type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open club: Club @label(is: ["education.enrolment", "education.attendance"]) @provides(fields: "motto") }
        type Club @key(fields: "id") { id: NetworkId! @open motto: String @external @label(is: ["education.attendance"]) }`,
      police: `type Club @key(fields: "id") { id: NetworkId! @open motto: String @label(is: ["education.attendance"]) @shareable }`,
    },
    {
      education: { [`Child:${ann}`]: { club: one('Club', visit1) }, [`Club:${visit1}`]: { motto: 'onward' } },
      police: { [`Club:${visit1}`]: { motto: 'onward' } },
    },
  );

  test('takes the value along its way, with its labels', async () => {
    const source = `{ child(id: "${ann}") { club { motto } } }`;
    const asked = await ask(source, ['education.enrolment', 'education.attendance']);
    expect(asked.executed.data).toEqual({ child: { club: { motto: 'onward' } } });
    expect(asked.requests.map(({ agency }) => agency)).toEqual(['education']);
    const less = await ask(source, ['education.enrolment']);
    expect(less.executed.data).toEqual({ child: { club: null } });
    expect(less.requests).toEqual([]);
  });
});

describe('@override and @inaccessible', () => {
  const ask = shape(
    {
      identity: `type Query { child(id: NetworkId! @open): Child @open }
        type Child @key(fields: "id") @about(children: "id") {
          id: NetworkId! @open
          name: String @label(is: ["identity.name"])
          secret: String @label(is: ["identity.contact"]) @inaccessible
        }`,
      education: `type Child @key(fields: "id") @about(children: "id") {
          id: NetworkId! @open
          name: String @label(is: ["identity.name"]) @override(from: "identity")
        }`,
    },
    { identity: { [`Child:${ann}`]: { name: 'old' } }, education: { [`Child:${ann}`]: { name: 'new' } } },
  );

  test('the overriding agency is asked, and no other', async () => {
    const asked = await ask(`{ child(id: "${ann}") { name } }`, ['identity.name']);
    expect(asked.executed.data).toEqual({ child: { name: 'new' } });
    expect(asked.requests.map(({ agency }) => agency)).toEqual(['education']);
  });

  test('a client does not see what is inaccessible', async () => {
    const asked = await ask(`{ child(id: "${ann}") { name secret } }`, ['identity.name']);
    expect(queries(asked)).not.toContain('secret');
  });
});

describe('Unions of records and of what is none', () => {
  const ask = shape(
    {
      identity,
      'child-protection': `
        type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open log: [Entry!] @label(is: ["child-protection.status"]) last: Entry @open }
        union Entry = Visit | Remark
        type Visit @key(fields: "id") @label(is: ["child-protection.plan"]) @about(children: "child { id }") { id: NetworkId! @open child: Child @open note: String @open }
        type Remark { id: NetworkId @open text: String @label(is: ["child-protection.hazards"]) }`,
    },
    {
      'child-protection': {
        [`Child:${ann}`]: {
          log: [one('Visit', visit1), one('Visit', visit2), { __typename: 'Remark', text: 'hm' }],
          last: one('Visit', visit2),
        },
        [`Visit:${visit1}`]: { child: child(ann), note: 'mine' },
        [`Visit:${visit2}`]: { child: child(ben), note: 'hers' },
      },
    },
  );
  const source = `{ child(id: "${ann}") { log { ...on Visit { id note } ...on Remark { id text } } last { __typename } } }`;

  test('records are decided one by one; the rest belongs to the child it hangs from', async () => {
    const asked = await ask(source, ['child-protection.status', 'child-protection.plan', 'child-protection.hazards']);
    expect(asked.executed.data).toEqual({
      child: {
        log: [
          { id: visit1, note: 'mine' },
          { id: null, text: 'hm' },
        ],
        last: null,
      },
    });
    const less = await ask(source, ['child-protection.status']);
    expect(less.executed.data).toEqual({ child: { log: [{ id: null, text: null }], last: null } });
    expect(queries(less)).not.toMatch(/note|text/);
  });
});

describe('Look-ups by id of any type', () => {
  const ask = shape(
    {
      identity,
      police: `
        type Query { node(id: NetworkId! @open): Node @open }
        interface Node { id: NetworkId! }
        type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open missing: String @label(is: ["police.missing"]) }
        type Incident implements Node @key(fields: "id") @label(is: ["police.incident"]) @about(children: "involved { id }") {
          id: NetworkId! @open involved: [Child!] @open narrative: String @label(is: ["police.narrative"]) }`,
    },
    {
      police: {
        Query: { node: ({ id }: { id: string }) => (id === visit1 ? one('Incident', id) : null) },
        [`Incident:${visit1}`]: { involved: [child(ann), child(ben)], narrative: 'a theft' },
      },
    },
  );
  const source = (id: string) => `{ node(id: "${id}") { id ...on Incident { narrative } } }`;
  const all = ['police.incident', 'police.narrative'];

  test('a record that may not be seen and one that is not there are one answer', async () => {
    const both = { [ben]: { me: all } };
    expect((await ask(source(visit1), all, both)).executed.data).toEqual({
      node: { id: visit1, narrative: 'a theft' },
    });
    const hidden = await ask(source(visit1), all);
    const absent = await ask(source(visit2), all);
    expect(hidden.executed).toEqual(absent.executed);
    expect(hidden.requests.map(({ query }) => query)).toEqual(absent.requests.map(({ query }) => query));
    expect(hidden.reads.length).toBe(absent.reads.length);
  });
});

describe('Chains of @requires', () => {
  const ask = shape(
    {
      identity: `type Query { child(id: NetworkId! @open): Child @open }
        type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open born: Int @label(is: ["identity.birth-date"]) }`,
      education: `type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open
        born: Int @external @label(is: ["identity.birth-date"])
        grade: Int @requires(fields: "born") @label(is: ["identity.birth-date"]) @label(is: ["education.enrolment"]) @flow(from: "identity", is: ["identity.birth-date"]) }`,
      police: `type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open
        grade: Int @external @label(is: ["identity.birth-date"]) @label(is: ["education.enrolment"])
        risk: Int @requires(fields: "grade") @label(is: ["identity.birth-date"]) @label(is: ["education.enrolment"]) @label(is: ["police.missing"])
          @flow(from: "education", is: ["identity.birth-date", "education.enrolment"]) }`,
    },
    {
      identity: { [`Child:${ann}`]: { born: 2012 } },
      education: { [`Child:${ann}`]: { grade: (_: unknown, thing: { born: number }) => 2018 - thing.born } },
      police: { [`Child:${ann}`]: { risk: (_: unknown, thing: { grade: number }) => thing.grade * 10 } },
    },
  );
  const source = `{ child(id: "${ann}") { risk } }`;
  const all = ['identity.birth-date', 'education.enrolment', 'police.missing'];

  test('every hop is decided with its own recipient', async () => {
    const flows = { education: ['identity.birth-date'], police: ['identity.birth-date', 'education.enrolment'] };
    const asked = await ask(source, all, { [ann]: flows });
    expect(asked.executed.data).toEqual({ child: { risk: 60 } });
    expect(asked.events).toEqual(['read', 'ask identity', 'ledger', 'ask education', 'ledger', 'ask police', 'ledger']);
    for (const without of [
      { education: flows.education },
      { police: flows.police },
      { ...flows, police: ['identity.birth-date'] },
    ]) {
      const less = await ask(source, all, { [ann]: without });
      expect(less.executed.data).toEqual({ child: { risk: null } });
      expect(less.requests).toEqual([]);
    }
  });
});
