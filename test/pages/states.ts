import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { idOf, worker } from '../e2e/network/people.ts';
import { openWindow, signIn } from './browser.ts';
import { chooseChild, consoleAs, job } from './console-as.ts';
import { instead } from './instead.ts';
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

const names = ['سارة بنت عبد الرحمن', `Wolfe${'schlegelstein'.repeat(12)}`, 'אברהם בן־דוד', 'Ng'];

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
      await lookAt(watched, [], { faults: 1, isKnown: each !== jobs[0] });
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
    await page.getByText('Le registre n’a pas pu être joint.', { exact: false }).waitFor();
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
      const task = page.locator('ol.tasks > li', { hasText: 'Theo Larkham' });
      await task.getByRole('button', { name: 'Decide a request' }).click();
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

  it('with an agency down its pieces say so, apart from what is withheld, and the rest stays', async () => {
    const { network, browser, url } = world();
    const clinic = network.proxies['mental-health'];
    if (clinic === undefined) throw new Error('There is no such agency.');
    const watched = await openWindow(browser, { width: 'phone' });
    const { page, context } = watched;
    clinic.condition = 'down';
    try {
      await page.goto(`${url}/`);
      await page.locator('.tally').nth(1).waitFor();
      const teacher = page.locator('.view').first();
      const state = (coordinate: string) =>
        teacher.locator(`[data-coordinate="${coordinate}"]`).getAttribute('data-state');
      expect(await state('MentalHealthRecord.safetyPlan')).toBe('failed');
      expect(await state('MentalHealthRecord.conditions')).toBe('withheld');
      expect(await state('EducationRecord.grade')).toBe('shown');
      await lookAt(watched);
    } finally {
      clinic.condition = 'up';
    }
    await context.close();
  });

  it('with the service that knows names down a family still reads what is shared, and whom to call', async () => {
    const { network, browser, url } = world();
    const identity = network.proxies['identity'];
    if (identity === undefined) throw new Error('There is no such agency.');
    const watched = await openWindow(browser, { width: 'phone' });
    const { page, context } = watched;
    identity.condition = 'down';
    try {
      await page.goto(`${url}/family`);
      await signIn(page, /Nadine Rivard/);
      await page.getByText('An agency could not be reached just now.', { exact: false }).waitFor();
      await lookAt(watched, [], { faults: 1 });
      await page.getByRole('button', { name: 'What is shared, and with whom' }).click();
      await page
        .getByRole('heading', { name: /let a teacher/ })
        .first()
        .waitFor();
    } finally {
      identity.condition = 'up';
    }
    await context.close();
  });

  it('10,000 entries of the ledger are read page by page, and back', async () => {
    const watched = await consoleAs(world(), /Castellan/);
    const { page, context } = watched;
    await instead(page, 'SeenBy', ({ after }) => manyEntries(Number(after ?? 0)));
    await job(page, /Who saw/);
    const shown = (user: string) => page.locator('table.seen td', { hasText: `(user ${user})` });
    await page.getByText('Lately').click();
    await shown('user-0').waitFor();
    await lookAt(watched, ['user-0']);
    await page.getByRole('button', { name: 'Older entries' }).click();
    await shown('user-50').waitFor();
    expect(await page.locator('table.seen tbody tr').count()).toBe(50);
    await page.getByRole('button', { name: 'Newest entries' }).click();
    await shown('user-0').waitFor();
    await context.close();
  });

  it('200 people who may decide, and as many decisions, fit a phone whatever their names', async () => {
    const watched = await consoleAs(world(), /Castellan/, { width: 'phone' });
    const { page, context } = watched;
    await instead(page, 'WhoMayDecide', manyDecisions);
    await job(page, /Who may/);
    await chooseChild(page, idOf('Hugo'));
    await page.getByText('سارة بنت عبد الرحمن').first().waitFor();
    expect(await page.locator('table.list tbody tr').count()).toBe(200);
    await lookAt(watched);
    await context.close();
  });
}

function fullInbox() {
  const at = '2026-11-01T12:00:00Z';
  return {
    approvals: [],
    emergencyAccesses: [],
    notices: Array.from({ length: 20 }, (_, index) => ({
      id: String(index),
      sentence: 'A court order was recorded.',
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

function manyEntries(from: number) {
  const edges = Array.from({ length: 50 }, (_, index) => ({
    cursor: String(from + index + 1),
    node: {
      at: '2026-11-01T12:00:00Z',
      purpose: 'treatment',
      categories: ['mental-health.condition'],
      summarised: [],
      ruleSet: 1,
      requester: { agency: 'mental-health', role: 'clinician', user: `user-${String(from + index)}` },
      grounds: [{ kind: 'RULE', id: 'a-rule' }],
      child: null,
      proof: null,
    },
  }));
  return { disclosures: { edges, pageInfo: { hasNextPage: from + 50 < 10_000, endCursor: String(from + 50) } } };
}

function manyDecisions() {
  const each = Array.from({ length: 200 }, (_, index) => index);
  const authorities = each.map((index) => ({
    id: `authority-${String(index)}`,
    holder: names[index % names.length],
    kind: 'custodial-parent',
    domains: null,
    jointWith: [],
    from: '2020-01-01',
    to: null,
    suspended: index % 5 === 0,
  }));
  const consents = each.map((index) => ({
    id: `consent-${String(index)}`,
    decision: index % 2 === 0 ? 'PERMIT' : 'REFUSE',
    by: `authority-${String(index)}`,
    state: 'ACTIVE',
    effect: { state: 'IN_FORCE', sentence: 'It opens what it names.' },
    recipients: [{ agency: 'education', role: 'teacher', user: null }],
    purposes: ['education-support'],
    categories: ['mental-health.safety-plan'],
    from: '2020-01-01T00:00:00Z',
    to: null,
  }));
  return { child: { id: 'x'.repeat(26), authorities, consents } };
}
