import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from '@jest/globals';
import { faultsOf, isWiderThanWindow, nothingStored, storageOf, type Watched } from './browser.ts';

/**
 * What holds of every screen in every state: nothing for axe to find, nothing stored, nothing refused or complained of, no wider than its window, and
 * nothing failed unless it is what the test is about.
 */
export async function lookAt(
  watched: Watched,
  personal: readonly string[] = [],
  { faults = 0 }: { readonly faults?: number } = {},
): Promise<void> {
  const { page, complaints } = watched;
  // A page that is still loading has nothing to look at.
  await page.locator('h1').first().waitFor({ state: 'attached' });
  expect(await faultsOf(page)).toEqual([]);
  expect(await isWiderThanWindow(page)).toBe(false);
  expect(await page.locator('.fault').allInnerTexts()).toHaveLength(faults);
  expect(await storageOf(page)).toEqual(nothingStored);
  expect(complaints).toEqual([]);
  await photograph(watched);
  const address = `${page.url()} ${await page.title()}`.toLowerCase();
  expect(personal.filter((each) => address.includes(each.toLowerCase()))).toEqual([]);
}

const folder = process.env['TRELLIS_SCREENSHOTS'];
let taken = 0;

/** A picture of the screen as it stands, where pictures are asked for (`npm run screenshots`); its name says which test and which screen. */
export async function photograph({ page }: Watched): Promise<void> {
  if (folder === undefined) return;
  const own = join(folder, basename(expect.getState().testPath ?? '', '.test.ts'));
  mkdirSync(own, { recursive: true });
  taken += 1;
  const heading = (await page.locator('h1').first().innerText()).toLowerCase().replaceAll(/[^a-z]+/g, '-');
  const name = `${String(taken).padStart(2, '0')}-${heading}-${String(page.viewportSize()?.width)}.png`;
  await page.screenshot({ path: join(own, name), fullPage: true });
}
