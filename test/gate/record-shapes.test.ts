import { describe, expect, test } from '@jest/globals';
import type { Asked } from './network.ts';
import { identity, one, queries, shape, visit1, visit2 } from './shape.ts';
import { ann, ben, child } from './table-network.ts';

/** Each way in which records may be reached and joined, small, through the gate: the right answer, and nothing withheld asked for. */
describe('Unions of what is joined over agencies', () => {
  const tables = {
    education: {
      [`Child:${ann}`]: { places: [one('School', visit1), one('Club', visit2)] },
      [`School:${visit1}`]: { title: 'North' },
      [`Club:${visit2}`]: { title: 'Chess' },
    },
    police: { [`School:${visit1}`]: { phone: '555', street: 'Elm' }, [`Club:${visit2}`]: { phone: '556' } },
  };
  const ask = shape(
    {
      identity,
      education: `
        type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open places: [Place!] @label(is: ["education.enrolment"]) }
        union Place = School | Club
        type School @key(fields: "id") { id: NetworkId! @open title: String @open }
        type Club @key(fields: "id") { id: NetworkId! @open title: String @open }`,
      police: `
        type School @key(fields: "id") { id: NetworkId! @open phone: String @label(is: ["police.officer-contact"]) street: String @open }
        type Club @key(fields: "id") { id: NetworkId! @open phone: String @label(is: ["police.missing"]) }`,
    },
    tables,
  );
  const source = `{ child(id: "${ann}") { places { ...on School { title phone } ...on Club { title phone } } } }`;
  const sent = (asked: Asked) =>
    asked.requests.filter(({ agency }) => agency === 'police').flatMap((each) => Object.values(each.variables).flat());

  test('each is asked for by its own type', async () => {
    const asked = await ask(source, ['education.enrolment', 'police.officer-contact', 'police.missing']);
    expect(asked.executed.data).toEqual({
      child: {
        places: [
          { title: 'North', phone: '555' },
          { title: 'Chess', phone: '556' },
        ],
      },
    });
    expect(sent(asked)).toEqual([
      { __typename: 'School', id: visit1 },
      { __typename: 'Club', id: visit2 },
    ]);
  });

  test('one of which nothing may be asked is not even named', async () => {
    const asked = await ask(source, ['education.enrolment', 'police.officer-contact']);
    expect(asked.executed).toMatchObject({
      data: {
        child: {
          places: [
            { title: 'North', phone: '555' },
            { title: 'Chess', phone: null },
          ],
        },
      },
    });
    expect(asked.executed.errors).toBeUndefined();
    expect(sent(asked)).toEqual([{ __typename: 'School', id: visit1 }]);
  });

  test('where their agency is down, what was not asked does not look as if it had been', async () => {
    const all = `{ child(id: "${ann}") { places { ...on School { phone street } ...on Club { phone } } } }`;
    const down = ({ agency }: { agency: string }) =>
      agency === 'police' ? ({ failed: 'unavailable' } as const) : undefined;
    const asked = await ask(all, ['education.enrolment', 'police.missing'], {}, { reply: down });
    expect(asked.executed.data).toEqual({ child: { places: [{ phone: null, street: null }, { phone: null }] } });
    expect(asked.executed.errors?.map(({ path }) => path?.slice(2).join('.'))).toEqual(['0.street', '1.phone']);
  });
});

describe('Records whose routing has one name and two shapes', () => {
  const ask = shape(
    {
      identity,
      'child-protection': `
        type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open log: [Entry!] @label(is: ["child-protection.status"]) }
        union Entry = Visit | Call
        type Visit @key(fields: "id") @about(children: "who { id }") { id: NetworkId! @open who: Child @open note: String @open }
        type Call @key(fields: "id") @about(children: "who { id }") { id: NetworkId! @open who: [Child!] @open note: String @open }`,
    },
    {
      'child-protection': {
        [`Child:${ann}`]: { log: [one('Visit', visit1), one('Call', visit2), one('Call', visit1)] },
        [`Visit:${visit1}`]: { who: child(ann), note: 'mine' },
        [`Call:${visit2}`]: { who: [child(ann), child(ben)], note: 'ours' },
        [`Call:${visit1}`]: { who: [child(ann)], note: 'my call' },
      },
    },
  );

  test('are routed each by its own', async () => {
    const asked = await ask(`{ child(id: "${ann}") { log { ...on Visit { note } ...on Call { note } } } }`, [
      'child-protection.status',
    ]);
    expect(asked.executed.data).toEqual({ child: { log: [{ note: 'mine' }, { note: 'my call' }] } });
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

describe('Lists of lists of records', () => {
  const [shared, own] = [one('Visit', visit1), one('Visit', visit2)];
  const asking = (grid: unknown) =>
    shape(
      {
        identity,
        police: `
          type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open grid: [[Visit!]!] @label(is: ["police.missing"]) }
          type Visit @key(fields: "id") @about(children: "of { id }") { id: NetworkId! @open of: [Child!] @open note: String @label(is: ["police.missing"]) }`,
      },
      {
        police: {
          [`Child:${ann}`]: { grid },
          [`Visit:${visit1}`]: { of: [child(ann), child(ben)], note: 'ours' },
          [`Visit:${visit2}`]: { of: [child(ann)], note: 'mine' },
        },
      },
    );
  const source = `{ child(id: "${ann}") { grid { note } } }`;

  test('leave no slot of a withheld record, be it an empty list', async () => {
    for (const grid of [[[shared], [own, shared], []], [[own]]]) {
      const { executed } = await asking(grid)(source, ['police.missing']);
      expect(executed.data).toEqual({ child: { grid: [[{ note: 'mine' }]] } });
    }
    const both = { [ben]: { me: ['police.missing'] } };
    expect((await asking([[shared], [own, shared]])(source, ['police.missing'], both)).executed.data).toEqual({
      child: { grid: [[{ note: 'ours' }], [{ note: 'mine' }, { note: 'ours' }]] },
    });
  });

  test('that are empty because whose the records are could not be had have an error', async () => {
    const { executed } = await asking([[one('Visit', 'nobody')]])(
      source,
      ['police.missing'],
      {},
      {
        reply: ({ query }) => (query.includes('grid') ? failing : undefined),
      },
    );
    expect(executed.data).toEqual({ child: { grid: [] } });
    expect(executed.errors?.map(({ code, path }) => [code, path])).toEqual([['AGENCY_UNAVAILABLE', ['child', 'grid']]]);
  });
  const entity = { __typename: 'Child', id: ann, grid: [[{ __typename: 'Visit', id: visit1, of: null }]] };
  const failing = {
    data: { g0: [entity] },
    errors: [{ code: 'AGENCY_UNAVAILABLE', path: ['g0', 0, 'grid', 0, 0, 'of'] }],
  } as const;
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

describe('@requires on a record of several children', () => {
  const involved = { involved: [child(ann), child(ben)] };
  const ask = shape(
    {
      identity,
      police: `
        type Query { incidents: [Incident!] @open }
        type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open missing: String @label(is: ["police.missing"]) }
        type Incident @key(fields: "id") @about(children: "involved { id }") {
          id: NetworkId! @open involved: [Child!] @open narrative: String @label(is: ["police.narrative"]) }`,
      'mental-health': `
        type Incident @key(fields: "id") @about(children: "involved { id }") {
          id: NetworkId! @open narrative: String @external @label(is: ["police.narrative"])
          trauma: Int @requires(fields: "narrative") @label(is: ["police.narrative"]) @label(is: ["mental-health.risk"])
            @flow(from: "police", is: ["police.narrative"]) }`,
    },
    {
      police: {
        Query: { incidents: [one('Incident', visit1)] },
        [`Incident:${visit1}`]: { ...involved, narrative: 'a theft' },
      },
      'mental-health': {
        [`Incident:${visit1}`]: { trauma: (_: unknown, thing: { narrative: string }) => thing.narrative.length },
      },
    },
  );
  const all = ['police.narrative', 'mental-health.risk'];
  const told = { 'mental-health': ['police.narrative'] };

  test('all of them must permit that agency to be told', async () => {
    const both = await ask('{ incidents { trauma } }', all, { [ann]: told, [ben]: { me: all, ...told } });
    expect(both.executed.data).toEqual({ incidents: [{ trauma: 7 }] });
    expect(both.releases[0]?.disclosures.map((each) => [each.child, each.flow?.to])).toEqual([
      [ann, 'mental-health'],
      [ben, 'mental-health'],
    ]);
    for (const [forAnn, forBen] of [
      [told, {}],
      [{}, told],
    ]) {
      const one = await ask('{ incidents { trauma } }', all, { [ann]: { ...forAnn }, [ben]: { me: all, ...forBen } });
      expect(one.executed.data).toEqual({ incidents: [{ trauma: null }] });
      expect(queries(one)).not.toMatch(/narrative|trauma/);
    }
  });
});

describe('A summary in a record of several children', () => {
  const ask = shape(
    {
      identity,
      police: `
        type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open visits: [Visit!] @open }
        type Visit @key(fields: "id") @about(children: "of { id }") { id: NetworkId! @open of: [Child!] @open
          band: String @label(is: ["police.narrative"], level: SUMMARY) }`,
    },
    {
      police: {
        [`Child:${ann}`]: { visits: [one('Visit', visit1)] },
        [`Visit:${visit1}`]: { of: [one('Child', ann), one('Child', ben)], band: 'low' },
      },
    },
  );

  test('is given where all of them permit it', async () => {
    const source = `{ child(id: "${ann}") { visits { band } } }`;
    const band = async (bens: string[]) =>
      (await ask(source, ['police.narrative?'], { [ben]: { me: bens } })).executed.data;
    expect(await band(['police.narrative?'])).toEqual({ child: { visits: [{ band: 'low' }] } });
    expect(await band(['identity.name'])).toEqual({ child: { visits: [{ band: null }] } });
  });
});
