import { expect } from '@jest/globals';
import { faultsOf, isWiderThanWindow, nothingStored, storageOf, type Watched } from './browser.ts';

/** What holds of every screen in every state: nothing for axe to find, nothing stored, nothing refused or complained of, no wider than its window. */
export async function lookAt({ page, complaints }: Watched, personal: readonly string[] = []): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  expect(await isWiderThanWindow(page)).toBe(false);
  expect(await storageOf(page)).toEqual(nothingStored);
  expect(complaints).toEqual([]);
  const address = `${page.url()} ${await page.title()}`.toLowerCase();
  expect(personal.filter((each) => address.includes(each.toLowerCase()))).toEqual([]);
}
