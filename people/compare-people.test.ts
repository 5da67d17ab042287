import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareBirthDates, comparePeople, foldName, lettersOf, nearBirthDates, type Person } from './index.ts';

const born = '2013-04-12';
const rosa = (change: Person = {}): Person => ({
  given: 'Renée',
  family: 'O’Brien-Dubois',
  birthDate: born,
  ...change,
});
const verdict = (one: Person, other: Person): string => comparePeople(one, other).verdict;

describe('what a typist leaves out does not make another person', () => {
  it.each([
    ['accents', { given: 'Renee' }],
    ['the decomposed Unicode form', { given: 'Rene\u0301e' }],
    ['apostrophes', { family: 'OBrien Dubois' }],
    ['another apostrophe', { family: "O'Brien-Dubois" }],
    ['another hyphen', { family: 'O’Brien\u2011Dubois' }],
    ['double spaces and case', { given: '  RENÉE ', family: 'o’brien   dubois' }],
    ['no spaces at all', { family: 'obriendubois' }],
  ])('%s', (_what, change) => {
    expect(verdict(rosa(), rosa(change))).toBe('SAME');
  });

  it.each(['renee obrien dubois', 'Dubois, O Brien; Renee', 'OBRIEN-DUBOIS Renée', 'reneeobriendubois'])(
    'a whole name in any order: %s',
    (name) => expect(verdict({ name, birthDate: born }, rosa())).toBe('SAME'),
  );

  it('letters that have no accent to lose', () => {
    expect(foldName('Łukasz Sørensen-Weiß')).toBe('lukasz sorensen weiss');
  });
});

describe('what could be the same waits for a person', () => {
  it.each<[string, Person]>([
    ['given and family name changed about', { given: 'O’Brien-Dubois', family: 'Renée' }],
    ['a letter mistyped', { given: 'Renie' }],
    ['a short form', { given: 'Ren' }],
    ['a second name that one side leaves out', { given: 'Renée Louise' }],
    ['half of a double name', { family: 'Dubois' }],
    ['another family name', { family: 'King' }],
    ['a day off', { birthDate: '2013-04-13' }],
    ['day and month changed about', { birthDate: '2013-12-04' }],
    ['a digit mistyped', { birthDate: '2013-04-72'.replace('72', '22') }],
    ['digits of the year changed about', { birthDate: '2031-04-12' }],
    ['no birth date', { birthDate: null }],
    ['no family name', { family: undefined }],
  ])('%s', (_what, change) => {
    expect(verdict(rosa(), rosa(change))).toBe('CANDIDATE');
  });

  it('a single name', () => {
    expect(verdict({ name: 'Hugo', birthDate: born }, { given: 'Hugo', family: 'Montclair', birthDate: born })).toBe(
      'CANDIDATE',
    );
  });

  it('a day off over the end of a month', () => {
    expect(compareBirthDates('2013-04-30', '2013-05-01')).toBe('NEAR');
  });
});

describe('different people are not offered', () => {
  it.each<[string, Person]>([
    ['a twin', { given: 'Marguerite' }],
    ['a sibling', { given: 'Marguerite', birthDate: '2011-02-01' }],
    ['a namesake of another year', { birthDate: '2009-11-30' }],
    ['somebody born on the same day', { given: 'Hugo', family: 'Montclair' }],
    ['somebody of whom nothing is known', { given: '', family: '', birthDate: null }],
  ])('%s', (_what, change) => {
    expect(verdict(rosa(), rosa(change))).toBe('DIFFERENT');
  });

  it('a number in a name is not mistyped', () => {
    expect(verdict(rosa({ given: 'Child10001', family: 'Test' }), rosa({ given: 'Child10002', family: 'Test' }))).toBe(
      'DIFFERENT',
    );
  });
});

const name = fc.constantFrom(
  'Ana',
  'Anna',
  'José',
  'Jose\u0301',
  'Li',
  'O’Neil',
  'Jean-Luc',
  'Łukasz',
  '',
  'Mary Ann',
  'Μαρία',
  '小明',
);
const date = fc.option(fc.constantFrom('2013-04-12', '2013-12-04', '2013-04-13', '2011-01-01', '2012-02-29'));
const person: fc.Arbitrary<Person> = fc.record({ given: name, family: name, birthDate: date });

describe('for all people', () => {
  it('comparing is symmetric', () => {
    fc.assert(
      fc.property(person, person, (one, other) => expect(comparePeople(one, other)).toEqual(comparePeople(other, one))),
    );
  });

  it('nobody is different from themselves, and the Unicode form never counts', () => {
    fc.assert(
      fc.property(person, person, (one, other) => {
        const composed = (each: Person, form: 'NFC' | 'NFD'): Person => ({
          ...each,
          given: each.given?.normalize(form),
          family: each.family?.normalize(form),
        });
        expect(comparePeople(composed(one, 'NFC'), other).verdict).toBe(
          comparePeople(composed(one, 'NFD'), other).verdict,
        );
        if (foldName(one.given) !== '' && foldName(one.family) !== '' && one.birthDate != null)
          expect(verdict(one, one)).toBe('SAME');
      }),
    );
  });

  it('whole names that are the same have the same letters: the key loses nobody', () => {
    fc.assert(
      fc.property(person, person, (one, other) => {
        const whole = (each: Person): string => `${each.given ?? ''} ${each.family ?? ''}`;
        if (
          comparePeople({ name: whole(one), birthDate: born }, { name: whole(other), birthDate: born }).verdict ===
          'SAME'
        )
          expect(lettersOf(whole(one))).toBe(lettersOf(whole(other)));
      }),
    );
  });

  it('the near dates of a date are those that compare as near', () => {
    const days = Array.from({ length: 4_000 }, (_, at) =>
      new Date(Date.UTC(2008, 0, 1 + at)).toISOString().slice(0, 10),
    );
    for (const each of ['2013-04-12', '2012-02-29', '2011-01-01', '2013-12-31']) {
      const near = new Set(nearBirthDates(each));
      expect(days.filter((other) => compareBirthDates(each, other) === 'NEAR' && !near.has(other))).toEqual([]);
    }
  });

  it('are days that a database has, at both ends of the calendar too', () => {
    for (const each of ['2000-05-05', '0001-01-01', '1000-01-01', '9999-12-31']) {
      for (const near of nearBirthDates(each)) {
        expect(near).toMatch(/^(?!0000)\d{4}-\d{2}-\d{2}$/);
        expect(new Date(`${near}T00:00:00Z`).toISOString()).toBe(`${near}T00:00:00.000Z`);
      }
    }
  });
});
