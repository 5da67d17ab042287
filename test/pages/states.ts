import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { idOf, worker } from '../e2e/network/people.ts';
import { openWindow, signIn } from './browser.ts';
import { chooseChild, consoleAs, job } from './console-as.ts';
import { lookAt } from './look-at.ts';
import type { World } from './world.ts';

const jobs = [
  /Decide a request/,
  /Review an emergency/,
  /Confirm/,
  /Protect/,
  /Why/,
  /Who saw/,
  /Who may/,
  /Record a consent/,
  /Protocols/,
];
const telephone = '705-555-0110';
const registerDown = {
  errors: [
    {
      message: 'The register could not be reached.',
      extensions: {
        code: 'REGISTER_UNAVAILABLE',
        contacts: [{ agency: 'child-protection', title: 'Children’s aid society', telephone }],
      },
    },
  ],
};

async function answerAlways(page: Page, status: number, body: object): Promise<void> {
  await page.route('**/graphql', (route) =>
    route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) }),
  );
}

/** Pages when something fails, when two act at once, and when there is much of everything. */
export function states(world: () => World): void {
  it('with the register down every job says so, with whom to call, and shows nothing old', async () => {
    const watched = await consoleAs(world(), /Whitlock/, { width: 'phone' });
    const { page, context, complaints } = watched;
    await job(page, /Why/);
    await chooseChild(page, idOf('Hugo'));
    await answerAlways(page, 503, registerDown);
    for (const each of jobs) {
      await job(page, each);
      if (each.source === 'Why') continue;
      await page.locator('.fault').first().waitFor();
      await page.getByText(telephone).first().waitFor();
      // The browser itself says that an answer was a 503.
      complaints.length = 0;
      expect(await page.locator('table, ol.tasks').count()).toBe(0);
      await lookAt(watched, [], { faults: 1 });
    }
    await context.close();
  });

  it('with the register down a family is told whom to call, in French', async () => {
    const { browser, url } = world();
    const watched = await openWindow(browser, { width: 'phone', scheme: 'dark', locale: 'fr-CA' });
    const { page, context, complaints } = watched;
    await page.goto(`${url}/family`);
    await answerAlways(page, 503, registerDown);
    await signIn(page, /Colin Fontclair/);
    await page.getByText(telephone).waitFor();
    complaints.length = 0;
    await lookAt(watched, [], { faults: 1 });
    await context.close();
  });

  it('of two officers who decide at once the second is told, and finds it decided', async () => {
    const { network } = world();
    const categories = ['child-protection.risk'];
    await network.ask({
      requester: worker('po-rivard'),
      purpose: 'law-enforcement-investigation',
      query: `mutation { requestDisclosure(input: { child: "${idOf('Theo')}", custodian: "child-protection", purpose: "law-enforcement-investigation", categories: ${JSON.stringify(categories)}, rationale: "Both look at this" }) { id } }`,
    });
    const both = [await consoleAs(world(), /Whitlock/), await consoleAs(world(), /Bannerjee/)] as const;
    for (const { page } of both) {
      await page.getByRole('button', { name: 'Decide a request' }).first().click();
      await page.getByText('Both look at this').waitFor();
      await page.getByLabel('Why you decide as you do').fill('Seen at the same time');
    }
    const [first, second] = both;
    await first.page.getByRole('button', { name: 'Decline' }).click();
    await first.page.getByText(/^Declined\./).waitFor();
    await second.page.getByRole('button', { name: 'Approve' }).click();
    await second.page.getByText(/Somebody else may have acted meanwhile/).waitFor();
    await lookAt(second, [], { faults: 1 });
    expect(await second.page.getByLabel('Why you decide as you do').inputValue()).toBe('Seen at the same time');
    await job(second.page, /Inbox/);
    await job(second.page, /Decide a request/);
    await second.page.getByText(/^Declined\./).waitFor();
    for (const { context } of both) await context.close();
  });

  it('200 tasks and names that are long, or written from right to left, fit a phone', async () => {
    const watched = await openWindow(world().browser, { width: 'phone' });
    const { page, context } = watched;
    await page.goto(`${world().url}/console`);
    await page.route('**/graphql', async (route) => {
      const asked = route.request().postDataJSON() as { operationName?: string };
      await (asked.operationName === 'Inbox'
        ? route.fulfill({ contentType: 'application/json', body: JSON.stringify({ data: fullInbox() }) })
        : route.continue());
    });
    await signIn(page, /Whitlock/);
    await page.getByText('سارة بنت عبد الرحمن').first().waitFor();
    expect(await page.locator('ol.tasks').first().locator('> li').count()).toBe(200);
    await lookAt(watched);
    await context.close();
  });
}

function fullInbox() {
  const names = ['سارة بنت عبد الرحمن', `Wolfe${'schlegelstein'.repeat(12)}`, 'אברהם בן־דוד', 'Ng'];
  const at = '2026-11-01T12:00:00Z';
  return {
    approvals: [],
    emergencyAccesses: [],
    notices: Array.from({ length: 20 }, (_, index) => ({
      id: String(index),
      kind: 'ORDER_RECORDED',
      at,
      child: null,
      record: 'r',
    })),
    confirmations: Array.from({ length: 200 }, (_, index) => ({
      record: String(index),
      kind: 'AUTHORITY',
      act: 'RECORD',
      child: { id: 'x'.repeat(26) },
      by: names[index % names.length],
      byAgency: 'education',
      reason: index % 2 === 0 ? null : `${'A long reason. '.repeat(20)}${'x'.repeat(200)}`,
      askedAt: at,
    })),
  };
}
