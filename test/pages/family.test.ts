import { describe } from '@jest/globals';
import { explorer } from './explorer.ts';
import { familyPage } from './family-page.ts';
import { frontPage } from './front-page.ts';
import { onPages } from './on-pages.ts';
import { served } from './served.ts';
import { slowPhone } from './slow-phone.ts';

onPages('pages of families and newcomers', (world) => {
  describe('the front page', () => {
    frontPage(world);
  });
  describe('the explorer', () => {
    explorer(world);
  });
  describe('the family page', () => {
    familyPage(world);
  });
  describe('on a slow phone', () => {
    slowPhone(world);
  });
  describe('as served', () => {
    served(world);
  });
});
