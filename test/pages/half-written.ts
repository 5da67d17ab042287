import { afterAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ObservedNetwork } from '../e2e/network/start-observed-network.ts';
import { openWindow, signIn, type Watched } from './browser.ts';
import type { World } from './world.ts';

/** A form, or a question with a button, of one of the pages. */
export interface Form {
  readonly title: string;
  readonly as: RegExp;
  /** Whatever must be on the record before. */
  readonly before?: (network: ObservedNetwork) => Promise<void>;
  /** Goes there from wherever the page is. */
  readonly open: (page: Page) => Promise<void>;
  readonly fill: (page: Page) => Promise<void>;
  readonly send: (page: Page) => Promise<void>;
  /** The operations that the network does when it is sent, each once. */
  readonly does: readonly string[];
  /** A question goes on by itself once somebody has signed in; an act is sent again by whoever meant it. */
  readonly asks?: true;
  /** A button alone, with nothing to write. */
  readonly isButton?: true;
  readonly done: (page: Page) => Promise<unknown>;
}

interface Place {
  readonly url: () => string;
  /** Signs in on the page as it opens. */
  readonly enter: (page: Page, name: RegExp) => Promise<void>;
  /** The page itself knows when its session is over; otherwise the network is the first to say so. */
  readonly hasClock: boolean;
}

/** The request to sign in again. */
const bar = '.expired, .over';
const refused = /This was not done: your session had ended/;

/** Everything that is written or chosen on a screen, and what is read back there. */
function writtenOn(page: Page): Promise<readonly unknown[]> {
  return page.evaluate(`[...document.querySelectorAll('main input, main textarea, main select, main section[lang], main [role="group"].warn')].map((each) =>
    ['checkbox', 'radio'].includes(each.type) ? [each.id.replace(/^mantine-.*/, ''), each.name === '' ? each.value : '', each.checked] : each.value ?? each.innerText)`);
}

/** A window in which one person goes from form to form; its requests pass through here, so that a session can end. */
class Visit {
  readonly done: string[] = [];
  readonly watched: Watched;
  #isOver = false;

  constructor(watched: Watched) {
    this.watched = watched;
  }

  async watch(): Promise<void> {
    await this.watched.context.route('**/graphql', async (route) => {
      const headers = await route.request().allHeaders();
      // As a token whose time is over: the network's own refusal.
      const response = await route.fetch(this.#isOver ? { headers: { ...headers, authorization: 'Bearer over' } } : {});
      const { operationName = '' } = route.request().postDataJSON() as { operationName?: string };
      const { errors } = (await response.json()) as { errors?: unknown };
      if (response.ok() && errors === undefined) this.done.push(operationName);
      await route.fulfill({ response });
    });
    await this.watched.context.route('**/token', async (route) => {
      const response = await route.fetch();
      this.#isOver = false;
      await route.fulfill({ response });
    });
  }

  /** Closes the window; what is still asked then is nobody's fault. */
  async end(): Promise<void> {
    await this.watched.context.unrouteAll({ behavior: 'ignoreErrors' });
    await this.watched.context.close();
  }

  /** Until somebody is given another token. */
  endSession(): void {
    this.#isOver = true;
  }
}

/** Whatever is written when a session ends is there after the next sign-in, in every form, and is done once. */
export function halfWritten(world: () => World, place: Place, forms: readonly Form[]): void {
  const visits = new Map<string, Promise<Visit>>();
  const visitOf = async (name: RegExp): Promise<Visit> => {
    const visit = new Visit(await openWindow(world().browser));
    const { page } = visit.watched;
    if (place.hasClock) await page.clock.install();
    await visit.watch();
    await page.goto(place.url());
    await place.enter(page, name);
    return visit;
  };
  afterAll(async () => {
    for (const each of await Promise.allSettled(visits.values()))
      if (each.status === 'fulfilled') await each.value.end();
  });

  it.each(forms)('$title', async ({ as, before, open, fill, send, does, asks, isButton, done }) => {
    await before?.(world().network);
    const name = as.source;
    visits.set(name, visits.get(name) ?? visitOf(as));
    const visit = (await visits.get(name)) as Visit;
    const { page } = visit.watched;
    await open(page);
    await fill(page);
    const written = await writtenOn(page);
    expect(written.length > 0).toBe(isButton !== true);
    visit.done.length = 0;

    visit.endSession();
    // The clock of the page alone is put forward, and back again: its token is as old as it says.
    if (place.hasClock) await page.clock.fastForward('01:00:00');
    if (place.hasClock) await page.locator(bar).waitFor();
    expect(await writtenOn(page)).toEqual(written);
    await send(page);
    await page.locator(bar).waitFor();
    if (asks === undefined) {
      await page.getByText(refused).waitFor();
      expect(await writtenOn(page)).toEqual(written);
    }
    expect(visit.done.filter((operation) => does.includes(operation))).toEqual([]);

    if (place.hasClock) await page.clock.setSystemTime(new Date());
    await signIn(page, as, 'Sign in again');
    await page.locator(bar).waitFor({ state: 'detached' });
    if (asks === undefined) {
      expect(await writtenOn(page)).toEqual(written);
      await send(page);
    }
    await done(page);
    for (const each of does) expect(visit.done.filter((operation) => operation === each)).toEqual([each]);
  });
}
