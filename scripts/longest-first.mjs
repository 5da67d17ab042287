import { createRequire } from 'node:module';

// The sequencer stands among jest's own packages.
const { default: Sequencer } = createRequire(createRequire(import.meta.url).resolve('jest'))('@jest/test-sequencer');

/** Rooms in the order in which their longest test file is done last, where nothing is known from an earlier run. */
const rooms = [
  'test/pages/',
  'test/gate/',
  'test/security/',
  'test/e2e/',
  'test/property/',
  'test/networks/',
  'test/contract/',
  'test/',
];

/** Starts the files of the slow rooms first, so that no processor waits at the end for one long file. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const known = new Map(super.sort(tests).map((test, at) => [test.path, at]));
    const room = ({ path }) => {
      const at = rooms.findIndex((each) => path.includes(`/${each}`));
      return at === -1 ? rooms.length : at;
    };
    return [...tests].sort((one, other) => room(one) - room(other) || known.get(one.path) - known.get(other.path));
  }
}
