import { describe, expect, test } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { edgeLimits } from './edge-limits.ts';
import { checkLimits } from './limits.ts';

const limits = edgeLimits(vocabulary.limits);
const times = (count: number, each: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => each(at)).join(' ');

describe('What is just within a limit passes', () => {
  test.each([
    ['aliases', `{ a { ${times(limits.aliases, (at) => `x${at}: b`)} } }`],
    ['sameNames', `{ a { ${'b '.repeat(limits.sameNames)} } }`],
    ['rootFields', `{ ${times(limits.rootFields, (at) => `f${at}`)} }`],
    ['listArguments', `{ a(ids: [${times(limits.listArguments, () => '1')}]) }`],
    ['depth', '{ a '.repeat(limits.depth) + '}'.repeat(limits.depth)],
  ])('%s', (_name, source) => expect(() => checkLimits(source, limits)).not.toThrow());
});
