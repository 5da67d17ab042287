// What `import … from '@jest/globals'` gives. A module that several test files import is loaded once; each name stands for that of the file that runs.
const ofThisFile = () => globalThis[Symbol.for('jest globals of this test file')];
const named = (name) =>
  new Proxy(function () {}, {
    apply: (_, self, args) => Reflect.apply(ofThisFile()[name], self, args),
    get: (_, key) => ofThisFile()[name][key],
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
