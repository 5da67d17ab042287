import { expect, it } from '@jest/globals';
import { openWindow } from './browser.ts';
import { fast3g, WatchedTraffic, type Slowness, type Traffic } from './watch-traffic.ts';
import type { World } from './world.ts';

interface Visit {
  readonly traffic: Traffic;
  readonly ms: number;
}

const figures = process.env['TRELLIS_FIGURES'] !== undefined;
const phones: readonly Slowness[] = figures ? [fast3g, { ...fast3g, cpu: 4 }] : [fast3g];

/** The family's page on a slow network: what it loads, and how often one request waits for another. How long that takes is for a quiet machine to say (`npm run nightly -- pages`). */
export function slowPhone(world: () => World): void {
  it.each(phones)(
    'on $title (processor slowed $cpu times) the family page waits for two round trips before the sign-in and four after it, with a cache or without',
    async (slowness) => {
      const { first, signedIn, second } = await visits(world(), slowness);
      if (figures) console.log(told(slowness, { first, signedIn, second }));
      expect(first.traffic.roundTrips).toBeLessThanOrEqual(2);
      expect(first.traffic.bytes).toBeLessThan(90_000);
      expect(signedIn.traffic.roundTrips).toBeLessThanOrEqual(4);
      expect(signedIn.traffic.bytes).toBeLessThan(20_000);
      expect(second.traffic.roundTrips).toBeLessThanOrEqual(2);
      expect(second.traffic.bytes).toBeLessThan(6_000);
      // Nothing that was asked for early was of no use: the browser would have said so.
      expect(first.complaints).toEqual([]);
    },
  );
}

const noteLink = `new MutationObserver((_changes, observer) => {
  if (document.querySelector('a.button') === null) return;
  window.linkWasThere = Date.now();
  observer.disconnect();
}).observe(document, { childList: true, subtree: true })`;

async function visits({ browser, url }: World, slowness: Slowness) {
  const { page, context, complaints } = await openWindow(browser, { width: 'phone' });
  // The moment at which the link is there, by the page's own clock: a busy machine sees it late.
  await page.addInitScript(noteLink);
  const watched = new WatchedTraffic(context, slowness);
  await watched.watch(page);
  const measured = async (act: () => Promise<number | undefined>): Promise<Visit> => {
    watched.take();
    const began = Date.now();
    const ended = (await act()) ?? Date.now();
    return { ms: Math.round(ended - began), traffic: watched.take(ended) };
  };
  const link = page.getByRole('link', { name: 'Sign in' });
  const visit = async (): Promise<number> => {
    await page.goto(`${url}/family`, { waitUntil: 'commit' });
    await link.waitFor();
    return page.evaluate<number>('window.linkWasThere');
  };
  const first = await measured(visit);
  await page.waitForLoadState('networkidle');
  const [popup] = await Promise.all([page.waitForEvent('popup'), link.click()]);
  await watched.watch(popup);
  const mother = popup.getByRole('link', { name: /Nadine Rivard/ }).first();
  await mother.click();
  const button = popup.getByRole('button', { name: 'Sign in' });
  await button.waitFor();
  const signedIn = await measured(async () => {
    await button.click();
    await page.locator('.menu').waitFor();
    return undefined;
  });
  await page.waitForLoadState('networkidle');
  await page.goto('about:blank');
  const second = await measured(visit);
  await context.close();
  return { first: { ...first, complaints }, signedIn, second };
}

function told({ title, cpu }: Slowness, all: Readonly<Record<string, Visit>>): string {
  const each = Object.entries(all).map(
    ([name, { ms, traffic }]) =>
      `${name} ${String(ms)} ms, ${String(traffic.bytes)} bytes, ${String(traffic.urls.length)} requests, ${String(traffic.roundTrips)} round trips, ${String(traffic.idleMs)} ms with nothing on its way`,
  );
  return `${title}, processor slowed ${String(cpu)} times: ${each.join('; ')}`;
}
