import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { serve } from './serve.ts';

/** A process of its own: Apollo's server and gateway as their documentation starts them. Nothing is enforced. */
serve(async ({ supergraphSdl }) => {
  const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl }) });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  return { urls: { gateway: new URL('/graphql', url).href } };
});
