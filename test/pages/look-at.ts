import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from '@jest/globals';
import { machineWordsOn } from './machine-words.ts';
import { faultsOf, isWiderThanWindow, nothingStored, storageOf, widths, type Watched } from './browser.ts';

/**
 * What holds of every screen in every state: nothing for axe to find, nothing stored, nothing refused or complained of, no wider than its window, and
 * nothing failed unless it is what the test is about. It is looked at twice: as it stands, and, unless the like of it is known, at the other width in the other colours.
 */
export async function lookAt(
  watched: Watched,
  personal: readonly string[] = [],
  { faults = 0, isKnown = false }: { readonly faults?: number; readonly isKnown?: boolean } = {},
): Promise<void> {
  const { page, complaints } = watched;
  // A page that is still loading has nothing to look at.
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await seesNoFault(watched);
  if (!isKnown) await otherSight(watched, () => seesNoFault(watched));
  expect(await page.locator('.fault').allInnerTexts()).toHaveLength(faults);
  expect(await storageOf(page)).toEqual(nothingStored);
  expect(complaints).toEqual([]);
  const address = `${page.url()} ${await page.title()}`.toLowerCase();
  expect(personal.filter((each) => address.includes(each.toLowerCase()))).toEqual([]);
}

async function seesNoFault(watched: Watched): Promise<void> {
  expect(await faultsOf(watched.page)).toEqual([]);
  expect(await isWiderThanWindow(watched.page)).toBe(false);
  expect(await machineWordsOn(watched.page)).toEqual([]);
  await photograph(watched);
}

/** Looks at the same screen at the other width and in the other colours, and puts both back. */
async function otherSight({ page }: Watched, look: () => Promise<void>): Promise<void> {
  const size = page.viewportSize() ?? { width: widths.desk, height: 900 };
  const isDark = await page.evaluate<boolean>("matchMedia('(prefers-color-scheme: dark)').matches");
  await page.setViewportSize({ ...size, width: size.width === widths.desk ? widths.phone : widths.desk });
  await page.emulateMedia({ colorScheme: isDark ? 'light' : 'dark' });
  await look();
  await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' });
  await page.setViewportSize(size);
}

const folder = process.env['TRELLIS_SCREENSHOTS'];
let taken = 0;

/** A picture of the screen as it stands, where pictures are asked for (`npm run screenshots`); its name says which test and which screen. */
async function photograph({ page }: Watched): Promise<void> {
  if (folder === undefined) return;
  const own = join(folder, basename(expect.getState().testPath ?? '', '.test.ts'));
  mkdirSync(own, { recursive: true });
  taken += 1;
  const heading = (await page.locator('h1').first().innerText()).toLowerCase().replaceAll(/[^a-z]+/g, '-');
  const name = `${String(taken).padStart(2, '0')}-${heading}-${String(page.viewportSize()?.width)}.png`;
  await page.screenshot({ path: join(own, name), fullPage: true });
}
