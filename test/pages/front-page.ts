import { expect, it } from '@jest/globals';
import { openWindow } from './browser.ts';
import { lookAt } from './look-at.ts';
import type { World } from './world.ts';

// Each is looked at from its opposite too.
const sights = [
  { width: 'desk', scheme: 'light' },
  { width: 'phone', scheme: 'light' },
] as const;

/** The front page, as a newcomer reads it. */
export function frontPage(world: () => World): void {
  it.each(sights)('reads well on a $width in $scheme, and keeps nothing', async ({ width, scheme }) => {
    const { browser, url } = world();
    const watched = await openWindow(browser, { width, scheme });
    const { page, context } = watched;
    await page.goto(`${url}/`);
    await page.locator('.tally').nth(1).waitFor();
    await page.locator('.piece summary').first().click();
    await lookAt(watched);
    await context.close();
  });

  it("shows Adèle's safety plan to her teacher, not to her caseworker, and says how to ask and why", async () => {
    const { browser, url } = world();
    const { page, context } = await openWindow(browser);
    await page.goto(`${url}/`);
    const [teacher, caseworker] = [page.locator('.view').nth(0), page.locator('.view').nth(1)];
    const plan = '[data-coordinate="MentalHealthRecord.safetyPlan"]';
    const diagnosis = '[data-coordinate="MentalHealthRecord.conditions"]';
    await teacher.locator('.tally').waitFor();
    await caseworker.locator('.tally').waitFor();
    expect(await teacher.locator(plan).getAttribute('data-state')).toBe('shown');
    expect(await caseworker.locator(plan).getAttribute('data-state')).toBe('withheld');
    expect(await teacher.locator(diagnosis).innerText()).toMatch(/Withheld\. Can be shown with consent/);
    await teacher.locator(plan).getByText('Why?').click();
    expect(await teacher.locator(plan).innerText()).toMatch(/Line 9 of ten decided/);
    // The same question, as a command that anybody may run.
    expect(await page.locator('pre').first().innerText()).toContain('--user te-delorme --purpose education-support');
    await context.close();
  });

  it('is used by keyboard alone: another child, other eyes', async () => {
    const { browser, url } = world();
    const { page, context } = await openWindow(browser);
    await page.goto(`${url}/`);
    await page.getByRole('radio', { name: /Adèle/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: 'Gabriel Cedarpoint, side by side' }).waitFor();
    const first = page.getByLabel('Seen by');
    await first.focus();
    await first.press('ArrowDown');
    await page.locator('.tally').nth(1).waitFor();
    expect(await first.inputValue()).not.toBe('te-vale');
    await context.close();
  });
}
