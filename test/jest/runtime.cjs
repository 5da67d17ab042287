// Imports a test file as Node would, instead of in a virtual machine with a copy of every module of its own: what 340 test files have in common is loaded
// once a worker, which was half of the time of all tests. The rest of jest is as it is.
const { pathToFileURL } = require('node:url');
const { default: Runtime } = require('jest-runtime');

class ImportingRuntime extends Runtime {
  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    globalThis[Symbol.for('jest globals of this test file')] = this.requireModuleOrMock(path, '@jest/globals');
    await import(pathToFileURL(path));
  }

  /** Jest's own test framework keeps the tests of one file, and listeners to them: each file begins with a new one. */
  requireInternalModule(path) {
    for (const loaded of Object.keys(require.cache))
      if (/[\\/]jest-circus[\\/]/.test(loaded)) delete require.cache[loaded];
    delete globalThis[Symbol.for('EVENT_HANDLERS')];
    return require(path);
  }
}

module.exports = ImportingRuntime;
