import { describe, expect, test } from '@jest/globals';
import { decidingLine, saysYes } from '../../decision/ladder.ts';
import { permitted, type Terms } from '../../decision/permitted.ts';

const names = [
  'never',
  'forbidden',
  'ordered',
  'byLaw',
  'onApproval',
  'approved',
  'openable',
  'locked',
  'refused',
  'unlessRefused',
  'withConsent',
  'consented',
] as const;
const states = 2 ** names.length;

/** Every state of the twelve terms at once: state `s` is the category at bit `s`. */
function everyState(open: boolean): Terms {
  const sets = names.map((name, place) => {
    const bits = new Uint32Array(states / 32);
    for (let state = 0; state < states; state += 1) {
      if ((state >>> place) & 1) bits[state >>> 5]! |= 1 << (state & 31);
    }
    return [name, bits] as const;
  });
  return { ...(Object.fromEntries(sets) as Record<(typeof names)[number], Uint32Array>), open };
}

/** The ten lines as docs/decision.md says them. */
function asWritten(is: (name: (typeof names)[number]) => boolean, open: boolean): { line: number; yes: boolean } {
  if (is('never')) return { line: 1, yes: false };
  if (is('forbidden')) return { line: 2, yes: false };
  if (is('ordered')) return { line: 3, yes: true };
  if (is('byLaw')) return { line: 4, yes: true };
  if (is('onApproval') && is('approved')) return { line: 5, yes: true };
  if (open && is('openable') && !is('locked')) return { line: 6, yes: true };
  if (is('refused')) return { line: 7, yes: false };
  if (is('unlessRefused')) return { line: 8, yes: true };
  if (is('withConsent') && is('consented')) return { line: 9, yes: true };
  return { line: 10, yes: false };
}

describe('the expression is the ladder', () => {
  test.each([true, false])('over all 4096 states of its terms, emergency open: %p', (open) => {
    const terms = everyState(open);
    const yes = permitted(terms);
    for (let state = 0; state < states; state += 1) {
      const expected = asWritten((name) => ((state >>> names.indexOf(name)) & 1) === 1, open);
      const line = decidingLine(terms, state);
      expect({ line, yes: saysYes(line) }).toEqual(expected);
      expect(((yes[state >>> 5]! >>> (state & 31)) & 1) === 1).toBe(expected.yes);
    }
  });
});
