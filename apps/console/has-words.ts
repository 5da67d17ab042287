/** Checks whether a text has each of the words asked for, or one that begins as it does (diagnosis, diagnoses); of a code, hyphens and dots are spaces. */
export function hasWords(asked: string, text: string): boolean {
  const plain = plainOf(text);
  return plainOf(asked)
    .trim()
    .split(' ')
    .every((word) => plain.includes(word) || (word.length >= 8 && plain.includes(` ${word.slice(0, -2)}`)));
}

function plainOf(text: string): string {
  const letters = text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
  return ` ${letters.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')}`.trimEnd();
}
