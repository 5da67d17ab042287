/** One project; unit tests lie beside the code, everything else under test/. */
export default {
  testMatch: ['<rootDir>/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/.trellis/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/.trellis/', '<rootDir>/dist/'],
  // A test file is imported as it is (docs/decisions/0053-test-files-share-modules.md).
  transform: {},
  injectGlobals: false,
  testEnvironment: '<rootDir>/test/jest/environment.cjs',
  runtime: '<rootDir>/test/jest/runtime.cjs',
  testSequencer: '<rootDir>/scripts/longest-first.mjs',
  // Only what hangs is to fail for its time: a test waits as long as a slow machine needs.
  testTimeout: 600_000,
  // So does a worker at its end: half a second, as usual, is not enough on a busy machine, and it would be said to hang.
  workerGracefulExitTimeout: 60_000,
  // Modules of a test file that is over stay in memory: past this a worker is begun anew. Without it a worker came to 4.7 GB in one run, and the last
  // test files took ten times as long as alone.
  workerIdleMemoryLimit: '1GB',
};
