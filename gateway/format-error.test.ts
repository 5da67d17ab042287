import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, GraphQLError, parse, Source, validate } from 'graphql';
import { errors, reasons, TrellisError } from './errors.ts';
import type { ErrorCode } from './errors.ts';
import { formatError } from './format-error.ts';
import { safeValidationMessage } from './safe-validation-message.ts';

const sentences = new Set([...Object.values(errors), ...Object.values(reasons)].map(({ message }) => message));
const canary = 'Amira Tremblay';

describe('formatError', () => {
  it('gives each code its sentence and details', () => {
    for (const code of Object.keys(errors) as ErrorCode[]) {
      expect(formatError(new TrellisError(code))).toEqual({ message: errors[code].message, extensions: { code } });
    }
    expect(formatError(new TrellisError('LIMIT_EXCEEDED', { limit: 'depth', allowed: 12 })).extensions).toEqual({
      code: 'LIMIT_EXCEEDED',
      limit: 'depth',
      allowed: 12,
    });
    const contacts = [{ agency: 'police', telephone: '+1 555 0100' }];
    expect(formatError(new TrellisError('LEDGER_UNAVAILABLE', { contacts })).extensions).toEqual({
      code: 'LEDGER_UNAVAILABLE',
      contacts,
    });
  });

  it('lets no other text pass, whatever is thrown', () => {
    const text = fc.oneof(fc.string(), fc.constant(canary));
    const codes = fc.oneof(
      text,
      fc.constantFrom('GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'INTERNAL'),
    );
    const thrown = fc.oneof(
      text,
      fc.anything(),
      text.map((message) => new Error(message)),
      fc
        .record({ message: text, code: codes, serviceName: text, path: fc.array(fc.oneof(text, fc.double())) })
        .map(({ message, path, ...extensions }) => new GraphQLError(message, { path, extensions })),
      text.map((message) => new GraphQLError(message, { originalError: new Error(message) })),
      fc
        .record({ code: text, limit: text, reason: text, allowed: text })
        .map(({ code, ...details }) => Object.assign(new TrellisError('INTERNAL'), { code, details, message: canary })),
    );
    fc.assert(
      fc.property(thrown, (error) => {
        const safe = formatError(error);
        expect(sentences).toContain(safe.message);
        expect(Object.keys(errors)).toContain(safe.extensions.code);
        expect(JSON.stringify(safe)).not.toContain(canary);
        expect(JSON.stringify(safe)).not.toContain('serviceName');
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(Object.keys(errors) as ErrorCode[])('gives with %s no detail that the table does not have', (code) => {
    const details = { reason: canary, limit: canary, claim: canary, allowed: canary };
    const thrown = Object.assign(new TrellisError(code), { details });
    expect(formatError(thrown)).toEqual({ message: errors[code].message, extensions: { code } });
  });

  it('tells the place of an input as far as it is made of names, and what the schema has only where it may be read', () => {
    const place = { in: 'variable', path: ['input', canary, 'agency'] } as const;
    const told = (expected: 'ENUM' | 'VALUE', introspection: boolean) => {
      const input = { code: 'BAD_REQUEST', reason: 'MISSING', place, expected, names: ['FULL', 'SUMMARY'] } as const;
      return formatError(new TrellisError('BAD_REQUEST', { reason: 'MISSING', input }), introspection).extensions;
    };
    expect(told('ENUM', true)).toMatchObject({ in: 'variable', path: ['input'], expected: 'one of FULL, SUMMARY' });
    expect(told('VALUE', true)).toMatchObject({ path: ['input', 'FULL', 'SUMMARY'] });
    for (const expected of ['ENUM', 'VALUE'] as const) {
      expect(told(expected, false)).toMatchObject({ in: 'variable', path: ['input'] });
      expect(JSON.stringify(told(expected, false))).not.toMatch(/FULL|SUMMARY/);
    }
  });

  it('gives a path only of names and indices', () => {
    const at = (path: (string | number)[]) =>
      formatError(new GraphQLError('', { path, originalError: new TrellisError('AGENCY_UNAVAILABLE') })).path;
    expect(at(['child', 'incidents', 0])).toEqual(['child', 'incidents', 0]);
    expect(at(['child', canary])).toBeUndefined();
    expect(at(['child', -1])).toBeUndefined();
  });
});

describe('the sentences of validation', () => {
  const schema = buildSchema(`
    enum Level { FULL SUMMARY }
    input Filter { since: Int, level: Level }
    type Query { child(id: ID!, filter: Filter): Child, count(of: Int): Int }
    type Child { name: String, school(level: Level, year: Int): String }`);
  const messages = (source: string) =>
    validate(schema, parse(source)).map((error) => ({
      raw: error.message,
      safe: safeValidationMessage(error.message),
    }));

  it('name what is wrong, without suggestions', () => {
    expect(messages('{ child(id: "1") { nam } }')[0]).toEqual({
      raw: 'Cannot query field "nam" on type "Child". Did you mean "name"?',
      safe: 'Cannot query field "nam" on type "Child".',
    });
    expect(messages('{ child(id: "1") { school(levels: FULL) } }')[0]?.safe).toBe(
      'Unknown argument "levels" on field "Child.school".',
    );
    expect(messages('query ($a: Int) { child { name } }').map(({ safe }) => safe)).toEqual(
      expect.arrayContaining([
        'Variable "$a" is never used.',
        'Field "child" argument "id" of type "ID!" is required, but it was not provided.',
      ]),
    );
  });

  it.each([
    `{ count(of: "${canary}") }`,
    `{ child(id: "1", filter: { since: "${canary}" }) { name } }`,
    `{ child(id: "1", filter: { level: "${canary}" }) { name } }`,
    '{ child(id: "1") { school(level: CANARY) } }',
    '{ child(id: "1") { a: school(year: 1) a: school(year: 2) } }',
  ])('repeat no value: %s', (source) => {
    for (const { safe } of messages(source)) {
      expect(safe ?? '').not.toMatch(/Amira|CANARY|Did you mean/);
    }
  });
});

describe('a sentence of validation, where the schema may not be read,', () => {
  const schema = buildSchema(
    'type Query { me: Requester, child(id: ID!): Child } type Requester { user: String! } type Child { id: ID! other(of: Filter!): Filler } input Filter { a: Int! } type Filler { x: Int }',
  );
  it.each([
    ['{ me }', 'Field "me" must have a selection of subfields.'],
    ['{ me { users } }', 'Cannot query field "users".'],
    ['{ me { user { id } } }', 'Field "user" must not have a selection.'],
    ['{ child { id } }', 'The document does not fit the schema.'],
    ['{ child(id: 1, ids: 2) { id } }', 'Unknown argument "ids".'],
    ['query($id: Int) { child(id: $id) { id } }', 'Variable "$id" does not fit the type of its position.'],
    ['{ child(id: 1) { other(of: {}) { x } } }', 'The document does not fit the schema.'],
    ['{ child(id: 1) { other(of: { b: 1 }) { x } } }', undefined],
    ['{ child(id: 1) { ... on Requester { user } } }', 'Fragment cannot be spread here.'],
    ['{ child(id: 1) { ...F } } fragment F on Requester { user }', 'Fragment "F" cannot be spread here.'],
  ])('%s names nothing that it does not', (source, message) => {
    for (const { message: said } of validate(schema, parse(source))) {
      const error = new GraphQLError(said, {
        source: new Source(source),
        positions: [0],
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      });
      const told = formatError(error).message;
      const names = (told.match(/"[^"]+"/g) ?? []).flatMap((each) => each.match(/\w+/g) ?? []);
      expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(source))).toEqual([]);
      if (message !== undefined && validate(schema, parse(source)).length === 1) expect(told).toBe(message);
    }
  });
});
