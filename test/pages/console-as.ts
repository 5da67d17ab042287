import type { Page } from 'playwright-core';
import { openWindow, signIn, type Watched, type Width } from './browser.ts';
import type { World } from './world.ts';

interface Sight {
  readonly width?: Width;
  readonly scheme?: 'light' | 'dark';
}

/** The console, signed in as an officer, at the inbox; `lookAt` has not looked at it yet. */
export async function consoleAs(
  { browser, url }: World,
  name: RegExp,
  { width = 'desk', scheme = 'light' }: Sight = {},
): Promise<Watched> {
  const watched = await openWindow(browser, { width, scheme });
  await watched.page.goto(`${url}/console`);
  await signIn(watched.page, name);
  await watched.page.getByRole('heading', { name: 'Waiting for you' }).waitFor();
  return watched;
}

/** Goes to a job; on a phone the jobs are behind a button. */
export async function job(page: Page, name: RegExp): Promise<void> {
  const jobs = page.getByRole('navigation', { name: 'Jobs' });
  const button = jobs.getByRole('button', { name: 'Jobs' });
  if (await button.isVisible()) await button.click();
  await jobs.getByRole('link', { name }).click();
}

/** Names the child that the officer works on. */
export async function chooseChild(page: Page, id: string): Promise<void> {
  await page.getByLabel('Which child?').fill(id);
  await page.getByRole('button', { name: 'Find the child' }).click();
}
