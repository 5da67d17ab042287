import { expandCategories, type Vocabulary } from '@trellis/vocabulary';
import type { Bits } from './decision.ts';

/** The empty set over this vocabulary. */
export function noBits(vocabulary: Vocabulary): Bits {
  return new Uint32Array(Math.ceil(vocabulary.categories.length / 32));
}

/** The set of every category of this vocabulary. */
export function allBits(vocabulary: Vocabulary): Bits {
  const bits = noBits(vocabulary);
  for (let bit = 0; bit < vocabulary.categories.length; bit += 1) addBit(bits, bit);
  return bits;
}

/** The set these codes name; a domain alone is all of it. Throws on an unknown code: dropping one from a requirement would widen. */
export function bitsOf(vocabulary: Vocabulary, codes: Iterable<string>): Bits {
  const bits = noBits(vocabulary);
  for (const code of codes) {
    const expanded = expandCategories(vocabulary, code);
    if (!expanded) throw new RangeError(`unknown category \`${code}\``);
    addCodes(vocabulary, bits, expanded);
  }
  return bits;
}

/** The codes in a set, in the vocabulary's order. */
export function codesOf(vocabulary: Vocabulary, bits: Bits): readonly string[] {
  return vocabulary.categories.filter((_, bit) => hasBit(bits, bit)).map((category) => category.code);
}

export function addCodes(vocabulary: Vocabulary, bits: Bits, codes: readonly string[]): void {
  for (const code of codes) {
    const bit = vocabulary.bit.get(code);
    if (bit !== undefined) addBit(bits, bit);
  }
}

export function addBit(bits: Bits, bit: number): void {
  bits[bit >>> 5] = word(bits, bit >>> 5) | (1 << (bit & 31));
}

export function hasBit(bits: Bits, bit: number): boolean {
  return ((word(bits, bit >>> 5) >>> (bit & 31)) & 1) === 1;
}

/** Whether every member of `a` is a member of `b`. */
export function isSubset(a: Bits, b: Bits): boolean {
  for (let index = 0; index < a.length; index += 1) {
    if ((word(a, index) & ~word(b, index)) !== 0) return false;
  }
  return true;
}

export function isEmpty(bits: Bits): boolean {
  return bits.every((each) => each === 0);
}

export function union(a: Bits, b: Bits): Bits {
  return a.map((each, index) => each | word(b, index));
}

export function intersect(a: Bits, b: Bits): Bits {
  return a.map((each, index) => each & word(b, index));
}

export function minus(a: Bits, b: Bits): Bits {
  return a.map((each, index) => each & ~word(b, index));
}

/** Adds every member of `more` to `bits`, in place. */
export function include(bits: Bits, more: Bits): void {
  for (let index = 0; index < bits.length; index += 1) bits[index] = word(bits, index) | word(more, index);
}

/** One word of a set; beyond its end there are no members. */
function word(bits: Bits, index: number): number {
  return bits[index] ?? 0;
}
