import { expect, it } from '@jest/globals';
import { idOf, officer } from '../e2e/network/people.ts';
import { readAt } from '../e2e/network/read-at.ts';
import { faultsOf, isWiderThanWindow, openWindow, type Watched } from './browser.ts';
import type { CaseworkerApp } from './start-caseworker-app.ts';
import type { World } from './world.ts';

/** The partner app that developers copy, as a caseworker uses it. */
export function caseworkerApp(world: () => World, app: () => CaseworkerApp): void {
  const signedIn = async (name: RegExp): Promise<Watched> => {
    const watched = await openWindow(world().browser, { width: 'phone' });
    await watched.page.goto(app().url);
    await watched.page.getByRole('link', { name }).click();
    await watched.page.getByRole('button', { name: 'Sign in' }).click();
    return watched;
  };

  it('is compressed under 200,000 bytes in all', () => {
    expect(app().bytes).toBeGreaterThan(50_000);
    expect(app().bytes).toBeLessThan(200_000);
  });

  it('tells withheld from shown, says how to ask, and keeps nothing', async () => {
    const { page, context, complaints } = await signedIn(/M\. Renaud/);
    await page.getByRole('button', { name: 'Adèle Rivard' }).click();
    await page.getByRole('heading', { name: 'Adèle Rivard' }).waitFor();
    // A way to a whole file promises nothing of what is in it.
    for (const said of await page.locator('.withheld').allInnerTexts()) {
      if (said.startsWith('Withheld with the whole file.')) expect(said).toMatch(/may stay withheld|does not change/);
      else expect(said).toMatch(/^Withheld\. ./);
    }
    expect((await page.locator('.withheld').allInnerTexts()).join()).toMatch(/may consent/);
    expect(await page.locator('dl').innerText()).toMatch(/Risk\s+High/);
    expect(await faultsOf(page)).toEqual([]);
    expect(await isWiderThanWindow(page)).toBe(false);
    expect(page.url()).not.toContain(idOf('Adèle'));
    expect(await page.evaluate('({ ...sessionStorage, ...localStorage })')).toEqual({});
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('asks a custodian for what it may approve, and the custodian finds the request', async () => {
    const { network } = world();
    const { page, context } = await signedIn(/M\. Renaud/);
    await page.getByRole('button', { name: 'Adèle Rivard' }).click();
    await page.getByLabel('Why is it needed?').fill('She missed three appointments');
    await page.getByRole('button', { name: /^Ask/ }).first().click();
    await page.getByText(/^Asked\./).waitFor();
    const asked = async (agency: string) => {
      const query = '{ approvals(state: PENDING) { rationale } }';
      const { data } = await network.ask({ requester: officer(agency), purpose: 'privacy-administration', query });
      return readAt(data, 'approvals.rationale');
    };
    const all = await Promise.all(['mental-health', 'education', 'police'].map(asked));
    expect(all.flat().filter((each) => each === 'She missed three appointments')).toHaveLength(1);
    await context.close();
  });

  it('finds a child by name, opens emergency access for a reason, and says that it will be reviewed', async () => {
    const { network } = world();
    const { page, context } = await signedIn(/M\. Renaud/);
    await page.getByRole('button', { name: 'Is this child safe tonight?' }).click();
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByText(/^Give your number/).waitFor();
    await page.getByLabel(/number for the child/).fill('no such number');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByText(/Nobody was found/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'My caseload' }).click();
    await page.getByRole('button', { name: 'Adèle Rivard' }).click();
    await page.getByText(/choose “emergency” at the top/).waitFor();
    await page.getByLabel('What for').selectOption('emergency');
    await page.getByRole('heading', { name: 'Is the child in danger now?' }).waitFor();
    expect(await page.getByText(/your reason will be reviewed/).isVisible()).toBe(true);
    await page.getByLabel('What is happening?').fill('Alone at home at night');
    await page.getByRole('button', { name: 'Open emergency access' }).click();
    await page.getByText(/Emergency access is open until/).waitFor();
    const query = '{ emergencyAccesses(reviewed: false) { user reason } }';
    const society = officer('child-protection');
    const { data } = await network.ask({ requester: society, purpose: 'privacy-administration', query });
    expect(readAt(data, 'emergencyAccesses.reason')).toContain('Alone at home at night');
    await context.close();
  });

  it('opens emergency access by name to a child it could not find, ends it, and is told of the review', async () => {
    const { network } = world();
    const { page, context, complaints } = await signedIn(/M\. Renaud/);
    await page.getByRole('button', { name: 'Is this child safe tonight?' }).click();
    await page.getByLabel('Full name').fill('Hugo Montclair');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByText(/^Give your number/).waitFor();
    await page.getByRole('button', { name: 'This is an emergency' }).click();
    // Another purpose, and what was typed is still there.
    expect(await page.getByLabel('Full name').inputValue()).toBe('Hugo Montclair');
    await page.getByRole('heading', { name: 'Is Hugo Montclair in danger now?' }).waitFor();
    expect(await page.getByText(/The search and what you read are on the record/).isVisible()).toBe(true);
    const open = page.getByRole('button', { name: 'Open emergency access by name' });
    expect(await open.isDisabled()).toBe(true);
    await page.getByLabel('What is happening?').fill('A neighbour hears him cry');
    await page.getByLabel('Full name').fill('Nobody Atall');
    await open.click();
    await page.getByText('No single child fits.', { exact: false }).waitFor();
    expect(await page.getByLabel('What is happening?').inputValue()).toBe('A neighbour hears him cry');
    expect(await faultsOf(page)).toEqual([]);
    expect(await isWiderThanWindow(page)).toBe(false);
    await page.getByLabel('Full name').fill('Hugo Montclair');
    await open.click();
    await page.getByRole('heading', { name: 'Hugo Montclair', exact: true }).waitFor();
    await page.getByRole('button', { name: 'My emergency accesses' }).click();
    const own = page.locator('li', { hasText: 'A neighbour hears him cry' });
    await own.getByText(/It will be reviewed by/).waitFor();
    await own.getByText(/Open until/).waitFor();
    await own.getByRole('button', { name: 'End it now' }).click();
    await own.getByText(/Over since/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await isWiderThanWindow(page)).toBe(false);
    const asSociety = (query: string) =>
      network.ask({ requester: officer('child-protection'), purpose: 'privacy-administration', query });
    const { data } = await asSociety('{ emergencyAccesses(reviewed: false) { id reason } }');
    const accesses = data?.['emergencyAccesses'] as readonly { id: string; reason: string }[];
    const id = accesses.find(({ reason }) => reason === 'A neighbour hears him cry')?.id ?? '';
    await asSociety(
      `mutation { reviewEmergencyAccess(id: "${id}", finding: "He was alone, as said.", justified: true) { id } }`,
    );
    await page.getByRole('button', { name: 'My caseload' }).click();
    await page.getByRole('button', { name: 'My emergency accesses' }).click();
    await own.getByText('Reviewed: justified. He was alone, as said.').waitFor();
    expect(page.url()).not.toContain(idOf('Hugo'));
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says that the network could not answer, and not that nobody was found', async () => {
    const { page, context } = await signedIn(/M\. Renaud/);
    await page.getByRole('button', { name: 'Is this child safe tonight?' }).click();
    await page.route('**/graphql', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/json',
        body: '{"errors":[{"message":"x","extensions":{"code":"REGISTER_UNAVAILABLE"}}]}',
      }),
    );
    await page.getByLabel(/number for the child/).fill('12');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByText(/The network could not answer/).waitFor();
    expect(await page.getByText(/Nobody was found/).count()).toBe(0);
    await context.close();
  });
}
