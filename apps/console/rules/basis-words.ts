import { words } from '../../shared/code-words.ts';

/** The word for each basis that fits into a cell of the matrix. */
export const basisLetters: Readonly<Record<string, string>> = {
  NEVER: 'Never',
  BY_LAW: 'Law',
  ON_APPROVAL: 'Appr.',
  UNLESS_REFUSED: 'Unless',
  WITH_CONSENT: 'Cons.',
};

const meanings: Readonly<Record<string, string>> = {
  NEVER: 'never, whatever anybody decides',
  BY_LAW: 'the law requires it',
  ON_APPROVAL: 'if the custodian approves',
  UNLESS_REFUSED: 'unless somebody entitled refuses',
  WITH_CONSENT: 'with consent',
};

/** The meaning of a basis, within a sentence. */
export function basisMeaning(basis: string): string {
  return meanings[basis] ?? words(basis);
}
