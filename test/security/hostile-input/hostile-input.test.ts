import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { idOf, officer, worker } from '../../e2e/network/people.ts';
import { patience, startObservedNetwork, type ObservedNetwork } from '../../e2e/network/start-observed-network.ts';
import { hostileValues } from './hostile-values.ts';
import { inputSites, type InputSite } from './input-sites.ts';

let network: ObservedNetwork;
let schema: GraphQLSchema;
beforeAll(async () => {
  network = await startObservedNetwork();
  const { data } = await network.ask({ requester: caseworker, purpose, query: getIntrospectionQuery() });
  schema = buildClientSchema(data as unknown as IntrospectionQuery);
}, patience);
afterAll(() => network.close());

const caseworker = worker('cw-renaud');
const purpose = 'ongoing-protection-service';
const valid: Readonly<Record<string, unknown>> = {
  NetworkId: idOf('Rosalie'),
  Category: 'identity.name',
  Purpose: purpose,
  Date: '2024-01-01',
  DateTime: '2026-12-01T00:00:00Z',
  Int: 1,
  Float: 1,
  Boolean: true,
};
const byName: Readonly<Record<string, string>> = { agency: 'police', custodian: 'police', role: 'officer' };
const valueOf = (name: string, scalar: string) => valid[scalar] ?? byName[name] ?? 'x';

/** One in this many of the values is tried at each place, another at the next; all of them by `npm run nightly -- hostile-input`. */
const share = Number(process.env['TRELLIS_HOSTILE_SHARE'] ?? 10);

/** Codes by which somebody else would be blamed for what the client sent. */
const blaming = ['AGENCY_UNAVAILABLE', 'REGISTER_UNAVAILABLE', 'LEDGER_UNAVAILABLE', 'INTERNAL'];

/** Asks with each hostile value at one place; says what came that must not. */
async function walk(
  site: InputSite,
  turn: number,
  requester: Parameters<ObservedNetwork['ask']>[0]['requester'],
): Promise<string[]> {
  const faults: string[] = [];
  for (const value of hostileValues(site.type).filter((_, at) => (at + turn) % share === 0)) {
    const variables = site.variablesWith(value);
    const { status, errors, text, data } = await network.ask({ requester, purpose, query: site.query, variables });
    const fault = (what: string) =>
      faults.push(`${site.name} = ${JSON.stringify(value).slice(0, 40)}: ${what} ${text.slice(0, 300)}`);
    if (status >= 500 || errors.some(({ extensions: { code } }) => blaming.includes(code)))
      fault('somebody else is blamed');
    if (/"hasNextPage":true,"endCursor":null/.test(text)) fault('the page never ends');
    // That no single child has the name is no fault of one input.
    const bad = errors.filter(
      ({ path, extensions: { code, reason } }) =>
        code === 'BAD_REQUEST' && !(reason === 'NOT_ONE_CHILD' && path?.[0] === 'openEmergencyAccessByName'),
    );
    // A span that ends before it begins is told at its end, whichever of the two was asked for last.
    const isTold = ({ path: field, extensions: { in: within, path, reason } }: (typeof errors)[number]): boolean =>
      Array.isArray(path) &&
      (within === 'argument'
        ? path.length > 1 && path[0] === field?.[0]
        : path[0] === site.path[0] || (reason === 'WRONG_ORDER' && /_to$/.test(String(path[0]))));
    if (!bad.every(isTold)) fault('the place is not named');
    if (bad.some(({ extensions }) => typeof extensions['expected'] !== 'string')) fault('nothing is expected');
    if (data === undefined && errors.length === 0) fault('nothing is said');
  }
  return faults;
}

it(
  'whatever is put into whatever input of the graph, it is refused by its place, and nobody else is blamed',
  async () => {
    const sites = inputSites(schema, valueOf);
    expect(sites.length).toBeGreaterThan(150);
    const faults: string[] = [];
    for (const [turn, site] of sites.entries()) {
      faults.push(...(await walk(site, turn, caseworker)));
      // What a caseworker may not do is refused before its input is looked at.
      faults.push(...(await walk(site, turn, officer('network'))));
    }
    expect(faults).toEqual([]);
  },
  patience,
);
