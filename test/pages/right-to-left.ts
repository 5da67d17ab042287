import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { idOf, officer, worker } from '../e2e/network/people.ts';
import { openWindow, signIn } from './browser.ts';
import { chooseChild, consoleAs, job } from './console-as.ts';
import { lookAt } from './look-at.ts';
import type { World } from './world.ts';

/** The names that the network knows, and what the pages are told in their place; what people wrote as well. */
const turned: readonly (readonly [known: string, told: string])[] = [
  ['authority-mother-named-imani', 'authority-mother-named-imani'],
  ['authority-father-named-imani', 'authority-father-named-imani'],
  ['mother-named-imani', 'אמא-של-אימאני'],
  ['father-named-imani', 'أبو-إيماني-12'],
  ['child-named-imani', 'child-named-imani'],
  ['Imani Okoro', 'إيماني أوكورو (Imani) 12'],
  ['cw-renaud', 'רנו-12'],
  ['po-rivard', 'ريفار-7'],
  ['privacy-officer-education-1', 'קצין-1'],
  ['A call to the home tonight', 'שיחה לבית הלילה: 12 (דחוף).'],
  ['She waits at the school', 'هي تنتظر في المدرسة، 3 (A).'],
  ['He reads this', 'הוא קורא את זה (12).'],
];

/** Tells a page other names than the network knows, in both directions of the wire. */
async function tellTurned(page: Page, whoReads?: string): Promise<void> {
  // Whoever reads is known to the page by what the sign-in said.
  const names = turned.filter(([known]) => known !== whoReads);
  const replaced = (text: string, back: boolean): string =>
    names.reduce(
      // An identifier is left as it is: it is marked by a letter that no name has until all names are replaced.
      (rest, [known, told]) =>
        known === told ? rest : back ? rest.replaceAll(told, known) : putFor(rest, known, told),
      text,
    );
  await page.route('**/graphql', async (route) => {
    const postData = replaced(route.request().postData() ?? '', true);
    const response = await route.fetch({ postData });
    await route.fulfill({ response, body: replaced(await response.text(), false) });
  });
}

/** Within identifiers of records the names stay: `authority-mother-named-imani`. */
function putFor(text: string, known: string, told: string): string {
  return text.replaceAll(new RegExp(`(?<!authority-)${known}(?!-)`, 'g'), told);
}

/** The parts of sentences that stand on one line and not in their order: what comes before a name, the name, and what comes after it. */
function outOfOrderOn(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const rectOf = (node, from, to) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
      return rects.length === 1 ? rects[0] : undefined;
    };
    const found = [];
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      const { data } = nodes.currentNode;
      for (const { index, 0: name } of data.matchAll(/\\u2068[^\\u2069]+\\u2069/g)) {
        const end = index + name.length;
        if (index === 0 || end === data.length) continue;
        const [before, middle, after] = [[index - 1, index], [index + 1, end - 1], [end, end + 1]].map(([from, to]) => rectOf(nodes.currentNode, from, to));
        if (before === undefined || middle === undefined || after === undefined) continue;
        if (Math.abs(before.bottom - middle.bottom) > 4 || Math.abs(after.bottom - middle.bottom) > 4) continue;
        if (before.right > middle.left + 1 || middle.right > after.left + 1) found.push(data);
      }
    }
    return found;
  })()`);
}

/** Names and words that are written from right to left, inside the pages' sentences. */
export function rightToLeft(world: () => World): void {
  it('names and words from right to left turn nothing around them on any screen of the console', async () => {
    const { network } = world();
    const imani = idOf('Imani');
    const ask = (requester: Parameters<typeof network.ask>[0]['requester'], purpose: string, query: string) =>
      network.ask({ requester, purpose, query });
    await ask(
      worker('po-rivard'),
      'law-enforcement-investigation',
      `mutation { requestDisclosure(input: { child: "${imani}", custodian: "child-protection", purpose: "law-enforcement-investigation", categories: ["child-protection.risk"], rationale: "A call to the home tonight" }) { id } }`,
    );
    await ask(
      officer('education'),
      'privacy-administration',
      `mutation { recordConsent(input: { child: "${imani}", by: "authority-mother-named-imani-child-named-imani", decision: PERMIT, recipients: [{ agency: "mental-health", user: "cw-renaud" }], purposes: ["treatment"], categories: ["child-protection.involvement"], evidence: "She waits at the school" }) { id } }`,
    );
    await ask(worker('cw-renaud'), 'ongoing-protection-service', `{ child(id: "${imani}") { protection { status } } }`);
    const watched = await consoleAs(world(), /Whitlock/, { width: 'phone' });
    const { page, context } = watched;
    await tellTurned(page);
    const look = async (): Promise<void> => {
      await lookAt(watched, ['imani'], { isKnown: true });
      expect(await outOfOrderOn(page)).toEqual([]);
    };
    await job(page, /Why shown/);
    await chooseChild(page, imani);
    await job(page, /Inbox/);
    await page.getByText('إيماني أوكورو').first().waitFor();
    await look();
    await page
      .locator('ol.tasks > li', { hasText: 'إيماني' })
      .getByRole('button', { name: 'Decide a request' })
      .first()
      .click();
    await page.getByText('שיחה לבית הלילה').waitFor();
    await page.locator('.would-open li').first().waitFor();
    await look();
    await job(page, /Protect/);
    await page
      .getByText(/Reads \d+ kinds of data/)
      .first()
      .waitFor();
    await page.getByLabel('Why?').fill('הוא קורא את זה (12).');
    await look();
    await job(page, /Who may/);
    await page.locator('.decided li').first().waitFor();
    await look();
    await job(page, /Record a consent/);
    await page.getByRole('radio', { name: /אמא-של-אימאני/ }).waitFor();
    await look();
    await job(page, /Who saw/);
    await page.locator('table.seen tbody tr').first().waitFor();
    await look();
    await job(page, /Why shown/);
    await page.getByLabel('Who asked?').selectOption('family');
    await page.getByLabel('In which role?').selectOption('parent');
    await page.getByLabel('Which person?').fill('אמא-של-אימאני');
    await page.getByLabel('What for?').selectOption('family-access');
    await page.getByRole('button', { name: 'Explain' }).click();
    await page.getByText(/Kinds of data shown/).waitFor();
    await look();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  });

  it('a family reads names and its own words as they are written', async () => {
    const watched = await openWindow(world().browser, { width: 'phone' });
    const { page, context } = watched;
    await page.goto(`${world().url}/family`);
    await tellTurned(page, 'mother-named-imani');
    await signIn(page, /Nadine Okoro/);
    await page.getByText('إيماني أوكورو').waitFor();
    await lookAt(watched, ['imani'], { isKnown: true });
    await page.getByRole('button', { name: 'Ask for a correction' }).click();
    await page.getByLabel('Which agency?').selectOption('education');
    await page.getByLabel(/What is wrong/).fill('הוא קורא את זה (12).');
    await page.getByRole('button', { name: 'Send it' }).click();
    await page.locator('.panel').getByText('הוא קורא את זה').waitFor();
    await lookAt(watched, ['imani'], { isKnown: true });
    await page.getByRole('button', { name: '← Back' }).click();
    await page.getByRole('button', { name: 'What waits for me' }).click();
    await page.getByText('רנו-12').first().waitFor();
    await lookAt(watched, ['imani'], { isKnown: true });
    expect(await outOfOrderOn(page)).toEqual([]);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  });
}
