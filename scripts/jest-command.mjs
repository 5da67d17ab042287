import { fileURLToPath } from 'node:url';

/** What node is given to run jest: its arguments, before jest's own. */
export const jestCommand = [
  '--import',
  new URL('../test/jest/register.mjs', import.meta.url).href,
  '--no-warnings',
  fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url)),
];
