import { describe, expect, test } from '@jest/globals';
import type { ExchangeFailure } from '../../gateway/agency-client/exchange-failure.ts';
import { identity, one, queries, shape, visit1, visit2 } from './shape.ts';
import { ann } from './table-network.ts';

/** Each shape that keys and types of a federated graph may have, small, through the gate: the right answer, and nothing withheld asked for. */
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

describe('An agency with several keys', () => {
  const ask = shape(
    {
      identity,
      education: `
        type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open club: Club @label(is: ["education.enrolment"]) }
        type Club @key(fields: "code") { code: NetworkId! @open title: String @open }`,
      police: `type Club @key(fields: "id") @key(fields: "code") { id: NetworkId! @open code: NetworkId! @open watch: String @open }`,
    },
    {
      education: {
        [`Child:${ann}`]: { club: { __typename: 'Club', code: visit2 } },
        [`Club:undefined`]: { title: 'Chess' },
      },
      police: { [`Club:undefined`]: { watch: 'Poe', id: visit1 } },
    },
  );

  test('echoes the one that was sent', async () => {
    const asked = await ask(`{ child(id: "${ann}") { club { title watch } } }`, ['education.enrolment']);
    expect(asked.executed.data).toEqual({ child: { club: { title: 'Chess', watch: 'Poe' } } });
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
    // Nor is it accounted for as given.
    expect(asked.releases[0]?.disclosures).toEqual([]);
  });
});

describe('Entities that belong to nobody', () => {
  const ask = shape(
    {
      identity,
      education: `type Query { schools: [School!] @open }
        type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open attends: School @label(is: ["education.enrolment"]) }
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

describe('Types that one agency knows by different keys', () => {
  const ask = shape(
    {
      identity,
      education: `
        type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open events: [Event!] @label(is: ["education.enrolment"]) }
        interface Event { id: NetworkId! }
        type Visit implements Event @key(fields: "id") { id: NetworkId! @open }
        type Call implements Event @key(fields: "code") { id: NetworkId! @open code: NetworkId! @open }`,
      police: `
        type Visit @key(fields: "id") { id: NetworkId! @open attended: String @label(is: ["police.missing"]) }
        type Call @key(fields: "code") { code: NetworkId! @open attended: String @label(is: ["police.missing"]) }`,
    },
    {
      education: {
        [`Child:${ann}`]: { events: [one('Visit', visit1), { __typename: 'Call', id: visit2, code: visit1 }] },
      },
      police: { [`Visit:${visit1}`]: { attended: 'Poe' }, 'Call:undefined': { attended: 'Roe' } },
    },
  );

  test('each is sent by its own and by nothing else', async () => {
    const source = `{ child(id: "${ann}") { events { ...on Visit { attended } ...on Call { attended } } } }`;
    const asked = await ask(source, ['education.enrolment', 'police.missing']);
    expect(asked.executed.data).toEqual({ child: { events: [{ attended: 'Poe' }, { attended: 'Roe' }] } });
    const sent = asked.requests.flatMap(({ variables }) => [variables['r0'] ?? []].flat());
    expect(sent).toContainEqual({ __typename: 'Visit', id: visit1 });
    expect(sent).toContainEqual({ __typename: 'Call', code: visit1 });
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

  test('an agency that names another type than is known is not believed', async () => {
    const categories = ['child-protection.status', 'police.officer-contact'];
    const asked = await ask(
      source,
      categories,
      {},
      {
        reply: ({ agency }, data) =>
          agency === 'police'
            ? { data: { g0: (data['g0'] as object[]).map((each) => ({ ...each, __typename: 'Call' })) }, errors: [] }
            : undefined,
      },
    );
    expect(asked.executed.data).toMatchObject({ child: { events: [{ attended: null }, { attended: null }] } });
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

describe('Records that come from an interface object', () => {
  const ask = shape(
    {
      identity,
      'child-protection': `
        interface Event @key(fields: "id") { id: NetworkId! on: String }
        type Visit implements Event @key(fields: "id") { id: NetworkId! @open on: String @label(is: ["child-protection.plan"]) }
        type Call implements Event @key(fields: "id") { id: NetworkId! @open on: String @label(is: ["child-protection.plan"]) }`,
      police: `
        type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open events: [Event!] @label(is: ["police.missing"]) }
        type Event @key(fields: "id") @interfaceObject { id: NetworkId! @open attended: String @label(is: ["police.officer-contact"]) }`,
    },
    {
      'child-protection': {
        [`Event:${visit1}`]: { __typename: 'Visit' },
        [`Event:${visit2}`]: { __typename: 'Call' },
        [`Visit:${visit1}`]: { on: 'Monday' },
        [`Call:${visit2}`]: { on: 'Friday' },
      },
      police: {
        [`Child:${ann}`]: { events: [one('Event', visit1), one('Event', visit2)] },
        [`Event:${visit1}`]: { attended: 'Poe' },
        [`Event:${visit2}`]: { attended: 'Roe' },
      },
    },
  );
  const source = `{ child(id: "${ann}") { events { on attended __typename } } }`;

  test('are of the type that the agency which knows them says', async () => {
    const asked = await ask(source, ['police.missing', 'police.officer-contact', 'child-protection.plan']);
    expect(asked.executed.data).toEqual({
      child: {
        events: [
          { on: 'Monday', attended: 'Poe', __typename: 'Visit' },
          { on: 'Friday', attended: 'Roe', __typename: 'Call' },
        ],
      },
    });
  });

  test('that agency is asked for the type alone where what it holds is withheld', async () => {
    const asked = await ask(source, ['police.missing', 'police.officer-contact']);
    expect(asked.executed.data).toEqual({
      child: {
        events: [
          { on: null, attended: 'Poe', __typename: 'Visit' },
          { on: null, attended: 'Roe', __typename: 'Call' },
        ],
      },
    });
    expect(queries(asked)).not.toMatch(/\bon\b(?! (Child|Event|Visit|Call))/);
  });

  test.each(['Child', 'toString', null])('are not of the type %s', async (type) => {
    const failures: ExchangeFailure[] = [];
    const asked = await ask(
      source,
      ['police.missing', 'police.officer-contact', 'child-protection.plan'],
      {},
      {
        onExchangeFailure: (failure) => void failures.push(failure),
        reply: ({ agency }, data) =>
          agency === 'child-protection'
            ? { data: { g0: (data['g0'] as object[]).map((each) => ({ ...each, __typename: type })) }, errors: [] }
            : undefined,
      },
    );
    expect(asked.executed.data).toEqual({ child: { events: null } });
    expect(asked.executed.errors).toEqual([{ code: 'AGENCY_UNAVAILABLE', path: ['child', 'events', 0] }]);
    expect(failures).toEqual([{ agency: 'child-protection', coordinate: 'Event.on', reason: 'ENTITY_NOT_ECHOED' }]);
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
