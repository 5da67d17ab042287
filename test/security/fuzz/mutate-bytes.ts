import type { Random } from '../../gate/random.ts';

/** A body with a few of its bytes changed, lost, doubled or moved; it need not be text any more. */
export function mutateBytes(random: Random, body: Buffer): Buffer {
  let bytes = [...body];
  for (let edits = 1 + random.below(4); edits > 0; edits--) {
    const at = random.below(bytes.length + 1);
    const length = 1 + random.below(12);
    switch (random.below(6)) {
      case 0:
        bytes[at] = random.below(256);
        break;
      case 1:
        bytes.splice(at, length);
        break;
      case 2:
        bytes.splice(at, 0, ...bytes.slice(at, at + length));
        break;
      case 3:
        bytes.splice(at, 0, ...Buffer.from(random.pick(scraps)));
        break;
      case 4:
        bytes = [...bytes.slice(at), ...bytes.slice(0, at)];
        break;
      default:
        bytes = bytes.slice(0, at);
    }
  }
  return Buffer.from(bytes.map((byte) => byte ?? 0));
}

const scraps = [
  '\0',
  '"',
  '\\',
  '\\u0000',
  '\\ud800',
  '{',
  '}',
  '[',
  '$',
  '@',
  '...',
  '#',
  '\n',
  '\u2028',
  'null',
  '1e999',
  '__proto__',
  '﻿',
];
