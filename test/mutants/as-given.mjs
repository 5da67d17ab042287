// Runs test files in the order of TRELLIS_TESTS: those that are quick and likely to find a fault come first.
import TestSequencer from '@jest/test-sequencer';

const Sequencer = TestSequencer.default ?? TestSequencer;
const order = (process.env.TRELLIS_TESTS ?? '').split(' ');
const place = ({ path }) => order.findIndex((each) => path.endsWith(each));

export default class AsGiven extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => place(a) - place(b));
  }
}
