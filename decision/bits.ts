import type { Vocabulary } from '@trellis/vocabulary';
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
  for (const wanted of codes) {
    const named = vocabulary.categories.flatMap(({ code, domain }, bit) =>
      code === wanted || domain === wanted ? [bit] : [],
    );
    if (named.length === 0) throw new RangeError(`unknown category \`${wanted}\``);
    named.forEach((bit) => addBit(bits, bit));
  }
  return bits;
}

/** The codes in a set, in the vocabulary's order. */
export function codesOf(vocabulary: Vocabulary, bits: Bits): readonly string[] {
  return vocabulary.categories.filter((_, bit) => hasBit(bits, bit)).map((category) => category.code);
}

// A shift counts with the low five bits of what it is given, which is where a bit stands in its word.
export function addBit(bits: Bits, bit: number): void {
  bits[bit >>> 5] = word(bits, bit >>> 5) | (1 << bit);
}

export function hasBit(bits: Bits, bit: number): boolean {
  return ((word(bits, bit >>> 5) >>> bit) & 1) === 1;
}

/** Checks whether every member of `a` is a member of `b`. */
export function isSubset(a: Bits, b: Bits): boolean {
  for (let index = 0; index < a.length; index += 1) if ((word(a, index) & ~word(b, index)) !== 0) return false;
  return true;
}

export function isEmpty(bits: Bits): boolean {
  for (let index = 0; index < bits.length; index += 1) if (bits[index] !== 0) return false;
  return true;
}

// Loops, not callbacks: a decision is made of these.
export function union(a: Bits, b: Bits): Bits {
  const bits = new Uint32Array(a.length);
  for (let index = 0; index < a.length; index += 1) bits[index] = word(a, index) | word(b, index);
  return bits;
}

export function intersect(a: Bits, b: Bits): Bits {
  const bits = new Uint32Array(a.length);
  for (let index = 0; index < a.length; index += 1) bits[index] = word(a, index) & word(b, index);
  return bits;
}

export function minus(a: Bits, b: Bits): Bits {
  const bits = new Uint32Array(a.length);
  for (let index = 0; index < a.length; index += 1) bits[index] = word(a, index) & ~word(b, index);
  return bits;
}

/** Adds every member of `more` to `bits`, in place. */
export function include(bits: Bits, more: Bits): void {
  for (let index = 0; index < bits.length; index += 1) bits[index] = word(bits, index) | word(more, index);
}

/** One word of a set; beyond its end there are no members. */
function word(bits: Bits, index: number): number {
  return bits[index] ?? 0;
}
