import { describe, expect, it } from '@jest/globals';
import { traceOf } from './trace-parent.ts';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const parent = '00f067aa0ba902b7';
const disclosure = '11111111-2222-4333-8444-555555555555';
const own = {
  id: '11111111222243338444555555555555',
  header: '00-11111111222243338444555555555555-8444555555555555-01',
};
const joined = (flags: string) => ({ id: trace, header: `00-${trace}-8444555555555555-${flags}` });

describe('a trace', () => {
  it.each([
    ['of this version', `00-${trace}-${parent}-01`, '01'],
    ['that is not sampled', `00-${trace}-${parent}-00`, '00'],
    ['whose flags say what this version does not know', `00-${trace}-${parent}-fe`, '02'],
    ['of a later version', `cc-${trace}-${parent}-01`, '01'],
    ['of a later version that says more', `01-${trace}-${parent}-01-what-the-future-says`, '01'],
  ])('%s is joined', (_what, header, flags) => {
    expect(traceOf(header, disclosure)).toEqual(joined(flags));
  });

  it.each([
    ['that is not named', undefined],
    ['named twice', [`00-${trace}-${parent}-01`, `00-${trace}-${parent}-01`]],
    ['of the version that is none', `ff-${trace}-${parent}-01`],
    ['of this version that says more', `00-${trace}-${parent}-01-x`],
    ['of a later version whose flags go on', `01-${trace}-${parent}-011`],
    ['in capitals', `00-${trace.toUpperCase()}-${parent}-01`],
    ['of zeros', `00-${'0'.repeat(32)}-${parent}-01`],
    ['of a parent of zeros', `00-${trace}-${'0'.repeat(16)}-01`],
    ['that is too short', `00-${trace}-${parent}-1`],
  ])('%s is not: the id of the answer is the trace', (_what, header) => {
    expect(traceOf(header, disclosure)).toEqual(own);
  });
});
