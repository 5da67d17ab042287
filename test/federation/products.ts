import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

type Reference = Readonly<Record<string, unknown>>;

const user = {
  email: 'support@apollographql.com',
  name: 'Jane Smith',
  totalProductsCreated: 1337,
  yearsOfEmployment: 10,
};
const dimensions = { size: 'small', weight: 1, unit: 'kg' };
const research = [
  { study: { caseNumber: '1234', description: 'Federation Study' }, outcome: null },
  { study: { caseNumber: '1235', description: 'Studio Study' }, outcome: null },
];
const deprecated = {
  sku: 'apollo-federation-v1',
  package: '@apollo/federation-v1',
  reason: 'Migrate to Federation V2',
  createdBy: user,
};
const products = [
  { id: 'apollo-federation', sku: 'federation', package: '@apollo/federation', variation: { id: 'OSS' } },
  { id: 'apollo-studio', sku: 'studio', package: '', variation: { id: 'platform' } },
].map((product, index) => ({ ...product, dimensions, createdBy: user, notes: null, research: [research[index]] }));

const resolvers = {
  Query: {
    product: (_: unknown, { id }: { id: string }) => products.find((each) => each.id === id) ?? null,
    deprecatedProduct: (_: unknown, reference: Reference) => (isDeprecated(reference) ? deprecated : null),
  },
  Product: {
    __resolveReference: ({ id, sku, package: from, variation }: Reference) =>
      products.find(
        (each) =>
          each.id === id ||
          (each.sku === sku &&
            (each.package === from || each.variation.id === (variation as Reference | undefined)?.['id'])),
      ) ?? null,
  },
  DeprecatedProduct: { __resolveReference: (reference: Reference) => (isDeprecated(reference) ? deprecated : null) },
  ProductResearch: {
    __resolveReference: ({ study }: Reference) =>
      research.find((each) => each.study.caseNumber === (study as Reference)['caseNumber']) ?? null,
  },
  User: {
    __resolveReference: (reference: Reference) =>
      reference['email'] === user.email ? { ...user, ...reference, name: user.name } : null,
    averageProductsCreatedPerYear: ({ totalProductsCreated, yearsOfEmployment }: typeof user) =>
      Math.round(totalProductsCreated / yearsOfEmployment),
  },
  Inventory: {
    __resolveReference: ({ id }: Reference) => (id === 'apollo-oss' ? { id, deprecatedProducts: [deprecated] } : null),
  },
};

function isDeprecated(reference: Reference): boolean {
  return reference['sku'] === deprecated.sku && reference['package'] === deprecated.package;
}

/** The subgraph that the compatibility suite asks everyone to write, on a free port. */
export async function startProducts(sdl: URL | string): Promise<{ url: string; close: () => Promise<void> }> {
  const schema = buildSubgraphSchema({
    typeDefs: parse(readFileSync(sdl, 'utf8')),
    resolvers: resolvers as never,
  });
  const server = new ApolloServer({ schema, plugins: [ApolloServerPluginInlineTrace()] });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  return { url, close: () => server.stop() };
}
