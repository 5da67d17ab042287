import { describe } from '@jest/globals';
import { findsChildren } from './finds-children.ts';
import { newcomer } from './newcomer.ts';
import { onPages } from './on-pages.ts';
import { rightToLeft } from './right-to-left.ts';
import { rulesAndLedger } from './rules-and-ledger.ts';
import { states } from './states.ts';

onPages("the officers' console", (world) => {
  describe('with the rules and the ledger', () => {
    rulesAndLedger(world);
  });
  describe('and whom it is about', () => {
    findsChildren(world);
  });
  describe('and a newcomer', () => {
    newcomer(world);
  });
  describe('and names from right to left', () => {
    rightToLeft(world);
  });
  describe('in every state', () => {
    states(world);
  });
});
