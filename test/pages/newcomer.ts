import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { idOf, worker } from '../e2e/network/people.ts';
import { openWindow, signIn, type Width } from './browser.ts';
import { consoleAs, job } from './console-as.ts';
import type { World } from './world.ts';

/** What somebody who has never seen the console meets on the shortest way through a job. */
class Way {
  actions = 0;
  screens = 0;
  words = 0;

  /** Something that one presses, chooses or writes. */
  async act(act: Promise<unknown>): Promise<void> {
    await act;
    this.actions += 1;
  }

  /** A screen, or an answer on it, that one reads from top to bottom once what one waits for is there; of what stood there before only what is new. */
  async read(page: Page, awaited: string | RegExp, box = 'main'): Promise<void> {
    await page.getByText(awaited).first().waitFor();
    const text = await page.locator(box).first().innerText();
    this.screens += 1;
    this.words += text.split(/\s+/).filter((each) => /\p{L}/u.test(each)).length;
  }
}

const figures = process.env['TRELLIS_FIGURES'] !== undefined;
const widths: readonly Width[] = ['desk', 'phone'];

/** Four jobs by the shortest way, counted: nobody is timed (docs/trials.md). Only where figures are asked for (`npm run nightly -- pages`). */
export function newcomer(world: () => World): void {
  if (!figures) return;
  it.each(widths)('counts what a newcomer reads and does, on a %s', async (width) => {
    await something(world());
    const ways: Record<string, Way> = {};
    for (const [name, way] of Object.entries({ inbox, why, decide, review })) ways[name] = await way(world(), width);
    const said = Object.entries(ways).map(
      ([name, { actions, screens, words }]) =>
        `${name} ${String(actions)} actions, ${String(screens)} screens, ${String(words)} words`,
    );
    console.log(`a newcomer on a ${width}, ${String(said.length)} cases: ${said.join('; ')}`);
    for (const { actions, words } of Object.values(ways)) {
      expect(actions).toBeLessThanOrEqual(12);
      expect(words).toBeLessThanOrEqual(1_500);
    }
  });
}

/** A request to decide and an emergency access to review. */
async function something({ network }: World): Promise<void> {
  await network.ask({
    requester: worker('po-rivard'),
    purpose: 'law-enforcement-investigation',
    query: `mutation { requestDisclosure(input: { child: "${idOf('Noor')}", custodian: "child-protection", purpose: "law-enforcement-investigation", categories: ["child-protection.risk"], rationale: "A call to the home tonight" }) { id } }`,
  });
}

/** (a) What waits for me, by when? */
async function inbox({ browser, url }: World, width: Width): Promise<Way> {
  const way = new Way();
  const { page, context } = await openWindow(browser, { width });
  await page.goto(`${url}/console`);
  await way.read(page, 'Officers’ console');
  await way.act(signIn(page, /Whitlock/));
  // The two pages of the sign-in are the issuer's own: a press on each.
  way.actions += 2;
  await way.read(page, /Waits since|By \w+ \d/);
  await context.close();
  return way;
}

/** (c) Why was the teacher shown the plan and not the diagnosis, and what would change it? */
async function why(world: World, width: Width): Promise<Way> {
  const way = new Way();
  const { page, context } = await consoleAs(world, /Abernathy/, { width });
  if (width === 'phone') way.actions += 1;
  await way.act(job(page, /Why shown/));
  await way.read(page, 'Choose a child and who asked');
  await way.act(page.getByLabel('Which child?').fill('Adèle Rivard'));
  await way.act(page.getByRole('button', { name: 'Find the child' }).click());
  await way.act(page.getByRole('button', { name: /^Adèle Rivard/ }).click());
  await way.act(page.getByLabel('Who asked?').selectOption('education'));
  await way.act(page.getByLabel('In which role?').selectOption('teacher'));
  await way.act(page.getByLabel('Which person?').fill('te-delorme'));
  await way.act(page.getByLabel('What for?').selectOption('education-support'));
  await way.act(page.getByRole('button', { name: 'Explain' }).click());
  await page.getByText(/Kinds of data shown/).waitFor();
  await way.act(page.getByLabel('Which kind of data?').fill('diagnos'));
  const found = '[data-category="mental-health.condition"]';
  await way.act(page.locator(found).locator('summary').first().click());
  await way.read(page, 'What would change it.', found);
  await context.close();
  return way;
}

/** (d) Who asks for what, what would open, and my decision. */
async function decide(world: World, width: Width): Promise<Way> {
  const way = new Way();
  const { page, context } = await consoleAs(world, /Whitlock/, { width });
  await way.read(page, 'Waiting for you');
  await way.act(
    page
      .getByRole('button', { name: /Decide a request/ })
      .first()
      .click(),
  );
  await way.read(page, /Opens, for this person|Nothing opens|Stays withheld|shown this already/);
  await way.act(page.getByLabel('Why you decide as you do').fill('CYFSA s. 292: imminent risk'));
  await way.act(page.getByRole('button', { name: width === 'phone' ? 'Approve' : 'Decline' }).click());
  await page.getByText(/^(?:Approved|Declined)\./).waitFor();
  await context.close();
  return way;
}

/** (f) Was the emergency real, and is the family told? */
async function review(world: World, width: Width): Promise<Way> {
  const way = new Way();
  const { page, context } = await consoleAs(world, /Bannerjee/, { width });
  await way.read(page, 'Waiting for you');
  const tasks = page.getByRole('button', { name: 'Review an emergency access' });
  await way.act(tasks.first().click());
  await way.read(page, 'What was read meanwhile');
  await way.act(page.getByRole('radio', { name: /^Yes: the child may have been/ }).check());
  await way.act(page.getByLabel('What you found').fill('Needed that night, and no more was read.'));
  if (width === 'phone') {
    // The last one is recorded on the second of the two widths alone.
    await way.act(page.getByRole('button', { name: 'Record the review' }).click());
    await page.getByText(/Reviewed: justified/).waitFor();
  } else way.actions += 1;
  await context.close();
  return way;
}
