/** One project; unit tests lie beside the code, everything else under test/. */
export default {
  testMatch: ['<rootDir>/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/.trellis/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/.trellis/', '<rootDir>/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  testEnvironment: 'node',
  testSequencer: '<rootDir>/scripts/longest-first.mjs',
  // Only what hangs is to fail for its time: a test waits as long as a slow machine needs.
  testTimeout: 600_000,
  // So does a worker at its end: half a second, as usual, is not enough on a busy machine, and it would be said to hang.
  workerGracefulExitTimeout: 60_000,
};
