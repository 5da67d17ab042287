import { expect, it } from '@jest/globals';
import { fencesOf, pages, readPage } from './pages.ts';

/** The place of the first command of ours that a page shows, in a block of commands or of plain text. */
const firstCommand = (page: string): number =>
  fencesOf(readPage(page))
    .filter(({ info, text }) => !info.endsWith('expect') && text.includes('npx trellis'))
    .map(({ text }) => readPage(page).indexOf(text.split('\n')[0] ?? text))
    .at(0) ?? -1;

const beginning = pages.filter((page) => page !== 'CHANGELOG.md' && !page.includes('decisions/'));

it.each(beginning.filter((page) => firstCommand(page) >= 0))(
  '%s says, before its first `npx trellis`, what installs it: in a fresh clone npx finds nothing',
  (page) => {
    expect(readPage(page).slice(0, firstCommand(page))).toMatch(/`?npm (start|ci)`?/);
  },
);

it('README.md says it above the table whose first commands are ours', () => {
  const [, afterHeading = ''] = readPage('README.md').split('## Who it is for');
  expect(afterHeading.slice(0, afterHeading.indexOf('|'))).toMatch(/`npm start` or `npm ci`/);
});
