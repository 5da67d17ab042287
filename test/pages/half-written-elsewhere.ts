import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { idOf, officer } from '../e2e/network/people.ts';
import type { Form } from './half-written.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Goes to a screen of the family's page from whichever is open. */
async function screen(page: Page, name: string): Promise<void> {
  const back = page.getByRole('button', { name: '← Back' });
  if (await back.isVisible()) await back.click();
  await press(page, name);
}

const done = (page: Page) => page.getByText('Done. It counts from now on, everywhere.').waitFor();

/** Every form of the family's page. */
export const familyForms: readonly Form[] = [
  {
    title: 'a permission is taken back',
    as: /Nadine Rivard/,
    open: (page) => screen(page, 'What is shared, and with whom'),
    fill: (page) => press(page, 'I change my mind'),
    send: (page) => press(page, 'Yes, stop now'),
    does: ['WithdrawConsent'],
    done,
  },
  {
    title: 'somebody says yes to what another has permitted',
    as: /Nadine Rivard/,
    open: async (page) => {
      await screen(page, 'What is shared, and with whom');
      await page.getByRole('button', { name: 'I say yes to this too' }).waitFor();
    },
    fill: () => Promise.resolve(),
    send: (page) => press(page, 'I say yes to this too'),
    does: ['AgreeToo'],
    isButton: true,
    done,
  },
  {
    title: 'a correction is asked for',
    as: /Nadine Rivard/,
    open: (page) => screen(page, 'Ask for a correction'),
    fill: async (page) => {
      await page.getByLabel('Which agency?').selectOption('education');
      await page.getByLabel(/What is wrong/).fill('Half of what is wrong');
    },
    send: (page) => press(page, 'Send it'),
    does: ['RequestCorrection'],
    done,
  },
  {
    title: 'a mother hides where they are',
    as: /Nadine Rivard/,
    open: (page) => screen(page, 'Hide where we are'),
    fill: (page) => page.getByLabel(/What is happening/).fill('Half of what happens'),
    send: (page) => press(page, 'Hide it now'),
    does: ['HideFromFamily'],
    done,
  },
  {
    title: 'a child says something in her own words',
    as: /Maya Sandhu/,
    open: (page) => screen(page, 'Say something in my own words'),
    fill: async (page) => {
      await page.getByLabel('What do you want to say?').fill('Half of what I want to say');
      await page.getByRole('checkbox', { name: 'School boards' }).check();
      await page.getByRole('checkbox', { name: /somebody hurts me/ }).check();
    },
    send: (page) => press(page, 'Put it on the record'),
    does: ['RecordStatement'],
    done,
  },
  {
    title: 'a mother agrees to what waits for her',
    as: /Nadine Okoro/,
    before: async (network) => {
      const asked = await network.ask({
        requester: officer('education'),
        purpose: 'privacy-administration',
        query: `mutation { recordConsent(input: { child: "${idOf('Imani')}", by: "authority-mother-named-imani-child-named-imani", decision: PERMIT, recipients: [{ agency: "education" }], purposes: ["education-support"], categories: ["mental-health.involvement"], evidence: "A form" }) { state } }`,
      });
      expect(asked.errors).toEqual([]);
    },
    open: (page) => screen(page, 'What waits for me'),
    fill: (page) => page.getByRole('button', { name: 'Yes, I agree' }).first().waitFor(),
    send: (page) => page.getByRole('button', { name: 'Yes, I agree' }).first().click(),
    does: ['ConfirmConsent'],
    isButton: true,
    done,
  },
];

const menu = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name }).click();
const worksFor = (page: Page, purpose: string) => page.getByLabel('What for').selectOption(purpose);

/** Every form of the partner app that developers copy. */
export const workerForms: readonly Form[] = [
  {
    title: 'a worker asks for what an agency may approve',
    as: /M\. Renaud/,
    open: async (page) => {
      await page.getByRole('button', { name: 'Adèle Rivard' }).click();
      await page.getByLabel('Why is it needed?').waitFor();
    },
    fill: (page) => page.getByLabel('Why is it needed?').fill('Half of a reason'),
    send: (page) => page.getByRole('button', { name: /^Ask/ }).first().click(),
    does: ['AskFor'],
    done: (page) => page.getByText(/^Asked\./).waitFor(),
  },
  {
    title: 'a worker looks for a child',
    as: /M\. Renaud/,
    open: (page) => menu(page, 'Is this child safe tonight?'),
    fill: (page) => page.getByLabel(/number for the child/).fill('half of a number'),
    send: (page) => press(page, 'Find'),
    does: ['ByNumber'],
    done: (page) => page.getByText(/Nobody was found/).waitFor(),
  },
  {
    title: 'a worker opens emergency access',
    as: /M\. Renaud/,
    open: async (page) => {
      await menu(page, 'My caseload');
      await page.getByRole('button', { name: 'Rosalie Fontclair' }).click();
      await worksFor(page, 'emergency');
      await page.getByRole('heading', { name: 'Is the child in danger now?' }).waitFor();
    },
    fill: (page) => page.getByLabel('What is happening?').fill('Half of what happens'),
    send: (page) => press(page, 'Open emergency access'),
    does: ['OpenEmergency'],
    done: (page) => page.getByText(/Emergency access is open until/).waitFor(),
  },
  {
    title: 'a worker opens emergency access by name',
    as: /M\. Renaud/,
    open: async (page) => {
      await worksFor(page, 'emergency');
      await menu(page, 'Is this child safe tonight?');
    },
    fill: async (page) => {
      await page.getByLabel('Full name').fill('Hugo Montclair');
      await page.getByLabel('What is happening?').fill('Half of what happens');
    },
    send: (page) => press(page, 'Open emergency access by name'),
    does: ['OpenEmergencyByName'],
    done: (page) => page.getByRole('heading', { name: 'Hugo Montclair', exact: true }).waitFor(),
  },
  {
    title: 'a worker ends an emergency access',
    as: /M\. Renaud/,
    open: async (page) => {
      await menu(page, 'My emergency accesses');
      await page.getByRole('button', { name: 'End it now' }).first().waitFor();
    },
    fill: () => Promise.resolve(),
    send: (page) => page.getByRole('button', { name: 'End it now' }).first().click(),
    does: ['CloseEmergency'],
    isButton: true,
    done: (page) =>
      page.getByRole('button', { name: 'End it now', disabled: true }).first().waitFor({ state: 'detached' }),
  },
];
