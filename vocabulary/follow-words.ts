import type { Vocabulary } from './vocabulary.ts';

/**
 * A vocabulary whose every member is the current one's: for code that looks words up as it goes and keeps nothing by them. What is compiled, or decided, takes
 * one state of the words and keeps to it.
 */
export function followWords(current: () => Vocabulary): Vocabulary {
  // Of nothing: members of a frozen object may not answer anything but what they were.
  return new Proxy({} as Vocabulary, { get: (_nothing, member) => Reflect.get(current(), member) as unknown });
}
