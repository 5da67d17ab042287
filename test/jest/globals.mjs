// What `import … from '@jest/globals'` gives. A module that several test files import is loaded once; each name stands for that of the file that runs.
const ofThisFile = (path) =>
  path.reduce((from, name) => from[name], globalThis[Symbol.for('jest globals of this test file')]);
const named = (...path) =>
  new Proxy(function () {}, {
    apply: (_, self, args) => Reflect.apply(ofThisFile(path), self, args),
    get(_, key) {
      const value = ofThisFile([...path, key]);
      // Also what a shared module keeps of it, as `describe.skip`.
      return typeof value === 'function' ? named(...path, key) : value;
    },
  });

export const afterAll = named('afterAll');
export const afterEach = named('afterEach');
export const beforeAll = named('beforeAll');
export const beforeEach = named('beforeEach');
export const describe = named('describe');
export const expect = named('expect');
export const it = named('it');
export const jest = named('jest');
export const test = named('test');
