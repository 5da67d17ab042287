import { describe, expect, it } from '@jest/globals';
import { child, findings, places, withHead } from '../../test/schema/rule-harness.ts';
import { pagesComeAfterTheCut } from './pages-come-after-the-cut.ts';

const police = (field: string) => ({ police: `type Query { ${field} }\n${child} }` });
const why = (field: string) => findings(pagesComeAfterTheCut, withHead(police(field))).map(({ message }) => message);

describe('pages come after the cut', () => {
  it('accepts first, offset and after on a list', () => {
    expect(why('a(first: Int = 20 @page, offset: Int @page, after: ID @page): [Child!] @open')).toEqual([]);
  });

  it.each([
    ['another name', 'a(last: Int @page): [Int] @open', 'is not called first, offset, after'],
    ['a non-null', 'a(first: Int! @page): [Int] @open', 'is not a nullable Int'],
    ['another type', 'a(after: String @page): [Int] @open', 'is not a nullable ID'],
    ['a field that is no list', 'a(first: Int @page): Child @open', 'its field returns no list'],
  ])('refuses @page on %s', (_, field, reason) => {
    expect(why(field)).toEqual([expect.stringContaining(`is @page and ${reason}.`)]);
  });

  it.each(['first', 'last', 'limit', 'skip', 'cursor', 'pageSize'])(
    'refuses records paged by the agency: %s',
    (name) => {
      expect(places(pagesComeAfterTheCut, police(`a(${name}: Int @open): [Child!]! @open`))).toEqual([
        `police 1:16 Query.a(${name}:)`,
      ]);
    },
  );

  it('asks nothing of interfaces, whose fields say nothing', () => {
    const faced =
      'interface Face { all(first: Int): [Child!] } type Face1 implements Face { all(first: Int @page): [Child!] @open }';
    expect(places(pagesComeAfterTheCut, { police: `${faced}\n${child} }` })).toEqual([]);
  });

  it("leaves the agency to page what is nobody's record", () => {
    expect(why('a(first: Int @open): [Int] @open')).toEqual([]);
  });
});
