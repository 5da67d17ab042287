import { describe as keptDescribe, expect, it } from '@jest/globals';

const key = Symbol.for('jest globals of this test file');
const globals = globalThis as unknown as Record<symbol, { readonly describe: typeof keptDescribe }>;
// As a helper keeps it that two test files share, and that is loaded with the first of them.
const skip = keptDescribe.skip;

it('what a shared helper keeps of `describe` stands for that of the file that runs', () => {
  const own = globals[key]!;
  const calls: string[] = [];
  const describe = Object.assign(() => undefined, { skip: (title: string) => calls.push(title) });
  globals[key] = { ...own, describe: describe as unknown as typeof keptDescribe };
  try {
    skip('of the next file', () => undefined);
  } finally {
    globals[key] = own;
  }
  expect(calls).toEqual(['of the next file']);
});
