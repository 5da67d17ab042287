import { expect, it } from '@jest/globals';
import { faultsOf, isWiderThanWindow, nothingStored, openWindow, storageOf } from './browser.ts';
import type { World } from './world.ts';

const everySight = (['desk', 'phone'] as const).flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
);

/** The explorer, as the developer of a partner app first meets it. */
export function explorer(world: () => World): void {
  it.each(everySight)('asks as a person for a purpose on a $width in $scheme, and keeps nothing', async (sight) => {
    const { browser, url } = world();
    const { page, context, complaints } = await openWindow(browser, sight);
    await page.goto(`${url}/explorer`);
    await page.getByText('The documentation shows what this requester may ever see.').waitFor();
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.locator('.result-window', { hasText: '"disclosure"' }).waitFor();
    expect(await page.locator('.result-window').innerText()).not.toContain('UNAUTHENTICATED');
    expect(await faultsOf(page)).toEqual([]);
    expect(await isWiderThanWindow(page)).toBe(false);
    for (const part of ['.graphiql-query-editor', '.result-window']) {
      const box = await page.locator(part).boundingBox();
      expect(box?.width).toBeGreaterThan(250);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    }
    expect(await storageOf(page)).toEqual(nothingStored);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('offers the purposes of whoever is chosen', async () => {
    const { browser, url } = world();
    const { page, context } = await openWindow(browser);
    await page.goto(`${url}/explorer`);
    await page.getByLabel('Ask as').selectOption('privacy-officer-network-1');
    expect(await page.getByLabel('Purpose').locator('option').allInnerTexts()).toEqual(['privacy-administration']);
    await context.close();
  });
}
