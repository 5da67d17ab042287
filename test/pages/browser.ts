import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

// The headless shell is the same browser without its windows, and takes a quarter less of the processor.
const candidates = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const { CHROMIUM } = process.env;

/** The browser that the pages are tried in: what CHROMIUM names, or one that was found; undefined where this machine has none. */
export const chromiumPath = (CHROMIUM === undefined ? candidates : [CHROMIUM]).find((path) => existsSync(path));

export const widths = { desk: 1280, phone: 390 } as const;
export type Width = keyof typeof widths;

/** A page with everything kept that a test wants to know of afterwards. */
export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console said, and what the policy refused: none, on a page that is well. */
  readonly complaints: string[];
}

export function launch(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('No Chromium was found.');
  return chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
  });
}

/** Opens a window of its own: nothing is shared with another. */
export async function openWindow(
  browser: Browser,
  {
    width = 'desk',
    scheme = 'light',
    locale = 'en-CA',
  }: { width?: Width; scheme?: 'light' | 'dark'; locale?: string } = {},
): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: widths[width], height: 900 },
    colorScheme: scheme,
    locale,
    timezoneId: 'America/Toronto',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(120_000);
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, context, complaints };
}

/** What axe finds wrong with a page as it stands, one line each. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  // No page has a frame within it: axe needs no second window to put its findings together, and what is well need not be listed.
  const { violations } = await new AxeBuilder({ page: page as never })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map((node) => `${String(impact)} ${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** Whether anything of a page is wider than its window. */
export function isWiderThanWindow(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
}

/** Everything that the page left where it outlives it. */
export function storageOf(page: Page): Promise<unknown> {
  return page.evaluate(
    '(async () => ({ local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie, databases: await indexedDB.databases(), caches: await caches.keys() }))()',
  );
}

export const nothingStored = { local: {}, session: {}, cookies: '', databases: [], caches: [] };

/** Signs somebody in on a page that shows the sign-in, in the window that opens for it. */
export async function signIn(
  page: Page,
  name: string | RegExp,
  button: string | RegExp = /Sign in|Se connecter/,
): Promise<void> {
  const [popup] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: button }).click()]);
  await popup.getByRole('link', { name }).first().click();
  await popup.getByRole('button', { name: 'Sign in' }).click();
}
