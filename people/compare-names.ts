import { editDistance } from './edit-distance.ts';
import { foldName } from './fold-name.ts';

/** The agreement of two names, or of two parts of them. `ABSENT`: one side has none. */
export type NameAgreement = 'SAME' | 'NEAR' | 'DIFFERENT' | 'ABSENT';

/** At most so many words are tried in every order; a name with more is compared as it stands. */
const mostWords = 5;

/**
 * Compares one part of a name (given names, family names) with another. `NEAR` is what one person has in two systems: a letter mistyped, a
 * short form, a second name that one of them leaves out.
 */
export function compareParts(one: string | undefined, other: string | undefined): NameAgreement {
  const a = foldName(one);
  const b = foldName(other);
  if (a === '' || b === '') return 'ABSENT';
  const joined = a.replaceAll(' ', '');
  const otherJoined = b.replaceAll(' ', '');
  if (joined === otherJoined) return 'SAME';
  return sharesWords(a, b) || isShortForm(joined, otherJoined) || isMistyped(joined, otherJoined)
    ? 'NEAR'
    : 'DIFFERENT';
}

/** Checks whether two whole names are made of the same words, whatever their order and the spaces between them. */
export function sameWhole(one: string, other: string): boolean {
  const a = foldName(one);
  const b = foldName(other);
  const joined = b.replaceAll(' ', '');
  if (a === '' || joined.length !== a.replaceAll(' ', '').length) return false;
  const words = a.split(' ');
  const otherWords = b.split(' ');
  if ([...words].sort().join(' ') === [...otherWords].sort().join(' ')) return true;
  if (words.length > mostWords || otherWords.length > mostWords) return a.replaceAll(' ', '') === joined;
  const orders = new Set(ordersOf(otherWords));
  return ordersOf(words).some((order) => orders.has(order));
}

/** The words of a name joined in every order. */
function ordersOf(words: readonly string[]): readonly string[] {
  if (words.length < 2) return [words.join('')];
  return words.flatMap((word, index) =>
    ordersOf([...words.slice(0, index), ...words.slice(index + 1)]).map((rest) => word + rest),
  );
}

/** One has every word of the other, and more: `Anna Maria` and `Maria`. An initial stands for no word. */
function sharesWords(one: string, other: string): boolean {
  const [few, many] = [one.split(' '), other.split(' ')].sort((a, b) => a.length - b.length);
  return (
    few !== undefined &&
    many !== undefined &&
    few.some((word) => word.length > 1) &&
    few.every((word) => many.includes(word))
  );
}

function isShortForm(one: string, other: string): boolean {
  return Math.min(one.length, other.length) >= 2 && (one.startsWith(other) || other.startsWith(one));
}

function isMistyped(one: string, other: string): boolean {
  // A digit in a name is a number somebody gave it, and no slip makes one number another.
  if (digitsOf(one) !== digitsOf(other)) return false;
  const length = Math.min([...one].length, [...other].length);
  const most = length >= 8 ? 2 : length >= 4 ? 1 : 0;
  return most > 0 && editDistance(one, other, most) <= most;
}

function digitsOf(text: string): string {
  return text.replaceAll(/\P{Nd}/gu, '');
}
