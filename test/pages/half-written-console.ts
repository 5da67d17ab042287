import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { idOf, officer, worker } from '../e2e/network/people.ts';
import type { ObservedNetwork } from '../e2e/network/start-observed-network.ts';
import { chooseChild, job } from './console-as.ts';
import type { Form } from './half-written.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Goes to a job about one child, whoever was chosen before. */
async function about(page: Page, name: RegExp, child: string): Promise<void> {
  await job(page, /Inbox/);
  await page.getByRole('heading', { name: 'Waiting for you' }).waitFor();
  await job(page, name);
  const another = page.getByRole('button', { name: 'Choose another child' });
  const which = page.getByLabel('Which child?');
  await another.or(which).waitFor();
  if (await another.isVisible()) await another.click();
  await chooseChild(page, idOf(child));
}

const administration = 'privacy-administration';

async function recordAunt(network: ObservedNetwork): Promise<void> {
  const asked = await network.ask({
    requester: officer('education'),
    purpose: administration,
    query: `mutation { recordAuthority(input: { child: "${idOf('Imani')}", holder: "aunt-of-imani", kind: "custodial-parent", from: "2026-01-01" }) { id } }`,
  });
  expect(asked.errors).toEqual([]);
}

/** A consent that a school's officer wrote down for a mother, and that somebody must answer for. */
async function recordForMother(network: ObservedNetwork): Promise<void> {
  const imani = idOf('Imani');
  const by = 'authority-mother-named-imani-child-named-imani';
  const asked = await network.ask({
    requester: officer('education'),
    purpose: administration,
    query: `mutation { recordConsent(input: { child: "${imani}", by: "${by}", decision: PERMIT, recipients: [{ agency: "education", role: "teacher" }], purposes: ["education-support"], categories: ["mental-health.safety-plan"], evidence: "A form" }) { id state } }`,
  });
  expect(asked.errors).toEqual([]);
}

/** A set of rules that is in force after the one that the network began with. */
async function publishedSet(network: ObservedNetwork): Promise<void> {
  const as = (role: 'privacy-officer' | 'approver', query: string, variables?: Readonly<Record<string, unknown>>) =>
    network.ask({ requester: officer('network', role), purpose: administration, query, variables });
  const { data } = await as('privacy-officer', '{ rules { yaml } }');
  const { yaml } = data?.['rules'] as { yaml: string };
  const text = yaml.replace(/longestApprovalDays: \d+/, 'longestApprovalDays: 301');
  const checked = await as('privacy-officer', 'query Check($yaml: String!) { checkRules(yaml: $yaml) { head } }', {
    yaml: text,
  });
  const { head } = checked.data?.['checkRules'] as { head: number };
  const drafted = await as(
    'privacy-officer',
    'mutation Draft($input: RulesInput!) { draftRules(input: $input) { number } }',
    { input: { base: head, yaml: text, reason: 'Tried' } },
  );
  expect(drafted.errors).toEqual([]);
  const { number: set } = drafted.data?.['draftRules'] as { number: number };
  const approved = await as(
    'approver',
    `mutation { approveRules(number: ${String(set)}) { number } publishRules(number: ${String(set)}) { number } }`,
  );
  expect(approved.errors).toEqual([]);
}

/** Every form of the officers' console. */
export const consoleForms: readonly Form[] = [
  {
    title: 'a request is decided',
    as: /Whitlock/,
    before: async (network) => {
      const asked = await network.ask({
        requester: worker('po-rivard'),
        purpose: 'law-enforcement-investigation',
        query: `mutation { requestDisclosure(input: { child: "${idOf('Noor')}", custodian: "child-protection", purpose: "law-enforcement-investigation", categories: ["child-protection.risk"], rationale: "A call to the home tonight" }) { id } }`,
      });
      expect(asked.errors).toEqual([]);
    },
    open: async (page) => {
      await job(page, /Inbox/);
      await page.getByRole('button', { name: 'Decide a request' }).first().click();
      await page.getByText('A call to the home tonight').waitFor();
    },
    fill: async (page) => {
      await page.getByLabel('Why you decide as you do').fill('Half of a reason');
      await page.getByLabel('Year').fill('2026');
      await page.getByLabel('Month').fill('12');
      await page.getByLabel('Day', { exact: true }).fill('24');
    },
    send: (page) => press(page, 'Approve'),
    does: ['ApproveDisclosure'],
    done: (page) => page.getByText(/^Approved\./).waitFor(),
  },
  {
    title: 'somebody is stopped, with an order',
    as: /Whitlock/,
    open: (page) => about(page, /Protect/, 'Theo'),
    fill: async (page) => {
      await page
        .getByRole('group', { name: 'Who must lose sight?' })
        .getByLabel(/father-named-theo/)
        .check();
      await page.getByLabel('Why?').fill('A judge says so');
      await page.getByLabel('There is a court order').check();
      await page.getByLabel('Which court?').fill('Superior Court');
      await page.getByLabel('File number').fill('F-77');
    },
    send: (page) => press(page, 'Stop them now'),
    does: ['SuspendAuthority', 'RecordOrder'],
    done: (page) => page.getByText(/^Order for this child: /).waitFor(),
  },
  {
    title: 'where a child is, is hidden',
    as: /Whitlock/,
    open: (page) => about(page, /Protect/, 'Gabriel'),
    fill: async (page) => {
      await page
        .getByRole('group', { name: /Who is safe/ })
        .getByLabel(/mother-named-gabriel/)
        .check();
      await press(page, 'Add a brother or sister');
      await page.getByLabel('Which brother or sister?').fill('half of a name');
      await page.getByLabel('Why is it hidden?').fill('The father waits at the school');
    },
    send: (page) => press(page, 'Hide it now'),
    does: ['HideWhereabouts'],
    done: (page) => page.getByText('Hidden from now on.').waitFor(),
  },
  {
    title: 'a consent is recorded with a family',
    as: /Whitlock/,
    open: (page) => about(page, /Record a consent/, 'Gabriel'),
    fill: async (page) => {
      const go = () => press(page, 'Continue');
      await page.getByRole('radio', { name: /mother-named-gabriel/ }).check();
      await go();
      await page.getByRole('radio', { name: /They say yes/ }).check();
      await go();
      await page.getByLabel('With whom?').selectOption('education');
      await go();
      await page.getByRole('checkbox', { name: /agreed to do in a crisis/ }).check();
      await go();
      await page.getByRole('checkbox', { name: 'Education support' }).check();
      await go();
      await go();
      await page.getByLabel(/How do you know/).fill('Form signed at the office, file 12');
      await go();
      await page.getByText(/Vous permettez que/).waitFor();
    },
    send: (page) => press(page, 'They agree: record it'),
    does: ['RecordConsentWithFamily'],
    done: (page) => page.getByText('Recorded.').waitFor(),
  },
  {
    title: 'a child is looked for',
    as: /Whitlock/,
    open: async (page) => {
      await about(page, /Why shown/, 'Gabriel');
      await press(page, 'Choose another child');
    },
    fill: async (page) => {
      await page.getByLabel('Which child?').fill('Gabriel');
      await page.getByLabel('Year').fill('2016');
      await page.getByLabel('Month').fill('3');
      await page.getByLabel('Day', { exact: true }).fill('11');
    },
    send: (page) => press(page, 'Find the child'),
    does: ['ChildrenOfNameAndBirth'],
    asks: true,
    done: (page) => page.locator('.found').waitFor(),
  },
  {
    title: 'an emergency access is reviewed',
    as: /Bannerjee/,
    before: async (network) => {
      const opened = await network.ask({
        requester: worker('iw-moreau'),
        purpose: 'emergency',
        query: `mutation { openEmergencyAccess(child: "${idOf('Theo')}", reason: "Alone at night") { id } }`,
      });
      expect(opened.errors).toEqual([]);
    },
    open: async (page) => {
      await page.getByRole('button', { name: 'Review an emergency access' }).first().click();
      await page.getByText('What was read meanwhile').waitFor();
    },
    fill: async (page) => {
      await page.getByRole('radio', { name: /^No: the reason does not hold/ }).check();
      await page.getByLabel('What you found').fill('Half of a finding');
      await page.getByRole('radio', { name: /^Yes: telling them/ }).check();
    },
    send: (page) => press(page, 'Record the review'),
    does: ['ReviewEmergency'],
    done: (page) => page.getByText(/Reviewed: not justified/).waitFor(),
  },
  {
    title: 'what another person asked for is declined',
    as: /Abernathy/,
    before: recordAunt,
    open: async (page) => {
      await job(page, /Confirm/);
      await page.getByRole('button', { name: 'Confirm who may decide for a child' }).click();
      await page.getByText('Decline it instead').click();
    },
    fill: (page) => page.getByLabel('Why not?').fill('Half of a reason'),
    send: (page) => press(page, 'Decline'),
    does: ['DropProposal'],
    done: (page) => page.getByText(/^Declined: who may decide/).waitFor(),
  },
  {
    title: 'somebody answers for a consent that was written down for another',
    as: /Abernathy/,
    before: recordForMother,
    open: async (page) => {
      await job(page, /Inbox/);
      await page
        .getByRole('button', { name: /^Answer for a consent/ })
        .first()
        .click();
    },
    fill: (page) => page.getByLabel('What did you see?').fill('Half of what was seen'),
    send: (page) => press(page, 'I have seen this: confirm'),
    does: ['AttestConsent'],
    done: (page) =>
      page
        .getByText(/^Confirmed: /)
        .first()
        .waitFor(),
  },
  {
    title: 'it is asked why something was shown',
    as: /Abernathy/,
    open: (page) => about(page, /Why shown/, 'Hugo'),
    fill: async (page) => {
      await page.getByLabel('Who asked?').selectOption('education');
      await page.getByLabel('In which role?').selectOption('teacher');
      await page.getByLabel('Which person?').fill('te-carrow');
      await page.getByLabel('What for?').selectOption('education-support');
    },
    send: (page) => press(page, 'Explain'),
    does: ['Explain'],
    asks: true,
    done: (page) => page.getByText(/Kinds of data shown/).waitFor(),
  },
  {
    title: 'an earlier set of rules is asked back',
    as: /Lavallee/,
    before: publishedSet,
    open: async (page) => {
      await job(page, /Inbox/);
      await job(page, /Change a rule/);
      const number = page.getByLabel('Open another set by its number');
      await number.waitFor({ state: 'attached' });
      if (!(await number.isVisible())) await page.getByText('Sets of rules: drafts').click();
      await number.fill('1');
      await press(page, 'Open');
    },
    fill: (page) => page.getByLabel(/Why go back/).fill('Half of a reason'),
    send: (page) => press(page, 'Ask to go back to this set'),
    does: ['RevertRules'],
    done: (page) => page.getByText(/Asked: to go back to set 1/).waitFor(),
  },
  {
    title: 'a set of rules is drafted',
    as: /Abernathy/,
    open: (page) => job(page, /Change a rule/),
    fill: async (page) => {
      await page.getByText('The whole set as text').click();
      const whole = page.getByLabel('The rules', { exact: true });
      await whole.fill((await whole.inputValue()).replace(/longestApprovalDays: \d+/, 'longestApprovalDays: 300'));
      await page.getByText('Nothing stands in the way.').waitFor();
      await page.getByLabel('Why this change?').fill('Half of a reason');
    },
    send: (page) => press(page, 'Draft this set'),
    does: ['DraftRules'],
    done: (page) => page.getByText(/You wrote this set/).waitFor(),
  },
  {
    title: 'a set of rules is approved',
    as: /Lavallee/,
    open: async (page) => {
      await job(page, /Inbox/);
      await page.getByRole('button', { name: 'Approve a set of rules' }).first().click();
      await press(page, 'See what it changes');
      await page.getByText(/I have read which rules change/).waitFor();
    },
    fill: (page) => page.getByRole('checkbox', { name: /I have read which rules change/ }).check(),
    send: (page) => press(page, 'Approve this set'),
    does: ['ApproveRules'],
    done: (page) => page.getByRole('button', { name: 'Publish now, everywhere' }).waitFor(),
  },
  {
    title: 'a set of rules is published for a day',
    as: /Lavallee/,
    open: () => Promise.resolve(),
    fill: async (page) => {
      await page.getByLabel('Year').fill('2031');
      await page.getByLabel('Month').fill('5');
      await page.getByLabel('Day', { exact: true }).fill('4');
    },
    send: (page) => press(page, 'Publish for that day'),
    does: ['PublishRules'],
    done: (page) => page.getByText(/Goes live/).waitFor(),
  },
  {
    title: 'it is asked what one user saw',
    as: /Castellan/,
    open: async (page) => {
      await job(page, /Who saw/);
      await page.getByText('By a user').click();
    },
    fill: (page) => page.getByLabel('Which user?').fill('te-carrow'),
    send: (page) => press(page, 'Look'),
    does: ['SeenBy'],
    asks: true,
    done: (page) => page.locator('table.seen, .empty').first().waitFor(),
  },
  {
    title: 'a permission is taken back for whoever gave it',
    as: /Thornbury/,
    open: async (page) => {
      await about(page, /Who may/, 'Adèle');
      await page.getByRole('button', { name: 'They take it back' }).first().click();
    },
    fill: (page) => page.getByLabel(/How do you know/).fill('Half of how it is known'),
    send: (page) => press(page, 'Take it back now'),
    does: ['WithdrawConsentForFamily'],
    done: (page) => page.getByRole('button', { name: 'Leave it' }).waitFor({ state: 'detached' }),
  },
];
