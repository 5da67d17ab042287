import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hmacKey, seal, type SealedRequest } from '@trellis/seal';
import { describeError } from '../../subgraphs/kit/describe-error.ts';
import { defineAgency, startAgency, type AgencyContext, type Logger, type RunningAgency } from '@trellis/subgraph-kit';
import type { Database } from '@trellis/platform';
import { labelDirectives } from '@trellis/schema';

/** An agency's HTTP server: which requests it accepts and what leaves it, over real HTTP. */
const key = hmacKey('police', randomBytes(32));
const secret = 'Rosa Canary, 12 Elm Street';
const asked: AgencyContext[] = [];
const logged: string[] = [];
const write = (entry: object, message: string): void => {
  logged.push(JSON.stringify(entry) + message);
};
const logger: Logger = { info: write, warn: write, error: write };
const child = 'abcdefghijklmnopqrstuvwx22';
const other = 'abcdefghijklmnopqrstuvwx33';

const database: Database = {
  schema: 'police',
  query: () => Promise.resolve({ rows: [], rowCount: 0 }),
  transaction: () => Promise.reject(new Error('none')),
  close: () => Promise.resolve(),
};
let release: (() => void) | undefined;
const agency = defineAgency({
  name: 'police',
  sdl: `${labelDirectives}
    type Query {
      number: Int @open
      broken: String @open
      day(of: Date @open): Date @open
      slow: Int @open
      who: String @open
    }
    type Child @key(fields: "id") @about(children: "id") {
      id: NetworkId! @open
      found: Boolean @open
      fails: Int @open
      crooked: [Int] @open
    }
    type Record @key(fields: "id") @about(children: "child { id }") {
      id: NetworkId! @open
      child: Child @open
    }`,
  loaders: () => ({}),
  references: { Record: ({ id }) => (id === child ? { id, child: { id: other } } : null) },
  resolvers: {
    Query: {
      number: (_root, _args, context) => {
        asked.push(context);
        return 7;
      },
      broken: () => {
        throw new TypeError(secret);
      },
      day: (_root, { of }: { of?: string }) => of ?? secret,
      slow: () => new Promise((resolve) => (release = () => resolve(1))),
      who: (_root, _args, { requester, purpose }) => `${requester?.user ?? 'nobody'} ${purpose ?? 'for nothing'}`,
    },
    Child: {
      found: () => true,
      crooked: () => secret,
      fails: ({ id }: { id: string }) => {
        if (id === other) throw new Error(secret);
        return 1;
      },
    },
  },
});

describe('defineAgency', () => {
  const Record = ({ id }: { id: string }) => ({ id });
  const define = (change: object) => () =>
    defineAgency({
      name: 'police',
      sdl: `${labelDirectives}
        type Query { number: Int @open }
        type Record @key(fields: "id") @about(children: "child { id }") { id: NetworkId! @open child: Child @open text: String @open }
        type Child @key(fields: "id", resolvable: false) { id: NetworkId! @open }`,
      loaders: () => ({}),
      references: { Record },
      resolvers: {},
      ...change,
    });
  it.each<[string, object, RegExp]>([
    [
      'a resolver that is mistyped',
      { resolvers: { Query: { nubmer: () => 1 } } },
      /resolvers\.Query\.nubmer.*Did you mean `number`/,
    ],
    ['a resolver for no type', { resolvers: { Queri: { number: () => 1 } } }, /resolvers\.Queri/],
    ['no way to find a record by its key', { references: {} }, /references\.Record.*child, text/],
    [
      'no resolver for a field where others have one',
      { references: {}, resolvers: { Record: { child: () => null } } },
      /`resolvers\.Record\.text` is missing.*`references\.Record`/,
    ],
    ['a reference for no type', { references: { Record, Recrod: Record } }, /references\.Recrod/],
    [
      'a reference for a type that is resolved elsewhere',
      { references: { Record, Child: Record } },
      /references\.Child/,
    ],
    ['a name that is no agency’s', { name: 'polise' }, /no agency `polise`/],
  ])('refuses %s, naming it', (_name, change, message) => {
    expect(define(change)).toThrow(message);
  });
  it('takes what fits', () => {
    expect(define({})).not.toThrow();
    expect(define({ references: {}, resolvers: { Record: { child: () => null, text: () => '' } } })).not.toThrow();
  });
});

let running: RunningAgency;
beforeAll(async () => {
  running = await startAgency(agency, { database, port: 0, keys: (id) => (id === 'police' ? key : undefined), logger });
});
afterAll(() => running.close());

interface Sent {
  readonly status: number;
  readonly body: { data?: unknown; errors?: { message: string; extensions: { code: string } }[] };
}

async function send(body: string, headers: Record<string, string>, method = 'POST', path = ''): Promise<Sent> {
  const response = await fetch(running.url + path, { method, headers, ...(method === 'GET' ? {} : { body }) });
  return { status: response.status, body: (await response.json()) as Sent['body'] };
}

const sealedBy = (body: string, change: Partial<SealedRequest> = {}): Record<string, string> =>
  seal({ method: 'POST', path: '/graphql', body, agency: 'police', disclosure: 'ref-1', ...change }, key, Date.now());

const ask = (query: string, variables: object = {}, change: Partial<SealedRequest> = {}): Promise<Sent> => {
  const body = JSON.stringify({ query, variables });
  return send(body, sealedBy(body, change));
};
const code = ({ status, body }: Sent): [number, string | undefined] => [status, body.errors?.[0]?.extensions.code];

describe('who is let in', () => {
  const body = JSON.stringify({ query: '{ number }' });
  const plain = { 'content-type': 'application/json' };

  it('answers what the gateway sealed', async () => {
    expect(await send(body, sealedBy(body))).toEqual({ status: 200, body: { data: { number: 7 } } });
  });

  it('refuses, without asking a resolver, what it did not', async () => {
    asked.length = 0;
    const once = sealedBy(body);
    await send(body, once);
    expect(asked).toHaveLength(1);
    const refused = [
      send(body, plain),
      send(body, { ...plain, authorization: 'Bearer x' }),
      send(body, once),
      send(body, sealedBy(body, { agency: 'education' })),
      send(body, sealedBy(`${body} `)),
      send(body, sealedBy(body), 'PUT'),
      send(body, sealedBy(body), 'POST', '?query={number}'),
      send(body, { ...sealedBy(body), 'trellis-requester': 'e30' }),
      send(body, { ...sealedBy(body), 'trellis-purpose': 'treatment' }),
      send(
        body,
        seal({ method: 'POST', path: '/graphql', body, agency: 'police', disclosure: 'r' }, key, Date.now() - 6_000),
      ),
      send(
        body,
        seal(
          { method: 'POST', path: '/graphql', body, agency: 'police', disclosure: 'r' },
          hmacKey('police', randomBytes(32)),
          Date.now(),
        ),
      ),
    ];
    for (const reply of await Promise.all(refused)) expect([401, 404]).toContain(reply.status);
    expect(asked).toHaveLength(1);
  });

  it('answers no GET and nothing at other paths', async () => {
    expect(code(await send('', sealedBy(''), 'GET'))).toEqual([404, 'NOT_FOUND']);
    expect(code(await send(body, sealedBy(body), 'POST', '/other'))).toEqual([404, 'NOT_FOUND']);
  });

  it('refuses what is too large before reading it whole', async () => {
    const large = JSON.stringify({ query: '{ number }', variables: { x: 'x'.repeat(2_000_001) } });
    expect(code(await send(large, sealedBy(large)))).toEqual([413, 'LIMIT_EXCEEDED']);
  });

  it('refuses what is no JSON question', async () => {
    for (const text of ['', '{', '[]', 'null', '{"query":1}', '{"query":"{number}","variables":[]}']) {
      expect(code(await send(text, sealedBy(text)))).toEqual([400, 'BAD_REQUEST']);
    }
    const typed = { ...sealedBy(body), 'content-type': 'text/plain' };
    expect((await send(body, typed)).status).toBe(400);
  });
});

describe('what may be asked', () => {
  it('refuses introspection, wherever it hides', async () => {
    for (const query of [
      '{ __schema { types { name } } }',
      '{ x: __type(name: "Child") { name } }',
      '{ _service { sdl } }',
      '{ ...F } fragment F on Query { _service { sdl } }',
      '{ number ... on Query { ... { __schema { queryType { name } } } } }',
    ]) {
      expect(code(await ask(query))).toEqual([400, 'UNKNOWN_OPERATION']);
    }
  });

  it('refuses subscriptions, several operations, and what does not fit the schema, naming nothing', async () => {
    for (const query of ['subscription { number }', 'mutation { number }']) {
      expect(code(await ask(query))).toEqual([400, 'UNKNOWN_OPERATION']);
    }
    for (const query of [
      'query A { number } query B { number }',
      '{ numbre }',
      '{',
      'fragment F on Query { number }',
    ]) {
      const reply = await ask(query);
      expect(code(reply)).toEqual([400, 'BAD_REQUEST']);
      expect(JSON.stringify(reply.body)).not.toMatch(/numbr|did you mean/i);
    }
  });
});

describe('what is let out', () => {
  it('says that a resolver failed, and where, and nothing of what it said; the log neither', async () => {
    logged.length = 0;
    const reply = await ask('{ number broken }');
    expect(reply.body).toEqual({
      data: { number: 7, broken: null },
      errors: [{ message: 'The agency could not answer.', path: ['broken'], extensions: { code: 'INTERNAL' } }],
    });
    expect(logged.join()).toContain('TypeError');
    expect(logged.join()).not.toContain('Rosa');
  });

  it('has where it arose in the log, and in development its message, without what was sent', async () => {
    logged.length = 0;
    const at = 'Child.fails';
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Child { fails } } }';
    const r = [{ __typename: 'Child', id: other }];
    await ask(query, { r });
    expect(logged.at(-1)).toContain(`"coordinate":"${at}"`);
    expect(logged.at(-1)).toContain('agency-server.test.ts');
    expect(logged.at(-1)).not.toContain('Rosa');
    const account = (error: Error) => describeError(error, { variables: { r, name: 'Rosa' }, messages: true });
    expect(account(new Error(`no desk for Rosa, child ${other}`)).message).toBe('no desk for …, child …');
    expect(account(Object.assign(new Error('Key (name)=(Rosa)'), { code: '23505' }))).not.toHaveProperty('message');
    // What a statement names that is not there is the developer's own text; in production not that either.
    const column = Object.assign(new Error('column "scor" does not exist'), { code: '42703' });
    expect(account(column).message).toBe('column "scor" does not exist');
    expect(describeError(column, { variables: {}, messages: false })).not.toHaveProperty('message');
  });

  it('has the coordinate in the log of what a resolver returned of another type', async () => {
    logged.length = 0;
    await ask('{ today: day }');
    expect(logged.at(-1)).toContain('"coordinate":"Query.day"');
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ...F } } fragment F on Child { wrong: crooked }';
    await ask(query, { r: [{ __typename: 'Child', id: child }] });
    expect(logged.at(-1)).toContain('"coordinate":"Child.crooked"');
    expect(logged.join()).not.toContain('Rosa');
  });

  it('checks scalars both ways, without repeating them', async () => {
    expect((await ask('{ day(of: "2024-02-29") }')).body.data).toEqual({ day: '2024-02-29' });
    for (const bad of ['2023-02-29', '2024-2-1', 'yesterday', '2024-02-29T00:00:00Z']) {
      const reply = await ask('query ($d: Date) { day(of: $d) }', { d: bad });
      expect(reply.body.errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
      expect(JSON.stringify(reply.body)).not.toContain(bad);
    }
    const out = await ask('{ day }');
    expect(JSON.stringify(out.body)).not.toContain('Rosa');
    expect(out.body).toMatchObject({ data: { day: null }, errors: [{ extensions: { code: 'INTERNAL' } }] });
  });

  it('keeps the length of _entities: null for the unknown, the malformed and the failed', async () => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Record { id child { id found } } ... on Child { id } } }`;
    const record = (id: unknown) => ({ __typename: 'Record', id });
    const r = [
      record(child),
      record(other),
      record('7'),
      record({ a: 1 }),
      record(undefined),
      { __typename: 'Child', id: other },
    ];
    expect((await ask(query, { r })).body).toEqual({
      data: {
        _entities: [
          { __typename: 'Record', id: child, child: { id: other, found: true } },
          null,
          null,
          null,
          null,
          { __typename: 'Child', id: other },
        ],
      },
    });
    const failing = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Child { id fails } } }`;
    const reply = await ask(failing, { r: [child, other].map((id) => ({ __typename: 'Child', id })) });
    expect(reply.body).toMatchObject({
      data: {
        _entities: [
          { id: child, fails: 1 },
          { id: other, fails: null },
        ],
      },
    });
    expect(JSON.stringify(reply.body)).not.toContain('Rosa');
  });

  it('tells a resolver who asks only where that was sealed in', async () => {
    const requester = { agency: 'police', role: 'officer', user: 'officer-7', kind: 'worker' } as const;
    expect((await ask('{ who }')).body.data).toEqual({ who: 'nobody for nothing' });
    expect((await ask('{ who }', {}, { requester, purpose: 'legal-proceeding' })).body.data).toEqual({
      who: 'officer-7 legal-proceeding',
    });
  });
});

describe('its life', () => {
  it('is live and ready without a seal, and says no more', async () => {
    const base = running.url.replace('/graphql', '');
    expect(await (await fetch(`${base}/health/live`)).json()).toEqual({ status: 'live' });
    expect(await (await fetch(`${base}/health/ready`)).json()).toEqual({ status: 'ready' });
  });

  it('is not ready without its database', async () => {
    const down: Database = { ...database, query: () => Promise.reject(new Error(secret)) };
    const started = await startAgency(agency, { database: down, port: 0, keys: () => key, logger });
    const reply = await fetch(started.url.replace('/graphql', '/health/ready'));
    expect([reply.status, await reply.json()]).toEqual([503, { status: 'not ready' }]);
    await started.close();
  });

  it('lets a request in flight finish when it closes', async () => {
    const started = await startAgency(agency, { database, port: 0, keys: () => key, logger });
    const body = JSON.stringify({ query: '{ slow }' });
    const reply = fetch(started.url, { method: 'POST', headers: sealedBy(body), body });
    while (release === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    const closed = started.close();
    release();
    expect(await (await reply).json()).toEqual({ data: { slow: 1 } });
    await closed;
    await expect(fetch(started.url, { method: 'POST', headers: sealedBy(body), body })).rejects.toThrow();
  });
});
