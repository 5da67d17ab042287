import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { idOf, worker } from '../e2e/network/people.ts';
import { openWindow, signIn } from './browser.ts';
import { consoleAs } from './console-as.ts';
import type { World } from './world.ts';

/** Low enough that pages scroll, and a bar that stays could cover something. */
const smallPhone = { width: 390, height: 600 };

/** Where the focus is, and what is wrong with the place. */
interface Place {
  readonly name: string;
  /** Its top, from the top of the document. */
  readonly top: number;
  readonly faults: readonly string[];
}

const placeOf = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return { name: '', top: -1, faults: ['the focus is nowhere'] };
  const label = at.labels?.[0] ?? document.getElementById((at.getAttribute('aria-labelledby') ?? '').split(' ')[0]);
  const group = at.closest('[role="radiogroup"], [role="group"], fieldset');
  const name = [at.getAttribute('aria-label'), label?.innerText, at.innerText || at.value].find((each) => (each ?? '') !== '') ?? at.tagName;
  const rect = at.getBoundingClientRect();
  const faults = [];
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  const isPlace = at.tabIndex < 0;
  if (!isPlace && (outlineStyle === 'none' || parseFloat(outlineWidth) < 2)) faults.push('nothing shows the focus');
  const top = Math.max(rect.top, 0), bottom = Math.min(rect.bottom, innerHeight);
  if (bottom - top < Math.min(rect.height, 24) - 1) faults.push('out of view: ' + rect.top + ' to ' + rect.bottom);
  if (!isPlace) {
    // In the middle, and near both ends: a bar may cover a part.
    for (const y of [top + 3, (top + bottom) / 2, bottom - 3]) {
      const over = document.elementFromPoint(rect.left + Math.min(rect.width / 2, 40), y);
      if (over !== null && !at.contains(over) && !over.contains(at) && !(label?.contains(over) ?? false)) faults.push('covered by ' + over.outerHTML.slice(0, 80));
    }
    const whole = ['checkbox', 'radio'].includes(at.type) && label ? label.getBoundingClientRect() : rect;
    const width = Math.max(whole.right, rect.right) - Math.min(whole.left, rect.left);
    const height = Math.max(whole.bottom, rect.bottom) - Math.min(whole.top, rect.top);
    if (width < 24 || height < 24) faults.push('too small: ' + width + ' by ' + height);
  }
  return { name: name.replaceAll(/\\\\s+/g, ' ').trim(), top: rect.top + scrollY, faults: faults.map((each) => name + ': ' + each) };
})()`;

const here = (page: Page): Promise<Place> => page.evaluate<Place>(placeOf);

/** Whoever has no mouse: Tab, Enter, Space, arrows and letters. */
class Keys {
  readonly #page: Page;
  /** Everything that was wrong on the way. */
  readonly faults: string[] = [];

  constructor(page: Page) {
    this.#page = page;
  }

  /** Goes on by Tab until something of this name has the focus; each place on the way is looked at, and lies below the one before it. */
  to(name: RegExp): Promise<void> {
    return this.#go(name, 'Tab');
  }

  /** The same the other way, from below upwards. */
  backTo(name: RegExp): Promise<void> {
    return this.#go(name, 'Shift+Tab');
  }

  async #go(name: RegExp, key: 'Tab' | 'Shift+Tab'): Promise<void> {
    const passed: string[] = [];
    let above = (await here(this.#page)).top;
    for (let times = 0; times < 60; times += 1) {
      await this.#page.keyboard.press(key);
      const place = await here(this.#page);
      this.faults.push(...place.faults);
      // Two may stand side by side.
      const ahead = key === 'Tab' ? place.top - above : above - place.top;
      if (ahead < -30) this.faults.push(`${place.name}: not where the way leads after ${passed.at(-1) ?? ''}`);
      above = place.top;
      if (name.test(place.name)) return;
      passed.push(place.name);
    }
    throw new Error(`${key} leads to no ${String(name)}, only to: ${passed.join(' | ')}`);
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  async write(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** After an act the focus is somewhere near it: within this, or on it. */
  async isIn(selector: string): Promise<void> {
    const found = await this.#page
      .waitForFunction(
        `document.activeElement !== document.body && document.activeElement.closest(${JSON.stringify(selector)}) !== null`,
        undefined,
        { timeout: 20_000 },
      )
      .then(
        () => true,
        () => false,
      );
    if (!found) {
      const { name } = await here(this.#page);
      this.faults.push(`after the act the focus is not in ${selector}, but at “${name}”`);
    }
  }
}

/** The main jobs at 390 px by keyboard alone. */
export function keyboardOfFamily(world: () => World): void {
  it('a family does everything on its page by keyboard alone, on a phone', async () => {
    const { page, context } = await openWindow(world().browser, { width: 'phone' });
    await page.setViewportSize(smallPhone);
    await page.goto(`${world().url}/family`);
    await signIn(page, /Nadine Penhale/);
    await page.locator('.menu').waitFor();
    const keys = new Keys(page);
    await keys.to(/^What is shared/);
    await keys.press('Enter');
    await page.getByRole('button', { name: 'I change my mind' }).first().waitFor();
    await keys.isIn('main');
    await keys.to(/^I change my mind/);
    await keys.press('Enter');
    await keys.isIn('[role="group"]');
    await keys.to(/^Back/);
    await keys.press('Space');
    await keys.isIn('.decision button');
    await keys.press('Enter');
    await page.getByText('Stop sharing this?').waitFor();
    await keys.press('Enter');
    await page.getByText('Done. It counts from now on, everywhere.').waitFor();
    await page.getByRole('button', { name: 'I change my mind' }).waitFor({ state: 'detached' });
    await keys.isIn('.note.done, main');
    await keys.backTo(/Back$/);
    await keys.press('Enter');
    await keys.isIn('.menu button');
    expect((await here(page)).name).toMatch(/^What is shared/);
    await keys.to(/^Ask for a correction/);
    await keys.press('Enter');
    await keys.to(/^Which agency/);
    await keys.press('ArrowDown');
    await keys.to(/^What is wrong/);
    await keys.write('The school is another.');
    await keys.to(/^Send it/);
    await keys.press('Enter');
    await page.locator('.panel').getByText('The school is another.').waitFor();
    await keys.isIn('form');
    await keys.backTo(/Back$/);
    await keys.press('Enter');
    await keys.isIn('.menu button');
    await keys.backTo(/^Say something/);
    await keys.press('Enter');
    await keys.isIn('main');
    await keys.to(/^What do you want to say/);
    await keys.write('We moved.');
    await keys.to(/^School boards/);
    await keys.press('Space');
    await keys.to(/^Put it on the record/);
    await keys.press('Enter');
    await page.getByText('Done. It counts from now on, everywhere.').waitFor();
    await keys.isIn('form');
    // The session ends: who is asked to sign in again still finds the way out, above it.
    const over = { status: 401, json: { errors: [{ message: 'x', extensions: { code: 'UNAUTHENTICATED' } }] } };
    await page.route('**/graphql', (route) => route.fulfill(over));
    await keys.backTo(/^What do you want to say/);
    await keys.write('And more.');
    await keys.to(/^School boards/);
    await keys.press('Space');
    await keys.to(/^Put it on the record/);
    await keys.press('Enter');
    await page.locator('.expired').waitFor();
    await keys.isIn('form');
    await keys.backTo(/^Sign in again/);
    await page.route('https://weather.gc.ca/**', (route) => route.fulfill({ body: 'weather' }));
    await keys.backTo(/^Leave this page/);
    expect(keys.faults).toEqual([]);
    await keys.press('Enter');
    await page.waitForURL('https://weather.gc.ca/');
    await context.close();
  });
}

/** The same of the officers' jobs (a), (b) and (f). */
export function keyboardOfConsole(world: () => World): void {
  it('officers decide, protect and review by keyboard alone, on a phone', async () => {
    const { network } = world();
    await network.ask({
      requester: worker('po-rivard'),
      purpose: 'law-enforcement-investigation',
      query: `mutation { requestDisclosure(input: { child: "${idOf('Rosalie')}", custodian: "child-protection", purpose: "law-enforcement-investigation", categories: ["child-protection.risk"], rationale: "A call to the home tonight" }) { id } }`,
    });
    const { page, context } = await consoleAs(world(), /Whitlock/, { width: 'phone' });
    await page.setViewportSize(smallPhone);
    const keys = new Keys(page);
    // (a) from the inbox to a decision
    await keys.to(/^Decide a request/);
    await keys.press('Enter');
    await page.getByLabel('Why you decide as you do').waitFor();
    await keys.isIn('main');
    await keys.to(/^Why you decide/);
    await keys.write('Not needed for this.');
    await keys.to(/^Decline/);
    await keys.press('Enter');
    await page.getByText(/^Declined\./).waitFor();
    await keys.isIn('.note.done');
    // (b) protect a child now; the jobs are behind a button, above
    await keys.backTo(/^Jobs/);
    await keys.press('Enter');
    await keys.to(/^Protect a child now/);
    await keys.press('Enter');
    await keys.isIn('main');
    await keys.to(/^Choose another child/);
    await keys.press('Enter');
    await keys.isIn('.find-child');
    await keys.write(idOf('Noor'));
    await keys.press('Enter');
    await page
      .getByText(/Reads \d+ kinds of data/)
      .first()
      .waitFor();
    await keys.isIn('main');
    await keys.to(/^Custodial parent \(user father-named-noor\)/);
    await keys.press('Space');
    await keys.to(/^Why\?/);
    await keys.write('Alleged to have hurt the child');
    await keys.to(/^Stop them now/);
    await keys.press('Enter');
    await page.getByText(/father-named-noor\): suspended/).waitFor();
    await keys.isIn('form');
    // (f) an emergency access
    await keys.backTo(/^Jobs/);
    await keys.press('Enter');
    await keys.to(/^Review an emergency/);
    await keys.press('Enter');
    await page.locator('ol.tasks button').first().waitFor();
    await keys.isIn('main');
    await keys.to(/^Opened /);
    await keys.press('Enter');
    await page.getByText('What was read meanwhile').waitFor();
    await keys.isIn('main');
    await keys.to(/^Yes: the child may have been/);
    await keys.press('ArrowDown');
    await keys.press('ArrowUp');
    await keys.to(/^What you found/);
    await keys.write('Needed that night, and no more was read.');
    await keys.to(/^Record the review/);
    await keys.press('Enter');
    await page.getByText(/Reviewed: justified/).waitFor();
    await keys.isIn('.note.done');
    expect(keys.faults).toEqual([]);
    await context.close();
  });
}
