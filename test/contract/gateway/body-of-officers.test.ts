import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stubGateway } from './stub-gateway.ts';

let gateway: Awaited<ReturnType<typeof stubGateway>>;
beforeAll(async () => {
  gateway = await stubGateway({
    execute: () =>
      Promise.resolve({
        data: { child: null },
        extensions: { trellis: { disclosure: 'd', withheld: [], obligations: [] } },
      }),
  });
});
afterAll(() => gateway.server.close());

const ofBytes = (bytes: number) => ({
  query: '{ child(id: "1") { name } }',
  variables: { yaml: 'a'.repeat(bytes - 62) },
});
const ofNetwork = { agency: 'network', role: 'privacy-officer', kind: 'officer', purposes: ['privacy-administration'] };
const tooLong = (allowed: number) => ({ code: 'LIMIT_EXCEEDED', limit: 'bodyBytes', allowed });

/** Sends a body without saying its length. */
async function stream(body: unknown, authorization: string, purpose: string) {
  const text = new TextEncoder().encode(JSON.stringify(body));
  const chunks = new ReadableStream({
    start(controller) {
      for (let at = 0; at < text.length; at += 50_000) controller.enqueue(text.slice(at, at + 50_000));
      controller.close();
    },
  });
  const headers = { ...gateway.headers, authorization, 'purpose-of-use': purpose };
  const reply = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers,
    body: chunks,
    duplex: 'half',
  } as RequestInit);
  return { status: reply.status, body: (await reply.json()) as { errors?: { extensions: object }[] } };
}

describe('a body as long as a rule set of many agencies', () => {
  it('is read from an officer of the network, up to ten times the limit of others', async () => {
    const authorization = `Bearer ${await gateway.token(ofNetwork)}`;
    const purpose = 'privacy-administration';
    const post = (bytes: number) => gateway.post(ofBytes(bytes), { authorization, 'purpose-of-use': purpose });
    expect((await post(130_000)).status).toBe(200);
    expect((await stream(ofBytes(130_000), authorization, purpose)).status).toBe(200);
    for (const refused of [await post(1_000_100), await stream(ofBytes(1_000_100), authorization, purpose)])
      expect([refused.status, refused.body.errors?.[0]?.extensions]).toEqual([413, tooLong(1_000_000)]);
  });

  it.each([
    ['a worker', {}],
    ['an officer of an agency', { agency: 'education', role: 'privacy-officer', kind: 'officer' }],
  ])('is refused of %s, whether its length is said or not', async (_who, claims) => {
    const token = { ...claims, purposes: ['care-coordination'] };
    const authorization = `Bearer ${await gateway.token(token)}`;
    const long = [
      await gateway.post(ofBytes(130_000), { authorization }),
      await stream(ofBytes(130_000), authorization, 'care-coordination'),
    ];
    for (const refused of long)
      expect([refused.status, refused.body.errors?.[0]?.extensions]).toEqual([413, tooLong(100_000)]);
  });
});
