import { expect, it } from '@jest/globals';
import type { Requester } from '@trellis/vocabulary';
import { idOf, officer, system, worker } from '../e2e/network/people.ts';
import { readAt } from '../e2e/network/read-at.ts';
import { openWindow, signIn, type Width } from './browser.ts';
import { chooseChild, consoleAs, job } from './console-as.ts';
import { lookAt } from './look-at.ts';
import type { World } from './world.ts';

/** The officers' jobs, each done as its officer would. */
export function consoleJobs(world: () => World): void {
  const open = (name: RegExp, width: Width = 'desk', scheme: 'light' | 'dark' = 'light') =>
    consoleAs(world(), name, { width, scheme });

  it('(a) (d) a request waits in the inbox; its effect is said, and approved it opens exactly that', async () => {
    const { network } = world();
    const noor = idOf('Noor');
    const asks = { requester: worker('po-rivard'), purpose: 'law-enforcement-investigation' };
    const risk = { ...asks, query: `{ child(id: "${noor}") { protection { riskLevel planOfService { goals } } } }` };
    const requested = await network.ask({
      ...asks,
      query: `mutation { requestDisclosure(input: { child: "${noor}", custodian: "child-protection", purpose: "law-enforcement-investigation", categories: ["child-protection.risk"], rationale: "A call to the home tonight" }) { id } }`,
    });
    expect(requested.errors).toEqual([]);
    expect(readAt((await network.ask(risk)).data, 'child.protection.riskLevel')).toEqual([null]);

    // What one agency asks of another is between the two; protocols are seen by the network too.
    const query = '{ approvals { child { id } } }';
    const asSeenBy = async (agency: string) =>
      readAt(
        (await network.ask({ requester: officer(agency), purpose: 'privacy-administration', query })).data,
        'approvals.child',
      );
    expect((await asSeenBy('child-protection')).some((each) => each !== null)).toBe(true);
    expect(new Set(await asSeenBy('network'))).toEqual(new Set([null]));

    const watched = await open(/Whitlock/);
    const { page, context } = watched;
    await lookAt(watched, [noor, 'rivard']);
    await page
      .getByRole('button', { name: /Decide a request/ })
      .first()
      .click();
    await page.getByText('A call to the home tonight').waitFor();
    await page
      .locator('.would-open')
      .getByText(/Opens, for this person, this child and this purpose/)
      .waitFor();
    await lookAt(watched, [noor, 'rivard']);
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('link', { name: 'Say why' }).click();
    await page.keyboard.type('CYFSA s. 292: imminent risk');
    await lookAt(watched);
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText(/^Approved\./).waitFor();
    await lookAt(watched);
    const { data } = await network.ask(risk);
    expect(readAt(data, 'child.protection.riskLevel')).not.toEqual([null]);
    expect(readAt(data, 'child.protection.planOfService')).toEqual([null]);
    await context.close();
  });

  it('(a) what takes two people waits for the second, who sees exactly what it is and confirms it', async () => {
    const { network } = world();
    const imani = idOf('Imani');
    const asked = await network.ask({
      requester: officer('education'),
      purpose: 'privacy-administration',
      query: `mutation { recordAuthority(input: { child: "${imani}", holder: "aunt-of-imani", kind: "custodial-parent", from: "2026-01-01" }) { id confirmed } }`,
    });
    expect(readAt(asked.data, 'recordAuthority.confirmed')).toEqual([false]);
    const watched = await open(/Abernathy/);
    const { page, context } = watched;
    await page.getByRole('button', { name: 'Confirm who may decide for a child' }).click();
    await page.getByText('User aunt-of-imani').waitFor();
    await lookAt(watched, [imani, 'aunt']);
    await page.getByRole('button', { name: 'I have seen this: confirm' }).click();
    await page.getByText(/^Confirmed: who may decide/).waitFor();
    await lookAt(watched);
    await job(page, /Inbox/);
    await page.getByText(/^Confirmed: who may decide/).waitFor();
    expect(await page.getByRole('button', { name: 'Confirm who may decide for a child' }).count()).toBe(0);
    await lookAt(watched);
    await context.close();
  });

  it('(f) an emergency access is reviewed beside exactly what was read; the family is not told unless it is said', async () => {
    const { network } = world();
    const willa = idOf('Willa');
    await network.ask({
      requester: worker('iw-moreau'),
      purpose: 'emergency',
      query: `{ child(id: "${willa}") { mentalHealth { safetyPlan { copingSteps } } } }`,
    });
    const watched = await open(/Bannerjee/, 'phone', 'dark');
    const { page, context } = watched;
    await lookAt(watched, [willa, 'moreau']);
    await page.getByRole('button', { name: 'Review an emergency access' }).first().click();
    await page.getByText('opened by the emergency').first().waitFor();
    await lookAt(watched, [willa, 'moreau']);
    await page.getByRole('button', { name: 'Record the review' }).click();
    await page.getByRole('link', { name: 'Say whether it was justified' }).click();
    await page.keyboard.press('Space');
    await page.getByLabel('What you found').fill('The plan was needed that night, and no more was read.');
    expect(await page.getByRole('radio', { name: 'No, not now' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Record the review' }).click();
    await page.getByText(/Reviewed: justified/).waitFor();
    await lookAt(watched);
    await context.close();
  });

  it('(c) the ten lines say why the teacher is shown a plan and no diagnosis, and what would change it', async () => {
    const watched = await open(/Abernathy/);
    const { page, context } = watched;
    await job(page, /Why shown/);
    await chooseChild(page, idOf('Adèle'));
    await page.getByRole('button', { name: 'Explain' }).click();
    await page.getByRole('link', { name: 'Choose who asked' }).waitFor();
    await lookAt(watched, [idOf('Adèle')]);
    await page.getByLabel('Who asked?').selectOption('education');
    await page.getByLabel('In which role?').selectOption('teacher');
    await page.getByLabel('Which person?').fill('te-delorme');
    await page.getByLabel('What for?').selectOption('education-support');
    await page.getByRole('button', { name: 'Explain' }).click();
    const of = (category: string) => page.locator(`[data-category="${category}"]`);
    await of('mental-health.safety-plan').locator('summary').first().click();
    expect(await of('mental-health.safety-plan').innerText()).toMatch(/Line 9 decided/);
    await of('mental-health.condition').locator('summary').first().click();
    expect(await of('mental-health.condition').innerText()).toMatch(
      /What would change it\.\s+Can be shown with consent/,
    );
    await of('mental-health.condition').getByText('Whose yes would open it now?').click();
    await of('mental-health.condition')
      .getByText(
        /A yes of the custodial parent \(user mother-named-adele\) by itself would open nothing\. Together with a yes of the custodial parent \(user father-named-adele\) it would open it\./,
      )
      .waitFor();
    await of('mental-health.safety-plan').getByText('Who could be given it now?').click();
    await of('mental-health.safety-plan').locator('.seers', { hasText: 'School boards' }).waitFor();
    await lookAt(watched, [idOf('Adèle'), 'delorme']);
    // A name that people call each other by is no name of a token: the answer says about whom it is.
    await page.getByText('Ask about somebody else, or another day').click();
    expect(await page.getByLabel('Which person?').inputValue()).toBe('te-delorme');
    await page.getByLabel('Which person?').fill('C. Delorme');
    await page.getByRole('button', { name: 'Explain' }).click();
    await page
      .getByText(/Nobody called “C\. Delorme” is assigned to this child at School boards\..*te-delorme/)
      .waitFor();
    await lookAt(watched, ['delorme']);
    await context.close();
  });

  it('(b) what a carer reads is told by the role that the rules give, not by the name of the kind', async () => {
    const { network } = world();
    const child = idOf('Willa');
    const act = (requester: Requester, purpose: string, act: string) =>
      network.ask({ requester, purpose, query: `mutation { ${act} { id } }` });
    const placed = `openInvolvement(input: { child: "${child}", kind: "placement", evidence: "e", assigned: ["cw-renaud"] })`;
    await act(system('child-protection'), 'privacy-administration', placed);
    const carer = `recordAuthority(input: { child: "${child}", holder: "foster-1", kind: "foster-carer", from: "2026-01-01" })`;
    const { data } = await act(worker('cw-renaud'), 'placement', carer);
    const { id } = (data as { recordAuthority: { id: string } }).recordAuthority;
    await act(officer('network'), 'privacy-administration', `confirmAuthority(id: "${id}")`);
    const { page, context } = await open(/Whitlock/);
    await job(page, /Protect/);
    await chooseChild(page, child);
    const shown = page.getByRole('region', { name: 'foster-1' });
    await shown.getByText(/Reads \d+ kinds of data/).waitFor();
    await context.close();
  });

  it('(b) a father loses sight at once, and the page says so', async () => {
    const watched = await open(/Whitlock/);
    const { page, context } = watched;
    await job(page, /Protect/);
    await chooseChild(page, idOf('Noor'));
    const father = page.getByRole('region', { name: 'father-named-noor' });
    await father.getByText(/Reads \d+ kinds of data/).waitFor();
    await page.getByRole('button', { name: 'Stop them now' }).click();
    await page.getByRole('link', { name: 'Choose at least one person' }).click();
    await page
      .getByRole('group', { name: 'Who must lose sight?' })
      .getByLabel(/father-named-noor/)
      .check();
    await page.getByLabel('Why?').fill('Alleged to have hurt the child');
    await lookAt(watched, [idOf('Noor')]);
    await page.getByRole('button', { name: 'Stop them now' }).click();
    await page.getByText(/father-named-noor\): suspended/).waitFor();
    await father.getByText('Reads nothing.').waitFor();
    await father.getByText(/Read \d+ before: \d+ are withheld now/).waitFor();
    await lookAt(watched);
    await context.close();
  });

  it('(b) an order that could not be recorded is recorded when it is tried again, though the person is suspended by then', async () => {
    const { network } = world();
    const watched = await open(/Whitlock/);
    const { page, context } = watched;
    await page.route('**/graphql', async (route) => {
      const { operationName } = route.request().postDataJSON() as { operationName?: string };
      const body = JSON.stringify({ errors: [{ message: 'x', extensions: { code: 'REGISTER_UNAVAILABLE' } }] });
      await (operationName === 'RecordOrder'
        ? route.fulfill({ status: 503, contentType: 'application/json', body })
        : route.continue());
    });
    await job(page, /Protect/);
    await chooseChild(page, idOf('Theo'));
    const stopped = page.getByRole('group', { name: 'Who must lose sight?' }).getByLabel(/father-named-theo/);
    await stopped.check();
    await page.getByLabel('Why?').fill('A judge says so');
    await page.getByLabel('There is a court order').check();
    await page.getByLabel('Which court?').fill('Superior Court');
    await page.getByLabel('File number').fill('F-77');
    await page.getByRole('button', { name: 'Stop them now' }).click();
    await page.getByText(/father-named-theo\): suspended/).waitFor();
    await page.locator('.fault').waitFor();
    await page.unroute('**/graphql');
    expect(await stopped.isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Stop them now' }).click();
    await page.getByText(/^Order for this child: /).waitFor();
    const query = '{ standingOrders(first: 200) { reference } }';
    const asked = { requester: officer('child-protection'), purpose: 'privacy-administration', query };
    expect(readAt((await network.ask(asked)).data, 'standingOrders.reference')).toContain('F-77');
    await context.close();
  });

  it('(b) where a child is, is hidden at once from all but those who are safe, with who lost sight of what', async () => {
    const { network } = world();
    const gabriel = idOf('Gabriel');
    const watched = await open(/Whitlock/, 'phone');
    const { page, context } = watched;
    await job(page, /Protect/);
    await chooseChild(page, gabriel);
    const mother = page.getByRole('region', { name: 'mother-named-gabriel' });
    const father = page.getByRole('region', { name: 'father-named-gabriel' });
    await father.getByText(/Reads \d+ kinds of data/).waitFor();
    await page
      .getByRole('group', { name: /Who is safe/ })
      .getByLabel(/mother-named-gabriel/)
      .check();
    const siblings = page.getByRole('group', { name: /Brothers and sisters to hide/ });
    await siblings.getByRole('button', { name: 'Add a brother or sister' }).click();
    await page.getByLabel('Which brother or sister?').fill('imani okoro');
    // The key looks for the child, and does not send the form that it stands in.
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Imani Okoro/ }).click();
    await siblings.getByText('Imani Okoro').waitFor();
    await page.getByRole('button', { name: 'Hide it now' }).click();
    await page.getByRole('link', { name: 'Say why' }).waitFor();
    await lookAt(watched, [gabriel]);
    await siblings.getByRole('button', { name: 'Leave out' }).click();
    await page.getByLabel('Why is it hidden?').fill('The father waits at the school');
    await page.getByRole('button', { name: 'Hide it now' }).click();
    await father.getByText(/Read \d+ before: \d+ are withheld now/).waitFor();
    expect(await mother.getByText(/withheld now/).count()).toBe(0);
    await lookAt(watched, [gabriel]);
    const query = `{ whoCanSee(child: "${gabriel}", category: "identity.contact") { requester { agency user } } }`;
    const { data } = await network.ask({
      requester: officer('network', 'auditor'),
      purpose: 'privacy-administration',
      query,
    });
    expect(readAt(data, 'whoCanSee.requester.user')).not.toContain('father-named-gabriel');
    await context.close();
  });

  it('(e) a consent is recorded one question a page, read back in both languages, and says whom it waits for', async () => {
    const watched = await open(/Whitlock/, 'phone');
    const { page, context } = watched;
    await job(page, /Record a consent/);
    await chooseChild(page, idOf('Gabriel'));
    const go = () => page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Question 1 of 7').waitFor();
    await go();
    await page.getByRole('link', { name: 'Choose who decides' }).waitFor();
    await lookAt(watched, [idOf('Gabriel')]);
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
    await page.getByText(/father-named-gabriel\) must say yes too/).waitFor();
    await page.locator('[data-change="OPENS"]', { hasText: 'Their yes opens it.' }).waitFor();
    expect(await page.locator('section[lang="en"]').innerText()).toMatch(
      /School boards know: .* For: education support\./,
    );
    await lookAt(watched);
    await page.getByRole('button', { name: 'They agree: record it' }).click();
    await page.getByText('Recorded.').waitFor();
    await lookAt(watched);
    await context.close();
  });

  it('(e) a permission is taken back for whoever gave it, and nothing more is shown on it', async () => {
    const { network } = world();
    const query = `{ child(id: "${idOf('Adèle')}") { mentalHealth { safetyPlan { copingSteps } } } }`;
    const teacher = { requester: worker('te-delorme'), purpose: 'education-support', query };
    const plans = async () =>
      readAt((await network.ask(teacher)).data, 'child.mentalHealth.safetyPlan').filter((each) => each !== null);
    expect(await plans()).toHaveLength(1);
    const watched = await open(/Thornbury/, 'phone');
    const { page, context } = watched;
    await job(page, /Who may/);
    await chooseChild(page, idOf('Adèle'));
    const given = page.locator('.decided > li', { hasText: /mother-named-adele|authority-mother/ }).first();
    await given.getByRole('button', { name: 'They take it back' }).click();
    await given.getByRole('button', { name: 'Take it back now' }).click();
    await given.getByText('Say how you know').waitFor();
    await lookAt(watched, [idOf('Adèle')]);
    await given.getByLabel(/How do you know/).fill('She called on Monday');
    await given.getByRole('button', { name: 'Take it back now' }).click();
    await page.locator('.decided .badge', { hasText: 'withdrawn' }).first().waitFor();
    await lookAt(watched, [idOf('Adèle')]);
    expect(await plans()).toEqual([]);
    await context.close();
  });

  it('(h) (i) (j) who saw what, who may decide, protocols: readable on a phone, and an auditor finds nothing to press', async () => {
    const watched = await open(/Castellan/, 'phone');
    const { page, context } = watched;
    await lookAt(watched);
    await job(page, /Who saw/);
    await chooseChild(page, idOf('Hugo'));
    await page.getByText('Nobody was shown anything.').waitFor();
    await lookAt(watched, [idOf('Hugo')]);
    await job(page, /Who may/);
    await page.getByText('mother-named-hugo').first().waitFor();
    await lookAt(watched);
    const { network } = world();
    await network.ask({
      requester: worker('te-carrow'),
      purpose: 'education-support',
      query: `{ child(id: "${idOf('Theo')}") { education { grade } } }`,
    });
    const answers = page.getByText('last answered').first();
    // A gateway notes after some seconds that an agency answered.
    while (!(await answers.isVisible())) {
      await job(page, /Inbox/);
      await job(page, /Protocols/);
      await page.getByRole('heading', { name: 'Agencies', exact: true }).waitFor();
    }
    await lookAt(watched);
    const refused = await network.ask({
      requester: officer('network', 'auditor'),
      purpose: 'privacy-administration',
      query: 'mutation { reviewEmergencyAccess(id: "willa-moreau", finding: "x", justified: true) { id } }',
    });
    expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    await context.close();
  });

  it('keeps a half-written form when the session ends, and the same person goes on with it', async () => {
    const watched = await openWindow(world().browser);
    const { page, context } = watched;
    // The clock of the page alone is put forward: its token is as old as it says.
    await page.clock.install();
    await page.goto(`${world().url}/console`);
    await signIn(page, /Whitlock/);
    await job(page, /Why shown/);
    await page.getByLabel('Which child?').fill('half of a num');
    await page.clock.fastForward('01:00:00');
    await page.getByText(/Your session has ended/).waitFor();
    expect(await page.getByLabel('Which child?').inputValue()).toBe('half of a num');
    await lookAt(watched);
    await signIn(page, /Whitlock/, /Sign in again/);
    await page.getByText(/Your session has ended/).waitFor({ state: 'detached' });
    expect(await page.getByLabel('Which child?').inputValue()).toBe('half of a num');
    await context.close();
  });
}
