import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { family, idOf, worker } from '../e2e/network/people.ts';
import { chooseChild, consoleAs, job } from './console-as.ts';
import { longestTask } from './longest-task.ts';
import { lookAt } from './look-at.ts';
import { replaceIn } from './replace-in.ts';
import type { World } from './world.ts';

/** The officers' jobs with the rules and with the ledger. */
export function rulesAndLedger(world: () => World): void {
  it('(g) a rule is put together in sentences from the matrix, checked and drafted, and put in force by another who has seen it', async () => {
    const first = await consoleAs(world(), /Abernathy/);
    const { page } = first;
    await job(page, /Change a rule/);
    await page.getByLabel('For which purpose?').selectOption('education-support');
    await page.getByText('In force: set 1. The set that the network began with.').waitFor();
    await lookAt(first);
    // By keyboard alone: one cell is reached by the tab key, the others by arrows.
    const heads = await page.getByRole('columnheader').allTextContents();
    const column = heads.findIndex((head) => /teacher/i.test(head) && head.includes('School boards')) - 1;
    const rows = await page.getByRole('rowheader').evaluateAll((each) => each.map(({ title }) => title));
    const row = rows.indexOf('identity.household');
    expect(Math.min(column, row)).toBeGreaterThan(0);
    await page.locator('[role="gridcell"][tabindex="0"]').focus();
    for (let times = 0; times < column; times += 1) await page.keyboard.press('ArrowRight');
    for (let times = 0; times < row; times += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Teacher, School boards, for education support' }).waitFor();
    await page.getByText("Who lives in the child's home.").waitFor();
    await page.getByRole('button', { name: 'Add a rule here' }).click();
    await page.getByRole('button', { name: 'Put it in the draft' }).click();
    await page.getByRole('link', { name: 'Choose on what it rests' }).click();
    await lookAt(first);
    await page.getByRole('radio', { name: 'With consent' }).check();
    await page.getByRole('checkbox', { name: 'Enrolment' }).check();
    await page.getByLabel(/in English/).fill('A teacher may know who lives with a pupil, with consent.');
    await page
      .getByLabel('The same in French')
      .fill('Un enseignant peut savoir qui vit avec l’élève, avec consentement.');
    await page.getByLabel(/Which law/).fill('MFIPPA s. 32 (b)');
    await page.getByRole('button', { name: 'Put it in the draft' }).click();
    await page.getByText('Nothing stands in the way.').waitFor();
    await page.getByText('education-teacher-has-identity-household', { exact: true }).waitFor();
    await lookAt(first);
    await page.getByText('To think about, of what changes').waitFor();
    await page.getByText(/^Of rules that do not change/).waitFor();
    await page.getByLabel('Why this change?').fill('Schools ask who may fetch a pupil.');
    await page.getByRole('button', { name: 'Draft this set' }).click();
    await page.getByText(/You wrote this set/).waitFor();
    expect(await page.getByRole('button', { name: /Approve/ }).count()).toBe(0);
    await first.context.close();

    const second = await consoleAs(world(), /Lavallee/);
    await second.page.getByRole('button', { name: 'Approve a set of rules' }).click();
    await second.page.getByText('Schools ask who may fetch a pupil.').waitFor();
    await second.page.getByText('Nothing changes before that.').waitFor();
    await second.page.getByRole('button', { name: 'See what it changes' }).click();
    await second.page.getByText(/questions of the last month/).waitFor();
    await second.page.getByText('This is about last month’s questions alone.').waitFor();
    // From the rule itself, whatever its author wrote of it.
    const added = second.page.getByRole('article', { name: 'New rule: education-teacher-has-identity-household' });
    for (const said of [
      'Teacher, School boards',
      'Education support',
      "Who lives in the child's home.",
      'In full',
      'With consent',
    ])
      await added.getByText(said, { exact: true }).waitFor();
    await added.getByText('Does not open to emergency access').waitFor();
    await second.page.getByRole('region', { name: 'By this more may be seen' }).waitFor();
    await second.page.getByRole('button', { name: 'Approve this set' }).click();
    await second.page.getByRole('link', { name: /say that you have/ }).waitFor();
    await lookAt(second);
    await second.page.getByRole('checkbox', { name: /I have read which rules change/ }).check();
    await second.page.getByRole('button', { name: 'Approve this set' }).click();
    await second.page.getByRole('button', { name: 'Publish now, everywhere' }).click();
    await second.page.getByText('In force: set 2').waitFor();
    await lookAt(second);

    // The set that the network began with can be asked back, and whoever approves that is told what it does.
    await second.page.getByRole('button', { name: 'Set 1', exact: true }).click();
    await second.page.getByLabel(/Why go back/).fill('It was a mistake.');
    await second.page.getByRole('button', { name: 'Ask to go back to this set' }).click();
    await second.page.getByText(/Asked: to go back to set 1. What it says waits as set 3/).waitFor();
    expect(await second.page.getByRole('button', { name: 'Ask to go back to this set' }).count()).toBe(0);
    await lookAt(second);
    await second.context.close();

    const third = await consoleAs(world(), /Abernathy/);
    await third.page.getByRole('button', { name: 'Approve a set of rules' }).click();
    await third.page.getByText('It goes back to set').waitFor();
    // What an officer was told of a set leads to it.
    await job(third.page, /Inbox/);
    await third.page.getByRole('button', { name: 'See set 3' }).first().waitFor();
    await third.page.getByRole('button', { name: 'Approve a set of rules' }).click();
    await third.page.getByText('It was a mistake.').waitFor();
    await lookAt(third);
    await third.page.getByRole('button', { name: 'See what it changes' }).click();
    await third.page.getByText(/This set goes back to set 1/).waitFor();
    await third.page.getByRole('article', { name: /Rule taken away/ }).waitFor();
    await lookAt(third);
    await third.page.getByRole('checkbox', { name: /I have read which rules change/ }).check();
    await third.page.getByRole('button', { name: 'Approve it and put it in force now' }).click();
    await third.page.getByText('In force: set 3').waitFor();
    await third.context.close();
  });

  it('(g) what a rule names for others stays with them when it is changed, and the second officer sees part by part what it says newly and no longer', async () => {
    const first = await consoleAs(world(), /Abernathy/);
    const { page } = first;
    await job(page, /Change a rule/);
    await page.getByLabel('For which purpose?').selectOption('child-protection-investigation');
    await page.getByLabel('Which kinds of data?').fill('safety plan');
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /safety plan/ }) });
    await row.getByRole('gridcell').first().click();
    const card = page.getByRole('article').filter({ hasText: 'clinic-tells-an-investigation' });
    await card.getByRole('button', { name: 'Change this rule' }).click();
    const text = page.getByLabel('The rule, as it is written');
    const written = await text.inputValue();
    expect(written).not.toMatch(/[ []\*[a-z]/);
    await text.fill(written.replace('mental-health.safety-plan', 'mental-health.safty-plan'));
    await page.getByRole('button', { name: 'Put it in the draft' }).click();
    await page.getByText(/^In the rule clinic-tells-an-investigation/).waitFor();
    await page
      .getByText(/safty-plan/)
      .first()
      .waitFor();
    await lookAt(first);
    await card.getByRole('button', { name: 'Change this rule' }).click();
    await text.fill(written.replace('mental-health.safety-plan', 'mental-health.condition'));
    await page.getByRole('button', { name: 'Put it in the draft' }).click();
    await page.getByText('The whole set as text').click();
    const whole = page.getByLabel('The rules', { exact: true });
    await replaceIn(whole, 'longestApprovalDays: 366', 'longestApprovalDays: 400');
    await page.getByText('The whole set as text').click();
    await page.getByRole('button', { name: 'Draft this set' }).click();
    await page.getByText(/You wrote this set/).waitFor();
    const changed = page.getByRole('article', { name: 'Rule changed: clinic-tells-an-investigation' });
    await changed.getByText("Newly: The child's diagnoses and health conditions.").waitFor();
    await changed.getByText(/^No longer: What the child and those around them/).waitFor();
    // What stays is said too.
    await changed.getByText('If the custodian approves', { exact: true }).waitFor();
    await changed.getByText('Opens to emergency access').waitFor();
    expect(await page.getByRole('article', { name: /^(Rule|New rule)/ }).count()).toBe(1);
    // What changes beside the rules is said as well, in sentences.
    const limit = page.getByRole('article', { name: 'How long an approval lasts' });
    await limit.getByText(/^Newly: What a custodian approves .* stays open for 400 days at most\.$/).waitFor();
    await limit.getByText(/^No longer: .* for 366 days at most\.$/).waitFor();
    await lookAt(first);
    await first.context.close();
  });

  it('(g) shows 2,000 rules of 200 categories for 40 recipients, with the rows that are seen alone in the document', async () => {
    const watched = await consoleAs(world(), /Abernathy/);
    const { page, context } = watched;
    await page.route('**/graphql', async (route) => {
      const asked = route.request().postDataJSON() as { operationName?: string };
      await (asked.operationName === 'LiveRules'
        ? route.fulfill({ contentType: 'application/json', body: JSON.stringify({ data: manyRules() }) })
        : route.continue());
    });
    await job(page, /Change a rule/);
    const rows = page.locator('.matrix-row');
    await rows.first().waitFor();
    const most = 40;
    expect(await rows.count()).toBeLessThan(most);
    await page.locator('[role="gridcell"][tabindex="0"]').focus();
    for (let times = 0; times < 25; times += 1) await page.keyboard.press('PageDown');
    await page.getByText('domain 7: kind 199').waitFor();
    expect(await rows.count()).toBeLessThan(most);
    expect(await page.evaluate('document.activeElement.dataset.row')).toBe('199');
    await lookAt(watched);
    // How long a task takes is for a quiet machine to say (`npm run nightly -- pages`).
    if (process.env['TRELLIS_FIGURES'] !== undefined) {
      const { tasks, longestMs } = await longestTask(world().browser, page, () => page.evaluate(scrollToTheEnd));
      console.log(
        `the matrix of 200 by 40 over 2,000 rules, scrolled: ${String(tasks)} tasks, the longest ${longestMs.toFixed(1)} ms of processor time; 8000 cases`,
      );
      expect(tasks).toBeGreaterThan(50);
      expect(longestMs).toBeLessThan(50);
    }
    await context.close();
  });

  it('(h) what was seen is proved in this browser, and says why in one step', async () => {
    const { network } = world();
    const noor = idOf('Noor');
    const query = `{ child(id: "${noor}") { name protection { riskLevel } } }`;
    await network.ask({ requester: worker('po-quillan'), purpose: 'law-enforcement-investigation', query });
    const watched = await consoleAs(world(), /Castellan/, { width: 'phone', scheme: 'dark' });
    const { page, context } = watched;
    await job(page, /Who saw/);
    await chooseChild(page, noor);
    const unsigned = page.getByText(/is proved yet/);
    await unsigned.waitFor();
    expect(await unsigned.getAttribute('class')).toBe('note');
    await lookAt(watched, [noor, 'quillan']);
    const { privateKey } = generateKeyPairSync('ed25519');
    await network.data.ledger.checkpoint({ id: 'key-1', privateKey });
    await page.getByText('Lately', { exact: true }).click();
    await page.getByText('Of a child', { exact: true }).click();
    await page.getByText(/Worked out in this browser: [1-9]/).waitFor();
    expect(await page.locator('.badge', { hasText: 'does not hold' }).count()).toBe(0);
    await lookAt(watched, [noor, 'quillan']);
    await page.getByRole('button', { name: 'Why?' }).first().click();
    await page.getByText(/Kinds of data shown/).waitFor();
    await page.getByLabel('Which kind of data?').fill('zzz');
    await page.getByText(/No kind of data has these words/).waitFor();
    expect(await page.getByRole('heading', { name: 'Withheld' }).count()).toBe(0);
    await page.getByLabel('Which kind of data?').fill('risk');
    await lookAt(watched, [noor, 'quillan']);
    await context.close();
  });

  it('(h) shows the list as a member of the family has it, and why each thing that is left out is', async () => {
    const { network } = world();
    const adele = idOf('Adèle');
    const query = `{ child(id: "${adele}") { name protection { status riskLevel } } }`;
    await network.ask({ requester: worker('cw-renaud'), purpose: 'ongoing-protection-service', query });
    const asked = {
      requester: family('father', 'adele'),
      purpose: 'family-access',
      query: query.replace('riskLevel', ''),
    };
    await network.ask(asked);
    const watched = await consoleAs(world(), /Abernathy/, { width: 'phone' });
    const { page, context } = watched;
    await job(page, /Who saw/);
    await page.getByText('As the family sees it').click();
    await page.getByLabel('Which child?').fill('Adèle Rivard');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Adèle Rivard/ }).click();
    await page.getByLabel('Whose list?').selectOption('mother-named-adele');
    await page.getByText('This is their list as it stands now, whole.').waitFor();
    // The network's own officer has just looked up the name: that is on no family's list.
    const entries = page.locator('.beside');
    await entries.filter({ hasText: 'has begun to decide' }).first().waitFor();
    await entries.filter({ hasText: 'What another member of the family looked up' }).first().waitFor();
    const worked = entries.filter({ hasText: 'cw-renaud' }).first();
    expect(await worked.getAttribute('data-listed')).toMatch(/yes|part/);
    await lookAt(watched, [adele, 'rivard']);
    await page.getByLabel('Whose list?').selectOption('father-named-adele');
    const ofHis = page.locator('.beside[data-listed="yes"]', { hasText: 'father-named-adele' });
    await ofHis.first().waitFor();
    await context.close();
  });
}

/** From top to bottom and back, ninety pixels a frame. */
const scrollToTheEnd = `new Promise((resolve) => {
  const box = document.querySelector('.matrix');
  let by = 90;
  const step = () => {
    const before = box.scrollTop;
    box.scrollTop += by;
    if (box.scrollTop === before && by < 0) return resolve();
    if (box.scrollTop === before) by = -90;
    requestAnimationFrame(step);
  };
  step();
})`;

/** A network larger than any: what the page would be told of it. */
function manyRules() {
  const bases = ['BY_LAW', 'ON_APPROVAL', 'UNLESS_REFUSED', 'WITH_CONSENT', 'NEVER'];
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
  const categories = numbers(200).map((index) => ({
    code: `domain-${String(index % 8)}.kind-${String(index)}`,
    sentence: `Kind of data number ${String(index)}.`,
  }));
  const roles = numbers(8).map((agency) => ({
    agency: `agency-${String(agency)}`,
    roles: numbers(5).map((role) => `a-role-with-a-long-name-${String(role)}`),
  }));
  const rules = numbers(2_000).map((index) => ({
    id: `rule-${String(index)}`,
    sentence: `Rule ${String(index)} says something.`,
    recipients: [{ agency: `agency-${String(index % 8)}`, roles: [`a-role-with-a-long-name-${String(index % 5)}`] }],
    purposes: ['treatment'],
    involvement: 'ASSIGNED',
    involvementKinds: ['treatment'],
    conditions: [],
    categories: numbers(6).map((each) => categories[(index * 7 + each * 31) % 200]?.code),
    level: 'FULL',
    basis: bases[index % 5],
    inEmergency: false,
    citation: 'A law',
    jurisdiction: 'CA-ON',
    asOf: '2026-01-01',
    confidence: 'SEEN',
  }));
  const set = {
    number: 1,
    state: 'PUBLISHED',
    base: null,
    author: 'a',
    approvedBy: 'b',
    liveFrom: null,
    reverts: null,
    reason: null,
    dropped: null,
  };
  return {
    rules: { ...set, yaml: 'rules:\n', rules },
    vocabulary: { purposes: [{ code: 'treatment' }], categories, roles, involvementKinds: ['treatment'] },
  };
}
