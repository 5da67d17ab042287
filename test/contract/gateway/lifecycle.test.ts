import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Executed, Prepare } from '../../../gateway/execute/executor.ts';
import { stubGateway, supergraph } from './stub-gateway.ts';

const query = '{ child(id: "1") { name } }';
const answered: Executed = { data: { child: null }, extensions: { trellis: {} } };
const until = async (holds: () => boolean | Promise<boolean>) => {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('It never came to hold.');
};
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
const start = async (change: Parameters<typeof stubGateway>[0]) => {
  const gateway = await stubGateway(change);
  closing.push(() => gateway.server.close());
  return gateway;
};

describe('draining', () => {
  it('answers what is in flight, tells what comes 503, then closes', async () => {
    let release: (executed: Executed) => void = () => undefined;
    const gateway = await start({ execute: () => new Promise((resolve) => (release = resolve)) });
    const held = gateway.post({ query });
    await until(() => gateway.inputs.length === 1);
    const health = async () => (await fetch(`${gateway.adminUrl}/health/ready`)).status;
    expect(await health()).toBe(200);

    const closed = gateway.server.close();
    expect(await health()).toBe(503);
    expect((await fetch(`${gateway.adminUrl}/health/live`)).status).toBe(200);
    const late = await gateway.post({ query });
    expect([late.status, late.body.errors?.[0]?.extensions, late.headers.get('retry-after')]).toEqual([
      503,
      { code: 'INTERNAL' },
      '1',
    ]);
    release(answered);
    expect((await held).status).toBe(200);
    await closed;
    await expect(gateway.post({ query })).rejects.toThrow();
    closing.pop();
  });

  it('waits for nobody for ever', async () => {
    const gateway = await stubGateway({ drainMs: 50, execute: () => new Promise(() => undefined) });
    const held = gateway.post({ query }).catch(() => 'broken off');
    await until(() => gateway.inputs.length === 1);
    await gateway.server.close();
    expect(await held).toBe('broken off');
  });
});

describe('ready', () => {
  it.each<[string, () => Promise<boolean>]>([
    ['the database says no', () => Promise.resolve(false)],
    ['the database fails', () => Promise.reject(new Error('secret'))],
    ['the database hangs', () => new Promise(() => undefined)],
  ])('is not while %s', async (_name, reachable) => {
    const gateway = await start({ reachable });
    const response = await fetch(`${gateway.adminUrl}/health/ready`);
    expect([response.status, await response.json()]).toEqual([503, { status: 'not ready' }]);
  });
});

describe('a supergraph', () => {
  let directory: string;
  let file: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'trellis-supergraph-'));
    file = join(directory, 'supergraph.graphql');
    closing.push(() => rm(directory, { recursive: true }));
  });

  /** Puts a supergraph in place in one step, as an operator should: a half-written file would be refused, and then read again. */
  const put = async (sdl: string) => {
    await writeFile(`${file}.next`, sdl);
    await rename(`${file}.next`, file);
  };

  /** Each supergraph answers with its own number of fields. */
  const numbered = (prepared: string[], hold?: () => Promise<void>): Prepare => {
    return (sdl) => {
      if (sdl.includes('refused: Int')) throw new Error('unlabelled: Query.refused');
      prepared.push(sdl);
      const version = prepared.length;
      return {
        async execute() {
          await hold?.();
          return { data: { child: null }, extensions: { trellis: { version } } };
        },
      };
    };
  };
  const version = async ({ post }: Awaited<ReturnType<typeof start>>, text = query) =>
    (await post({ query: text })).body.extensions?.trellis;

  it('is swapped when its file changes; one that is refused changes nothing', async () => {
    const prepared: string[] = [];
    await put(supergraph());
    const gateway = await start({ source: { file, pollMs: 20 }, prepare: numbered(prepared) });
    expect(await version(gateway)).toEqual({ version: 1 });

    for (const bad of [supergraph(', refused: Int'), 'type Query { a: Int }', '', '\u0000']) {
      const refusals = () => gateway.logged.lines.filter((line) => line.includes('refused')).length;
      const before = refusals();
      await put(bad);
      await until(() => refusals() > before);
      expect(await version(gateway)).toEqual({ version: 1 });
    }
    await put(supergraph(', added: Int'));
    await until(async () => (await gateway.post({ query: '{ added }' })).status === 200);
    expect(await version(gateway)).toEqual({ version: prepared.length });
    expect(await (await fetch(`${gateway.adminUrl}/metrics`)).text()).toMatch(
      /supergraph_loads_total{outcome="refused"} [4-9]/,
    );
  });

  it('has documents validated again: what it no longer has is refused, however often it was asked before', async () => {
    await put(supergraph(', added: Int'));
    const gateway = await start({ source: { file, pollMs: 20 }, prepare: numbered([]) });
    const status = async (text: string) => (await gateway.post({ query: text })).status;
    for (let time = 0; time < 3; time++) expect(await status('{ added }')).toBe(200);
    await put(supergraph());
    await until(async () => (await status('{ added }')) === 400);
    expect(await status(query)).toBe(200);
  });

  it('stays with the requests that started on it', async () => {
    let release: () => void = () => undefined;
    let holds = true;
    const hold = () => (holds ? new Promise<void>((resolve) => (release = resolve)) : Promise.resolve());
    const prepared: string[] = [];
    await put(supergraph());
    const gateway = await start({ source: { file, pollMs: 20 }, prepare: numbered(prepared, hold) });
    const held = version(gateway);
    await new Promise((resolve) => setTimeout(resolve, 100));
    holds = false;
    await put(supergraph(', added: Int'));
    await until(async () => (await gateway.post({ query: '{ added }' })).status === 200);
    expect(await version(gateway)).toEqual({ version: 2 });
    release();
    expect(await held).toEqual({ version: 1 });
  });

  it('that is refused at the start refuses the start', async () => {
    await put(supergraph(', refused: Int'));
    await expect(stubGateway({ source: { file }, prepare: numbered([]) })).rejects.toThrow();
    await expect(stubGateway({ source: { file: `${file}.none` } })).rejects.toThrow();
    await expect(stubGateway({ source: { sdl: 'type Query { a: Int }' } })).rejects.toThrow();
  });
});

describe('introspection, where it is on', () => {
  it('answers about the schema, alone', async () => {
    const { post, inputs } = await start({ introspection: true });
    const { body } = await post({ query: '{ __typename __type(name: "Child") { fields { name } } }' });
    expect(body.data).toMatchObject({ __type: { fields: [{ name: 'id' }, { name: 'name' }, { name: 'sibling' }] } });
    expect(inputs).toEqual([]);
    const mixed = await post({
      query: `{ ...S child(id: "1") { id } } fragment S on Query { __schema { description } }`,
    });
    expect(mixed.body.errors?.[0]?.extensions).toEqual({ code: 'BAD_REQUEST', reason: 'INTROSPECTION' });
    const wide = await post({
      query: '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
    });
    expect(wide.body.errors?.[0]?.extensions).toEqual({ code: 'BAD_REQUEST', reason: 'VALIDATION' });
  });
});
