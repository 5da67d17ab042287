import base from '../../jest.config.js';

/** The tests of the gate, in the order in which a fault is likely to be found, over sources with one fault in them. */
const [[pattern, [, options]]] = Object.entries(base.transform);

export default {
  ...base,
  rootDir: '../..',
  transform: { [pattern]: ['<rootDir>/test/mutants/mutating-transform.mjs', options] },
  testSequencer: '<rootDir>/test/mutants/as-given.mjs',
};
