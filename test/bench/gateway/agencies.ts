import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { agencyNames, idOf, recordOf } from './records.ts';
import { openResponder } from './responder.ts';
import { serve } from './serve.ts';

/** A process of its own: four agencies, answering from memory. They check no seals: what that costs them is not the gateway's. */
serve(async ({ children }) => {
  const urls: Record<string, string> = {};
  for (const agency of agencyNames) {
    const numbers = Array.from({ length: children }, (_, number) => number);
    const respond = openResponder(new Map(numbers.map((number) => [idOf(number), recordOf[agency](number)])));
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
          query: string;
          variables: Record<string, unknown>;
        };
        const body = Buffer.from(respond(query, variables));
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
        response.end(body);
      });
    });
    server.keepAliveTimeout = 60_000;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    urls[agency] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  }
  return { urls };
});
