import { describe, expect, it } from '@jest/globals';
import type { TrellisError } from '../errors.ts';
import { readJson } from './read-json.ts';

const read = (text: string | Uint8Array): unknown => {
  try {
    return readJson(typeof text === 'string' ? Buffer.from(text) : text);
  } catch (error) {
    return (error as TrellisError).details.reason;
  }
};

describe('a body', () => {
  it('is JSON in UTF-8, and is what was sent', () => {
    const body = { query: '{ "a": 1, "a": 2 } \\" {', variables: { a: [{ a: 1 }, { a: 'é“' }], b: { a: {} } } };
    expect(read(JSON.stringify(body))).toEqual(body);
    expect(read(` [{"a":1},{"a":2}]\n`)).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it.each([
    '',
    '{',
    '{}x',
    'NaN',
    "{'a':1}",
    '{"a":1,}',
    '\ufeff{}',
    '{"__proto__":{}}',
    '{"\\u005f_proto__":{}}',
    '{"__pr\\u006fto__":{}}',
  ])('that is no JSON of ours is refused: %j', (text) => {
    expect(read(text)).toBe('JSON');
  });

  it('in another encoding is refused', () => {
    expect(read(Buffer.from('{"a":"é"}', 'latin1'))).toBe('ENCODING');
  });

  it.each([
    '{"query":"{a}","query":"{b}"}',
    '{"variables":{"id":"a","id":"b"}}',
    '{"a":[{"b":1,"c":{"d":1,"e":[],"d":2}}]}',
    '{"query":1,"qu\\u0065ry":2}',
    '{"a\\"b":1 , "a\\u0022b" :2}',
    '{"":1,"":1}',
    '{"a":{"b":1},"a":{"b":1}}',
  ])('with a key twice is refused, since another reader takes the other: %s', (text) => {
    expect(read(text)).toBe('DUPLICATE_KEY');
  });
});
