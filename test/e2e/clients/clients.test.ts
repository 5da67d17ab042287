import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import { cacheExchange, Client, fetchExchange } from '@urql/core';
import { buildSchema, getNamedType, isObjectType, parse, type GraphQLSchema } from 'graphql';
import { ClientError, GraphQLClient } from 'graphql-request';
import { tap } from 'rxjs';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allWorkers } from '@trellis/network';
import type { Requester } from '@trellis/vocabulary';
import { idOf, worker } from '../network/people.ts';
import { patience, startObservedNetwork, type ObservedNetwork } from '../network/start-observed-network.ts';

let network: ObservedNetwork;
let url: string;
beforeAll(async () => {
  network = await startObservedNetwork();
  url = `${network.urls.gateway}/graphql`;
}, patience);
afterAll(() => network.close());

const caseworker = worker('cw-renaud');
const teacher = allWorkers.find(({ agency }) => agency === 'education')?.user ?? '';
const purpose = 'ongoing-protection-service';
const rosalie = idOf('Rosalie');
const question = 'query ChildCard($id: NetworkId!) { child(id: $id) { id name protection { status } } }';
const headersOf = async (requester: Requester = caseworker) => ({
  authorization: `Bearer ${await network.tokenOf(requester)}`,
  'purpose-of-use': purpose,
});
const viewOf = async (requester: Requester): Promise<{ response: Response; text: string }> => {
  const response = await fetch(`${network.urls.gateway}/schema.graphql`, { headers: await headersOf(requester) });
  return { response, text: await response.text() };
};

describe('GET /schema.graphql', () => {
  it('has what this role may ever see, its labels in the descriptions, under an ETag', async () => {
    const { response, text } = await viewOf(caseworker);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/graphql; charset=utf-8',
    ]);
    const schema = buildSchema(text);
    const child = schema.getType('Child');
    expect(isObjectType(child) && child.getFields()['protection']?.description).toMatch(/Label child-protection\./);
    const again = await fetch(`${network.urls.gateway}/schema.graphql`, {
      headers: { ...(await headersOf()), 'if-none-match': response.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    expect((await fetch(`${network.urls.gateway}/schema.graphql`)).status).toBe(401);
  });

  it('differs between roles, and leads to no type that is not there', async () => {
    const views = new Map<string, GraphQLSchema>();
    for (const requester of [caseworker, worker(teacher)]) {
      views.set(requester.agency, buildSchema((await viewOf(requester)).text));
    }
    const [one, other] = [...views.values()].map((schema) => fieldsOf(schema));
    expect(one).not.toEqual(other);
  });
});

function fieldsOf(schema: GraphQLSchema): readonly string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__')
      ? Object.values(type.getFields()).map((field) => `${type.name}.${field.name}: ${getNamedType(field.type).name}`)
      : [],
  );
}

describe('the recipe for', () => {
  it('Apollo Client 4: a cache for each person and purpose, errors beside data, extensions kept', async () => {
    const seen: unknown[] = [];
    const keep = new ApolloLink((operation, forward) =>
      forward(operation).pipe(tap(({ extensions }) => seen.push(extensions))),
    );
    const client = new ApolloClient({
      cache: new InMemoryCache(),
      link: ApolloLink.from([keep, new HttpLink({ uri: url, headers: await headersOf() })]),
    });
    const { data } = await client.query<{ child: { id: string } }>({
      query: gql(question),
      variables: { id: rosalie },
      errorPolicy: 'all',
    });
    expect(data?.child.id).toBe(rosalie);
    expect(seen[0]).toMatchObject({ trellis: { disclosure: expect.any(String) as unknown } });
    client.stop();
  });

  it('Apollo Client 4: grounds that rest on one rule stay apart', () => {
    const grounds = ['mental-health.condition', 'mental-health.safety-plan'].map((category) => ({
      ...{ __typename: 'DisclosureGround', category, kind: 'RULE', id: 'mh-circle' },
    }));
    const query = gql`
      {
        grounds {
          category
          kind
          id
        }
      }
    `;
    const read = (keyFields?: false) => {
      const policy = keyFields === undefined ? {} : { keyFields };
      const cache = new InMemoryCache({ typePolicies: { DisclosureGround: policy } });
      cache.writeQuery({ query, data: { grounds } });
      return cache.readQuery({ query });
    };
    expect(read(false)).toEqual({ grounds });
    expect(read()).not.toEqual({ grounds });
  });

  it('urql: POST, a client for each person and purpose', async () => {
    const client = new Client({
      url,
      exchanges: [cacheExchange, fetchExchange],
      preferGetMethod: false,
      fetchOptions: { headers: await headersOf() },
    });
    const { data, extensions } = await client.query<{ child: { id: string } }>(question, { id: rosalie }).toPromise();
    expect(data?.child.id).toBe(rosalie);
    expect(extensions).toMatchObject({ trellis: { disclosure: expect.any(String) as unknown } });
  });

  it('graphql-request: errors beside data, a refusal with its place', async () => {
    const client = new GraphQLClient(url, { headers: await headersOf(), errorPolicy: 'all' });
    const { data } = await client.rawRequest<{ child: { id: string } }>(question, { id: rosalie });
    expect(data.child.id).toBe(rosalie);
    const strict = new GraphQLClient(url, { headers: await headersOf() });
    const refused = await strict.request(question, { id: 'x' }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ClientError);
    expect((refused as ClientError).response.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_ID', path: ['id'] });
  });

  it('graphql-codegen’s client preset: types from the role’s own schema', async () => {
    const schema = parse((await viewOf(caseworker)).text);
    const options = await preset.buildGeneratesSection({
      baseOutputDir: 'gql/',
      schema,
      documents: [{ location: 'card.graphql', rawSDL: question, document: parse(question) }],
      config: {
        scalars: { NetworkId: 'string', Date: 'string', DateTime: 'string', Category: 'string', Purpose: 'string' },
      },
      presetConfig: {},
      plugins: [],
      pluginMap: {},
    });
    const types = options.find(({ filename }) => filename.endsWith('graphql.ts'));
    if (types === undefined) throw new Error('The preset writes no types.');
    expect(await codegen(types)).toContain('export type ChildCardQuery');
  });

  it('Relay’s compiler: artifacts from the role’s own schema', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'trellis-relay-'));
    mkdirSync(join(directory, 'src'));
    writeFileSync(join(directory, 'schema.graphql'), (await viewOf(caseworker)).text);
    writeFileSync(
      join(directory, 'src', 'card.ts'),
      `import { graphql } from 'relay-runtime';\nexport const q = graphql\`query cardQuery($id: NetworkId!) { child(id: $id) { id name } }\`;\n`,
    );
    writeFileSync(
      join(directory, 'relay.config.json'),
      JSON.stringify({ src: './src', schema: './schema.graphql', language: 'typescript', eagerEsModules: true }),
    );
    const compiler = createRequire(import.meta.url).resolve('relay-compiler/cli.js');
    execFileSync(process.execPath, [compiler, '--repersist', 'relay.config.json'], { cwd: directory, stdio: 'pipe' });
    expect(readFileSync(join(directory, 'src/__generated__/cardQuery.graphql.ts'), 'utf8')).toContain('cardQuery');
  });
});
