import { describe, expect, test } from '@jest/globals';
import type { AgencyReply, AgencyRequest } from '../../gateway/agency-client/agency-client.ts';
import type { RegisterReading } from '../../gateway/execute/decisions.ts';
import { compareWorlds } from './compare-worlds.ts';
import { allPermitted, everything, openFourAgencies, theft } from './four-agencies.ts';
import type { Asked } from './network.ts';
import { ann, ben, permit } from './table-network.ts';
import { unknownChild } from './world.ts';

const network = openFourAgencies();
const withheld = ({ executed }: Asked) => executed.extensions.trellis['withheld'] as Record<string, unknown>[];
const listed = (asked: Asked) =>
  withheld(asked)
    .map(
      ({ coordinate, child, categories }) =>
        `${String(coordinate)} ${child === ann ? 'ann' : 'ben'} ${String(categories)}`,
    )
    .sort();

/** An agency answers as `change` has it; nobody may see the difference. */
const answering =
  (agency: string, change: (data: Record<string, unknown>) => void) =>
  (request: AgencyRequest, data: Record<string, unknown>): AgencyReply | undefined => {
    if (request.agency !== agency) return undefined;
    change(data);
    return { data, errors: [] };
  };

describe('What is withheld leaves no trace', () => {
  const source = `{ child(id: "${ann}") { name incidents { id narrative } } incidents(first: 1) { id } }`;
  const some = everything.filter((code) => code !== 'police.victim');
  const permissions = permit({ [ann]: { me: some } });
  type Entity = Record<string, unknown>;
  const ofAnn = (data: Record<string, unknown>): Entity | undefined => (data['g0'] as Entity[] | undefined)?.[0];
  const hidden = { __typename: 'Incident', id: theft, involved: [{ __typename: 'Child', id: ben }], kinds: [] };
  const ways: Record<string, (data: Record<string, unknown>) => void> = {
    'an empty list': (data) => void (ofAnn(data)?.['incidents'] && (ofAnn(data)!['incidents'] = [])),
    'null for a list': (data) => void (ofAnn(data)?.['incidents'] && (ofAnn(data)!['incidents'] = null)),
    'records that may not be seen': (data) =>
      void (ofAnn(data)?.['incidents'] && (ofAnn(data)!['incidents'] = [hidden, hidden])),
    'a record of a category that may not be seen': (data) =>
      void (
        ofAnn(data)?.['incidents'] &&
        (ofAnn(data)!['incidents'] = [
          { ...hidden, involved: [{ __typename: 'Child', id: ann }], kinds: ['police.victim'] },
        ])
      ),
    'a child it does not know': (data) => void (ofAnn(data) && (data['g0'] = [null])),
    'a record that nobody is named in': (data) =>
      void (ofAnn(data)?.['incidents'] && (ofAnn(data)!['incidents'] = [{ ...hidden, involved: [] }])),
  };
  test.each(Object.entries(ways))('%s', async (_name, change) => {
    const none = answering(
      'police',
      (data) => void ('incidents' in data ? (data['incidents'] = []) : (ofAnn(data)!['incidents'] = [])),
    );
    const here = await network.ask({ source, permissions, faults: { reply: none } });
    const there = await network.ask({
      source,
      permissions,
      faults: {
        reply: answering(
          'police',
          (data) => void ('incidents' in data ? (data['incidents'] = [hidden]) : change(data)),
        ),
      },
    });
    expect(here.executed.data).toEqual({ child: { name: 'Ann', incidents: [] }, incidents: [] });
    expect(compareWorlds(here, there)).toBeUndefined();
  });

  test('a child who permits nothing and one who is not there', async () => {
    const ask = (id: string) =>
      network.ask({
        source: 'query ($id: NetworkId!) { child(id: $id) { id name score incidents { id } } }',
        variables: { id },
        permissions: permit({ [ben]: {} }),
      });
    const there = await ask(ben);
    const nobody = await ask(unknownChild);
    expect(JSON.stringify(there.executed).replaceAll(ben, unknownChild)).toBe(JSON.stringify(nobody.executed));
    expect([there.requests, nobody.requests]).toEqual([[], []]);
    expect(there.reads.length).toBe(nobody.reads.length);
    expect(withheld(nobody)).toHaveLength(3);
  });
});

describe('What was withheld is said', () => {
  test('of the children the request names, field by field, with the categories that are missing', async () => {
    const permissions = permit({ [ann]: { me: ['identity.name', 'police.incident'] }, [ben]: { me: everything } });
    const asked = await network.ask({
      source: `{ children(ids: ["${ann}", "${ben}"]) { name birthYear grade missing { since } } }`,
      permissions,
    });
    expect(listed(asked)).toEqual([
      'Child.birthYear ann identity.birth-date',
      'Child.grade ann identity.birth-date,education.enrolment',
      'Child.missing ann police.missing',
    ]);
    expect(withheld(asked)[0]).toMatchObject({ routes: ['CONSENT'] });
  });

  test('of a record of two children, of the one who does not permit it and is shown', async () => {
    const permissions = permit({ [ann]: { me: everything }, [ben]: { me: ['police.incident'] } });
    const record = '{ id narrative }';
    const hidden = await network.ask({ source: `{ child(id: "${ann}") { incidents ${record} } }`, permissions });
    // Ben is in the record, and neither named nor shown: of Ben nothing is said.
    expect(listed(hidden)).toEqual([]);
    const shown = await network.ask({
      source: `{ child(id: "${ann}") { incidents { id narrative involved { id } } } }`,
      permissions,
    });
    expect(listed(shown)).toEqual(['Incident.narrative ben police.narrative']);
  });

  test('once, at its place from the root: nothing is said of what is below it', async () => {
    const missing = 'gone: missing { since by }';
    const source = `{ one: child(id: "${ann}") { ${missing} incidents { people: involved { ${missing} } } } }`;
    const asked = await network.ask({ source, permissions: permit({ [ann]: { me: ['police.incident'] } }) });
    const places = withheld(asked).map(({ coordinate, path }) => [coordinate, path]);
    expect(places).toEqual([
      ['Child.missing', ['one', 'gone']],
      ['Child.missing', ['one', 'incidents', 'people', 'gone']],
    ]);
  });

  test('of a field asked in two ways, what each is missing at its own place', async () => {
    const source = `{ child(id: "${ann}") { incidents { id } about: incidents(about: "x") { id } } }`;
    const asked = await network.ask({ source, permissions: permit({ [ann]: {} }) });
    expect(listed(asked)).toEqual([
      'Child.incidents ann police.incident',
      'Child.incidents ann police.incident,police.narrative',
    ]);
  });

  test('a summary is withheld from who may not even have that, and given to who may', async () => {
    const ask = (code: string) =>
      network.ask({ source: `{ child(id: "${ann}") { birthYear } }`, permissions: permit({ [ann]: { me: [code] } }) });
    expect((await ask('identity.birth-date?')).executed.data).toEqual({ child: { birthYear: 2012 } });
    expect(listed(await ask('identity.name'))).toEqual(['Child.birthYear ann identity.birth-date']);
  });
});

describe('What is refused is refused before anything is asked, whatever there is', () => {
  test.each([
    ['an id that is none', '{ child(id: "7") { name } }', {}, 'BAD_ID'],
    ['an id in a list', `{ children(ids: ["${ann}", "7"]) { name } }`, {}, 'BAD_ID'],
    ['a page that is none', '{ incidents(first: -1) { id } }', {}, 'BAD_REQUEST'],
    ['a variable that does not fit', 'query ($id: NetworkId!) { child(id: $id) { name } }', {}, 'BAD_REQUEST'],
  ])('%s', async (_name, source, variables, code) => {
    for (const permissions of [allPermitted, permit({})]) {
      let isAsked = false;
      const faults = {
        reply: () => void (isAsked = true),
        read: (reading: RegisterReading) => ((isAsked = true), reading),
      };
      await expect(network.ask({ source, variables, permissions, faults })).rejects.toMatchObject({ code });
      expect(isAsked).toBe(false);
    }
  });
});

describe('Where no child could permit it', () => {
  const source = `{ child(id: "${ann}") { mentions { id } } }`;
  const teacher = { agency: 'education', role: 'teacher', user: 'teacher-1', kind: 'worker' } as const;

  test('not even routing is asked, whoever asked the same before', async () => {
    const permissions = permit({ [ann]: {} });
    const could = await network.ask({ source, permissions });
    expect(could.requests.map(({ agency }) => agency)).toEqual(['police']);
    const couldNot = await network.ask({ source, permissions, requester: teacher });
    expect(couldNot.requests).toEqual([]);
    expect(couldNot.executed.data).toEqual({ child: { mentions: null } });
    const again = await network.ask({ source, permissions });
    expect(again.requests).toEqual(could.requests);
  });
});

describe('A page', () => {
  test('is cut after the decision, and goes on after what was shown', async () => {
    const permissions = permit({ [ann]: { me: everything }, [ben]: {} });
    const ask = (args: string) => network.ask({ source: `{ incidents(${args}) { id } }`, permissions });
    const { executed, requests } = await ask('first: 1');
    const [shown] = (executed.data as { incidents: { id: string }[] }).incidents;
    expect(requests[0]?.query).toContain('incidents(first:null)');
    expect((await ask(`after: "${shown?.id}"`)).executed.data).toEqual({ incidents: [] });
    // A record that may not be seen is no place to go on from, nor is one that is not there.
    const after = [await ask(`after: "${theft}"`), await ask(`after: "${unknownChild}"`)];
    expect(after.map((each) => each.executed.data)).toEqual([{ incidents: [] }, { incidents: [] }]);
  });

  test('what it cut off is not fetched, and not accounted for', async () => {
    const { requests, releases } = await network.ask({
      source: '{ incidents(first: 1) { narrative } }',
      permissions: allPermitted,
    });
    expect(requests[1]?.variables['r0']).toHaveLength(1);
    expect(releases[0]?.disclosures.map(({ child }) => child)).toEqual([ann]);
  });
});

describe('The ledger says what was given', () => {
  test('of every child of a record, that it appears and what it shows', async () => {
    const { releases } = await network.ask({ source: '{ incidents { narrative trauma } }', permissions: allPermitted });
    const given = releases[0]?.disclosures.map(({ child, categories }) => [child, categories.FULL]);
    const all = ['mental-health.risk', 'police.incident', 'police.narrative'];
    expect(given?.map(([child, codes]) => [child, [...(codes as string[])].sort()])).toEqual([
      [ann, all],
      [ben, all],
    ]);
  });

  test('that a record appears is given, though nothing in it is', async () => {
    const permissions = permit({ [ann]: { me: ['police.incident'] } });
    const { releases, executed } = await network.ask({ source: '{ incidents { narrative } }', permissions });
    expect(executed.data).toEqual({ incidents: [{ narrative: null }] });
    expect(releases[0]?.disclosures).toMatchObject([{ child: ann, categories: { FULL: ['police.incident'] } }]);
  });
});
