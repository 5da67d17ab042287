import { describe, expect, test } from '@jest/globals';
import { GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType } from 'graphql';
import type { GraphQLOutputType } from 'graphql';
import { AnswerRecord, Failed, LeftOut, Lost, emptyData } from '../execute/record.ts';
import type { ShapeField } from '../operations/tree.ts';
import { wrapsOf } from '../operations/wraps-of.ts';
import type { Stage } from '../stages/stage.ts';
import { answer } from './answer.ts';

const must = new GraphQLNonNull(GraphQLInt);
const thing = new GraphQLObjectType({ name: 'Thing', fields: { must: { type: must }, may: { type: GraphQLInt } } });
const inner = new Map([['Thing', [leaf('must', must), leaf('may', GraphQLInt)]]]);
const failed = new Failed('AGENCY_UNAVAILABLE');

function leaf(name: string, type: GraphQLOutputType): ShapeField {
  return {
    response: name,
    coordinate: `Thing.${name}`,
    key: name,
    wraps: wrapsOf(type),
    concrete: undefined,
    values: undefined,
    selections: undefined,
  };
}

function answered(type: GraphQLOutputType, value: unknown) {
  return answer(
    [
      {
        response: 'said',
        coordinate: 'Query.held',
        key: 'held',
        wraps: wrapsOf(type),
        concrete: undefined,
        values: undefined,
        selections: inner,
      },
    ],
    { held: value },
    'Query',
    (type) => type === 'Secret',
  );
}

const part = (data: object) => Object.assign(emptyData(), { __typename: 'Thing' }, data);
const record = (data: Record<string, unknown>) => {
  const none = { FULL: new Uint32Array(1), SUMMARY: new Uint32Array(1) };
  const candidate = { type: 'Thing', key: data, children: [], categories: [] };
  return new AnswerRecord(candidate, { stage: { selections: [] } as Partial<Stage> as Stage }, 1, [none], none);
};

describe('The answer', () => {
  test('has what was asked under the client’s names, null where there is nothing', () => {
    const shape = [
      {
        response: 'a',
        coordinate: 'Query.__typename',
        key: undefined,
        wraps: wrapsOf(GraphQLInt),
        concrete: undefined,
        values: undefined,
        selections: undefined,
      },
      leaf('b', GraphQLInt),
    ];
    expect(answer(shape, {}, 'Query', () => false)).toEqual({ data: { a: 'Query', b: null }, errors: [] });
    expect(answered(thing, part({ must: 1, more: 2 })).data).toEqual({ said: { must: 1, may: null } });
  });

  test('a null where none may stand takes the place of what it lies in', () => {
    const error = { code: 'AGENCY_UNAVAILABLE', path: ['said', 'must'] };
    expect(answered(thing, part({ may: 1 }))).toEqual({ data: { said: null }, errors: [error] });
    expect(answered(new GraphQLNonNull(thing), part({ may: 1 }))).toEqual({ data: null, errors: [error] });
    expect(answered(new GraphQLNonNull(thing), null)).toEqual({ data: null, errors: [{ ...error, path: ['said'] }] });
  });

  test('where one of several acts failed, its error says so, and none of the act that was left out with it', () => {
    const shape = [leaf('first', must), leaf('second', must), leaf('third', must)];
    const left = new LeftOut('AGENCY_UNAVAILABLE');
    const data = { first: left, second: new Failed('FORBIDDEN'), third: left };
    expect(answer(shape, data, 'Mutation', () => false)).toEqual({
      data: null,
      errors: [{ code: 'FORBIDDEN', path: ['second'] }],
    });
    // Where nothing says why, it is a failure all the same, and where a field may be null it is told at the field.
    expect(answer(shape, { first: left, second: 1, third: 1 }, 'Mutation', () => false).errors).toEqual([
      { code: 'AGENCY_UNAVAILABLE', path: ['first'] },
    ]);
    const nullable = [leaf('first', GraphQLInt), leaf('second', GraphQLInt)];
    expect(answer(nullable, data, 'Query', () => false).errors.map(({ path }) => path)).toEqual([
      ['first'],
      ['second'],
    ]);
  });

  test('in the place of a record only a decided record stands', () => {
    const secret = new GraphQLObjectType({ name: 'Secret', fields: { must: { type: must } } });
    const shape = {
      ...{ response: 'said', coordinate: 'Query.held', key: 'held', wraps: wrapsOf(secret), values: undefined },
      selections: new Map([['Secret', [leaf('must', must)]]]),
    };
    for (const concrete of ['Secret', undefined]) {
      const held = Object.assign(emptyData(), { __typename: 'Secret', must: 1 });
      const undecided = answer([{ ...shape, concrete }], { held }, 'Query', (type) => type === 'Secret');
      expect(undecided).toEqual({ data: { said: null }, errors: [] });
    }
  });

  test('a failure is told where it lies, and is null', () => {
    const { data, errors } = answered(new GraphQLList(thing), [part({ must: 1, may: failed }), part({ must: failed })]);
    expect(data).toEqual({ said: [{ must: 1, may: null }, null] });
    expect(errors.map(({ path }) => path)).toEqual([
      ['said', 0, 'may'],
      ['said', 1, 'must'],
    ]);
  });

  test('a record that cannot be answered is lost alone, and its list says so; a part takes its list with it', () => {
    const list = new GraphQLList(new GraphQLNonNull(thing));
    const code = 'AGENCY_UNAVAILABLE';
    expect(answered(list, [record({ may: 1 }), record({ must: 2 })])).toEqual({
      data: { said: [{ must: 2, may: null }] },
      errors: [{ code, path: ['said'] }],
    });
    expect(answered(list, [new Lost(code)])).toEqual({
      data: { said: [] },
      errors: [{ code, path: ['said'] }],
    });
    expect(answered(list, [part({ may: 1 }), part({ must: 2 })])).toEqual({
      data: { said: null },
      errors: [{ code, path: ['said', 0, 'must'] }],
    });
  });

  test('a failure names whom to telephone for its field; an error of another code names nobody', () => {
    const contacts = [{ agency: 'clinic', telephone: '+1 555 0100' }];
    const shape = [leaf('must', GraphQLInt), leaf('may', GraphQLInt)];
    const data = { must: failed, may: new Failed('FORBIDDEN') };
    const asked: string[] = [];
    const { errors } = answer(
      shape,
      data,
      'Thing',
      () => false,
      (coordinate) => {
        asked.push(coordinate);
        return contacts;
      },
    );
    expect(errors).toEqual([
      { code: 'AGENCY_UNAVAILABLE', path: ['must'], contacts },
      { code: 'FORBIDDEN', path: ['may'] },
    ]);
    expect(asked).toEqual(['Thing.must']);
  });

  test('an object of a type that nothing was asked of is null', () => {
    expect(answered(thing, Object.assign(emptyData(), { __typename: 'Other', must: 1 })).data).toEqual({ said: null });
  });
});
