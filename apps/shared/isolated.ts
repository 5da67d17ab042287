/** Letters that are written from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Marks that turn the direction of whatever follows them; no name has one. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A name, or a few words that somebody wrote, for a sentence that is put together as text: in whichever direction it is written, the rest of the sentence
 * stays in its order (FSI … PDI of Unicode). Where it stands in an element of its own, that is `OwnWords`.
 */
export function isolated(text: string): string {
  const plain = text.replaceAll(turning, '');
  return rightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain;
}
