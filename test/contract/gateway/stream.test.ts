import { afterEach, expect, it } from '@jest/globals';
import type { Executed } from '../../../gateway/execute/executor.ts';
import type { ServerOptions } from '../../../gateway/server/server-options.ts';
import { TrellisError } from '../../../gateway/errors.ts';
import { stubGateway, supergraph } from './stub-gateway.ts';
import type { StubExecute } from './stub-gateway.ts';

/** `GET /stream`: what is new among the asker's notices, each look a request of its own. */
const noticeFields = `
  notices(first: Int, after: ID): [Notice!]!
} type Notice { id: ID!, at: String, kind: String, child: Child, record: ID, sentence: String, phrase: String `;
const idOf = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
const notice = (place: number) => ({ id: idOf(place), kind: 'DISCLOSURE_REQUESTED', child: null });

type Gateway = Awaited<ReturnType<typeof stubGateway>>;
const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

/** A gateway whose asker has these notices, latest first. */
async function gatewayWith(list: unknown[], change: Partial<ServerOptions> & { execute?: StubExecute } = {}) {
  const gateway = await stubGateway({
    source: { sdl: supergraph(noticeFields) },
    streamAskMs: 20,
    execute: () => Promise.resolve<Executed>({ data: { notices: [...list] }, extensions: { trellis: {} } }),
    ...change,
  });
  opened.push(() => gateway.server.close());
  return gateway;
}

/** Opens a stream. Its events are read one at a time; comments are passed over. */
async function open({ url, headers }: Gateway, more: Record<string, string> = {}) {
  const controller = new AbortController();
  const { authorization, 'purpose-of-use': purpose } = headers;
  const response = await fetch(`${url}/stream`, {
    headers: { authorization, 'purpose-of-use': purpose, accept: 'text/event-stream', ...more },
    signal: controller.signal,
  });
  opened.push(() => Promise.resolve(controller.abort()));
  return { response, events: eventsOf(response), leave: () => controller.abort() };
}

async function* eventsOf({ body }: Response): AsyncGenerator<{ id?: string; event: string; data: unknown }> {
  let text = '';
  for await (const chunk of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    const blocks = (text + chunk).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => line.split(/: ?(.*)/s) as [string, string]));
      const [id, event, data] = ['id', 'event', 'data'].map((name) => fields.get(name));
      if (event !== undefined) yield { ...(id !== undefined && { id }), event, data: JSON.parse(data ?? 'null') };
    }
  }
}

it('tells what is there, earliest first, and then what comes, by the token and purposes of the request', async () => {
  const list = [notice(2), notice(1)];
  const gateway = await gatewayWith(list);
  const { response, events } = await open(gateway);
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  for (const place of [1, 2]) {
    const told = { id: idOf(place), event: 'notice', data: notice(place) };
    expect((await events.next()).value).toEqual(told);
  }
  list.unshift(notice(3));
  expect((await events.next()).value).toMatchObject({ id: idOf(3) });
  const looks = gateway.inputs.map(({ requester, purposes, disclosure }) => ({ requester, purposes, disclosure }));
  expect(looks[0]).toMatchObject({ requester: { user: 'user-7731' }, purposes: ['care-coordination'] });
  expect(new Set(looks.map(({ disclosure }) => disclosure)).size).toBe(looks.length);
});

it('goes on after the notice that the client was told last', async () => {
  const { events } = await open(await gatewayWith([notice(3), notice(2), notice(1)]), { 'last-event-id': idOf(2) });
  expect((await events.next()).value).toMatchObject({ id: idOf(3) });
});

it.each([
  ['UNAUTHENTICATED', 401, { authorization: 'Bearer none' }, undefined],
  ['PURPOSE_NOT_PERMITTED', 403, { 'purpose-of-use': 'statistics' }, undefined],
  ['BAD_REQUEST', 406, { accept: 'application/json' }, 'ACCEPT'],
  ['BAD_REQUEST', 400, { 'last-event-id': "1' or true" }, 'LAST_EVENT'],
])('is refused like any request, before it begins: %s', async (code, status, headers, reason) => {
  const { response } = await open(await gatewayWith([]), headers);
  expect(response.status).toBe(status);
  const disclosure = expect.any(String) as unknown;
  const { errors, extensions } = (await response.json()) as { errors: object[]; extensions: object };
  expect(errors).toMatchObject([{ extensions: { code, ...(reason && { reason }) } }]);
  expect(extensions).toEqual({ trellis: { disclosure } });
});

it.each(['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('is not opened by %s', async (method) => {
  const { url, headers } = await gatewayWith([]);
  const refused = await fetch(`${url}/stream`, { method, headers: { authorization: headers.authorization } });
  expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET']);
});

it.each(['FORBIDDEN', 'REGISTER_UNAVAILABLE', 'LEDGER_UNAVAILABLE'] as const)(
  'ends with the first look that is refused, and says why: %s',
  async (code) => {
    let looks = 0;
    const execute: StubExecute = () => {
      looks++;
      if (looks > 1) return Promise.reject(new TrellisError(code, {}));
      return Promise.resolve({ data: { notices: [notice(1)] }, extensions: { trellis: {} } });
    };
    const { events } = await open(await gatewayWith([], { execute }));
    expect((await events.next()).value).toMatchObject({ event: 'notice' });
    const refused = { event: 'refused', data: { errors: [{ extensions: { code } }] } };
    expect((await events.next()).value).toMatchObject(refused);
    expect((await events.next()).done).toBe(true);
  },
);

it('verifies the token at each look: one that has expired is told nothing more', async () => {
  const list = [notice(1)];
  const gateway = await gatewayWith(list);
  // The clocks of issuer and gateway may differ by half a minute.
  const expires = Math.floor(Date.now() / 1000) - 28;
  const token = await gateway.token({ exp: expires });
  const { events } = await open(gateway, { authorization: `Bearer ${token}` });
  expect((await events.next()).value).toMatchObject({ event: 'notice' });
  const refused = { event: 'refused', data: { errors: [{ extensions: { reason: 'TOKEN_EXPIRED' } }] } };
  expect((await events.next()).value).toMatchObject(refused);
});

it('takes from the budgets at each look', async () => {
  let left = 4;
  const cache = { take: () => Promise.resolve(left-- > 0) };
  const budgets = [{ per: 'user', measure: 'requests', limit: 1, windowMs: 1000 } as const];
  const { events } = await open(await gatewayWith([], { cache, budgets }));
  const refused = { event: 'refused', data: { errors: [{ extensions: { code: 'RATE_LIMITED' } }] } };
  expect((await events.next()).value).toMatchObject(refused);
});

it('is open four times for one person, and again when one of them is left', async () => {
  const gateway = await gatewayWith([]);
  const held = [];
  for (let at = 0; at < 4; at++) held.push(await open(gateway));
  expect((await open(gateway)).response.status).toBe(429);
  const other = await gateway.token({ sub: 'user-8' });
  expect((await open(gateway, { authorization: `Bearer ${other}` })).response.status).toBe(200);
  held[0]?.leave();
  // The gateway notices that a client is gone some time after it went.
  let status = 429;
  while (status === 429) status = (await open(gateway)).response.status;
  expect(status).toBe(200);
});

it('a stream that was refused holds no place', async () => {
  const gateway = await gatewayWith([]);
  for (let at = 0; at < 6; at++) expect((await open(gateway, { 'last-event-id': 'none' })).response.status).toBe(400);
  expect((await open(gateway)).response.status).toBe(200);
});

it('ends at once where the gateway closes, though its next look is far', async () => {
  const gateway = await gatewayWith([notice(1)], { streamAskMs: 600_000, drainMs: 600_000 });
  const { events } = await open(gateway);
  await events.next();
  const ended = events.next();
  await gateway.server.close();
  expect((await ended).done).toBe(true);
  await opened.splice(0).at(-1)?.();
});
