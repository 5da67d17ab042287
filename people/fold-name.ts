/** Letters that Unicode does not take apart into a base letter and a mark, as a typist without them writes them. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
};

const marks = /\p{M}+/gu;
/** Inside a word: people write `O'Brien`, `O’Brien` and `OBrien`. */
const apostrophes = /['’‘ʼʻ`´′＇]/gu;
/** Between words: every dash, point, comma and kind of space. */
const separators = /[\p{Pd}\p{Z}\p{C}\p{P}\p{S}]+/gu;

/**
 * A name without what a typist in a hurry leaves out: case, accents in either Unicode form, apostrophes, and the kind and number of
 * hyphens and spaces. Words stay in their order, one space apart.
 *
 * @example foldName('  JOSÉ  Nuñez-O’Brien ') // 'jose nunez obrien'
 */
export function foldName(name: string | undefined): string {
  return (name ?? '')
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(apostrophes, '')
    .replace(separators, ' ')
    .replace(/[ßæœøłđðþħıŋ]/gu, (letter) => letters[letter] ?? letter)
    .trim();
}

/** The letters of a name in alphabetical order: names that differ in spaces and order alone have the same ones. A key to search by, no verdict. */
export function lettersOf(name: string): string {
  return [...foldName(name).replaceAll(' ', '')].sort().join('');
}
