import { describe, expect, test } from '@jest/globals';
import type { AgencyError } from '../../gateway/agency-client/agency-client.ts';
import type { ExchangeFailure } from '../../gateway/agency-client/exchange-failure.ts';
import { allPermitted, openFourAgencies } from './four-agencies.ts';
import type { Faults } from './network.ts';
import { identity, one, shape, visit1 } from './shape.ts';
import { ann } from './table-network.ts';

/** Absence, withholding and failure are three things: a failure is never told as an empty list or a null without an error. */
const network = openFourAgencies();
const code = 'AGENCY_UNAVAILABLE';
const source = `{ child(id: "${ann}") { name incidents { id narrative } missing { since } } }`;

type Data = Record<string, unknown>;
type Entity = Record<string, unknown>;

async function ask(reply: NonNullable<Faults['reply']>, document = source) {
  const failures: ExchangeFailure[] = [];
  const asked = await network.ask({
    source: document,
    permissions: allPermitted,
    faults: { reply },
    onExchangeFailure: (failure) => void failures.push(failure),
  });
  return { executed: asked.executed, failures };
}

const police =
  (change: (data: Data) => { data?: Data; errors?: readonly AgencyError[] }): NonNullable<Faults['reply']> =>
  ({ agency }, data) =>
    agency === 'police' ? { data, errors: [], ...change(data) } : undefined;

describe('An error that cannot be placed', () => {
  test.each<[string, (string | number)[] | undefined]>([
    ['has the path of a framework’s own', ['_entities']],
    ['lies below one', ['_entities', 0, 'incidents']],
    ['has no path', undefined],
    ['leads to what was not asked', ['g0', 0, 'unasked']],
    ['leads out of the list', ['g0', 9]],
  ])('fails all that was asked with it, where it %s', async (_name, path) => {
    for (const entities of [[null], undefined]) {
      const { executed, failures } = await ask(
        police((data) => ({
          data: entities ? { ...data, g0: entities } : {},
          errors: [path ? { code, path } : { code }],
        })),
      );
      expect(executed.data).toEqual({ child: { name: 'Ann', incidents: null, missing: null } });
      expect(executed.errors?.map((error) => error.path)).toEqual([
        ['child', 'incidents'],
        ['child', 'missing'],
      ]);
      // Below a null, or where no data came at all, the place is the null's.
      const isPlaced = path?.[0] === 'g0';
      const reason = isPlaced ? 'ERROR_REPORTED' : 'ERROR_WITHOUT_PLACE';
      if (!isPlaced || !entities || path.length > 2) expect(failures).toMatchObject([{ agency: 'police', reason }]);
    }
  });

  test('fails a root list', async () => {
    const lost = police(() => ({ data: { incidents: null }, errors: [{ code, path: ['_service'] }] }));
    const { executed } = await ask(lost, '{ incidents { id } }');
    expect(executed).toMatchObject({ data: { incidents: null }, errors: [{ code, path: ['incidents'] }] });
  });
});

describe('A list of which nothing is left because of failures', () => {
  test.each<[string, (data: Data) => { errors?: readonly AgencyError[] }]>([
    ['errors at its records', () => ({ errors: [0, 1].map((item) => ({ code, path: ['incidents', item] })) })],
    [
      'errors at their routing',
      () => ({ errors: [0, 1].map((item) => ({ code, path: ['incidents', item, 'involved'] })) }),
    ],
    ['records that are none', (data) => (void (data['incidents'] = [7, 'LIE']), {})],
  ])('is empty with an error: %s', async (_name, change) => {
    const { executed } = await ask(police(change), '{ incidents { id } }');
    expect(executed).toMatchObject({ data: { incidents: [] }, errors: [{ code, path: ['incidents'] }] });
  });
});

describe('Each way in which an exchange fails', () => {
  const g0 = (data: Data): Entity[] => data['g0'] as Entity[];
  test.each<[string, string, (data: Data) => { data?: Data; errors?: readonly AgencyError[] }]>([
    ['ENTITIES_NOT_A_LIST', 'Child.incidents', () => ({ data: { g0: {} } })],
    ['ENTITIES_MISCOUNTED', 'Child.incidents', () => ({ data: { g0: [] } })],
    ['ENTITY_NOT_ECHOED', 'Child.incidents', (data) => (void (g0(data)[0]!['id'] = visit1), {})],
    ['ENTITY_NOT_ECHOED', 'Child.incidents', (data) => (void delete g0(data)[0]!['__typename'], {})],
    ['FIELD_MISSING', 'Child.incidents', (data) => (void delete g0(data)[0]!['incidents'], {})],
    ['LIST_EXPECTED', 'Child.incidents', (data) => (void (g0(data)[0]!['incidents'] = 'LIE'), {})],
    ['OBJECT_EXPECTED', 'Child.missing', (data) => (void (g0(data)[0]!['missing'] = 'LIE'), {})],
    ['NULL_NOT_ALLOWED', 'Missing.since', (data) => (void (g0(data)[0]!['missing'] = { since: null }), {})],
    ['VALUE_UNFIT', 'Missing.since', (data) => (void (g0(data)[0]!['missing'] = { since: 7 }), {})],
    [
      'TYPENAME_UNEXPECTED',
      'Child.missing',
      (data) => (void (g0(data)[0]!['missing'] = { since: 'May', __typename: 'Child' }), {}),
    ],
    ['ERROR_REPORTED', 'Child.missing', () => ({ errors: [{ code, path: ['g0', 0, 'missing'] }] })],
  ])('is told to the operator as %s at %s, and to the client as one sentence', async (reason, coordinate, change) => {
    const { executed, failures } = await ask(police(change));
    expect(failures[0]).toEqual({ agency: 'police', coordinate, reason });
    expect(new Set(executed.errors?.map((error) => error.code))).toEqual(new Set([code]));
  });

  test.each([
    [{ failed: 'unavailable' } as const, 'CONNECTION'],
    [{ failed: 'malformed' } as const, 'NOT_GRAPHQL'],
    [{ failed: 'unavailable', reason: 'STATUS_FAULT' } as const, 'STATUS_FAULT'],
  ])('has the client’s own reason where there was no reply: %j', async (reply, reason) => {
    for (const document of [source, '{ incidents { id } }']) {
      const { failures } = await ask(({ agency }) => (agency === 'police' ? reply : undefined), document);
      expect(failures).toMatchObject([{ agency: 'police', reason }]);
    }
  });

  test('is not told where nothing failed, nor where an agency knows nothing', async () => {
    expect((await ask(() => undefined)).failures).toEqual([]);
    const { executed, failures } = await ask(police(() => ({ data: { g0: [null] } })));
    expect(executed).toMatchObject({ data: { child: { incidents: [], missing: null } } });
    expect(executed.errors).toBeUndefined();
    expect(failures).toEqual([]);
  });
});

describe('A condition that is null', () => {
  test.each([
    'query ($i: Boolean = true) { child(id: "%") { name @include(if: $i) } }',
    'query ($i: Boolean = false) { child(id: "%") { name @skip(if: $i) } }',
    'query ($i: Boolean = true) { child(id: "%") { ... @include(if: $i) { name } } }',
    'query ($i: Boolean = true) { child(id: "%") { ...F @include(if: $i) } } fragment F on Child { name }',
  ])('is refused by the name of the variable: %s', async (document) => {
    const asked = network.ask({
      source: document.replace('%', ann),
      variables: { i: null },
      permissions: allPermitted,
    });
    const input = { reason: 'MISSING', place: { in: 'variable', path: ['i'] } };
    await expect(asked).rejects.toMatchObject({ code: 'BAD_REQUEST', details: { reason: 'MISSING', input } });
  });
});

describe('A null where none may stand', () => {
  const ask = shape(
    {
      identity,
      police: `
        type Query { stations: [Station!]! @open calls: [Call!]! @open }
        type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open calls: [Call!] @open file: File @open }
        type File { at: String! @open deep: [[File!]!] @open }
        type Station @key(fields: "id") { id: NetworkId! @open town: String @open }
        type Call @key(fields: "id") @about(children: "by { id }") { id: NetworkId! @open by: Child @open at: String! @open }`,
    },
    {
      police: {
        Query: { stations: [one('Station', visit1)], calls: [one('Call', visit1)] },
        [`Child:${ann}`]: { calls: [one('Call', visit1)], file: { __typename: 'File', at: 'noon' } },
        [`Call:${visit1}`]: { by: { __typename: 'Child', id: ann }, at: 'noon' },
        [`Station:${visit1}`]: { town: 'Ely' },
      },
    },
  );
  /** The agency answers the reference, and then no longer knows the record. */
  const forgotten: NonNullable<Faults['reply']> = (request, data) =>
    'g0' in data && JSON.stringify(request.variables).includes('Call')
      ? { data: { g0: [null] }, errors: [] }
      : undefined;

  test('has an error with the list’s path, and never takes its parent away unsaid', async () => {
    const rootList = await ask('{ calls { at } }', [], {}, { reply: forgotten });
    expect(rootList.executed).toMatchObject({ data: { calls: [] }, errors: [{ code, path: ['calls'] }] });
    const below = await ask(`{ child(id: "${ann}") { id calls { at } } }`, [], {}, { reply: forgotten });
    expect(below.executed).toMatchObject({
      data: { child: { id: ann, calls: [] } },
      errors: [{ code, path: ['child', 'calls'] }],
    });
  });

  test('at the root is data of null with an error', async () => {
    const down: NonNullable<Faults['reply']> = () => ({ failed: 'unavailable' });
    const asked = await ask('{ stations { town } }', [], {}, { reply: down });
    expect(asked.executed).toMatchObject({ data: null, errors: [{ code, path: ['stations'] }] });
  });
});
