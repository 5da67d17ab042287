import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { compressAnswer } from './compress-answer.ts';

const id = 'q5rj2mzkd7w3xhcybn6tfgo4ea';
const body = JSON.stringify({ data: { caseload: Array.from({ length: 40 }, () => ({ id, name: 'Rosalie' })) } });
const encodingOf = async (
  query: string,
  variables: Record<string, unknown> = {},
  accept: unknown = 'gzip',
  isRegistered = false,
) => (await compressAnswer(body, accept, { document: parse(query), variables, isRegistered })).encoding;

it('compresses an answer that the client asked for compressed', async () => {
  const sent = { document: parse('{ caseload { id name } }'), variables: {}, isRegistered: false };
  const zipped = await compressAnswer(body, 'gzip, deflate', sent);
  expect([zipped.encoding, gunzipSync(zipped.body).toString()]).toEqual(['gzip', body]);
  expect(zipped.body.length).toBeLessThan(body.length / 3);
  const brotli = await compressAnswer(body, 'gzip, br', sent);
  expect([brotli.encoding, brotliDecompressSync(brotli.body).toString()]).toEqual(['br', body]);
  for (const accept of [null, '', 'identity', 'gzip;q=0', 'br;q=0.0, gzip;q=0', 'deflate'])
    expect([accept, await encodingOf('{ a }', {}, accept)]).toEqual([accept, undefined]);
  expect((await compressAnswer('{"data":{}}', 'gzip', sent)).encoding).toBeUndefined();
});

it('never together with what the client sent: an alias, or a text that comes back, leaves the answer as it is', async () => {
  expect(await encodingOf('{ guess: caseload { id } }')).toBeUndefined();
  expect(await encodingOf(`{ child(id: "${id}") { id } }`)).toBeUndefined();
  expect(await encodingOf('query($id: ID) { child(id: $id) { id } }', { id })).toBeUndefined();
  expect(await encodingOf('query($in: In) { a(in: $in) }', { in: { names: [{ is: 'Rosa' }] } })).toBeUndefined();
  expect(await encodingOf('query($in: In) { a(in: $in) }', { in: { names: [{ is: 'Nobody' }] } })).toBe('gzip');
  expect(await encodingOf('{ a: caseload { id } }', {}, 'gzip', true)).toBe('gzip');
  expect(await encodingOf('{ a }', { id }, 'gzip', true)).toBeUndefined();
});
