import { expect, it } from '@jest/globals';
import { idOf, worker } from '../e2e/network/people.ts';
import { chooseChild, consoleAs, job } from './console-as.ts';
import { instead } from './instead.ts';
import { lookAt } from './look-at.ts';
import type { World } from './world.ts';

const day = { day: '3', month: '11', year: '2016' };
const twins = [
  { id: 'a'.repeat(26), name: 'سارة بنت عبد الرحمن', birthDate: '2016-11-03' },
  { id: 'b'.repeat(26), name: 'سارة بنت عبد الرحمن', birthDate: '2016-11-03' },
];
const near = Array.from({ length: 21 }, (_, index) => ({
  id: `${'c'.repeat(24)}${String.fromCharCode(97 + (index % 26))}q`,
  name: `Wolfe${'schlegelstein'.repeat(12)} ${'v'.repeat(index + 1)}`,
  birthDate: index === 0 ? null : '2016-11-04',
}));

/** An officer finds a child of whom somebody telephoned, and sees on each screen who it is about: as far as the rules let this officer. */
export function findsChildren(world: () => World): void {
  it('finds a child by name, by keyboard alone, without the accent, and says on the next screen who it is', async () => {
    const watched = await consoleAs(world(), /Whitlock/);
    const { page, context } = watched;
    await job(page, /Who may/);
    await page.getByRole('button', { name: 'Find the child' }).click();
    await page.getByText('Write a name, a number or an identifier').waitFor();
    await page.getByLabel('Which child?').focus();
    await page.keyboard.type('adele rivard');
    await page.keyboard.press('Enter');
    const found = page.getByRole('button', { name: /^Adèle Rivard, born \w+ \d+, \d{4}$/ });
    await found.waitFor();
    await lookAt(watched, ['rivard', idOf('Adèle')]);
    // The results have the focus: the next thing to press is the first of them.
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.innerText')).toMatch(/^Adèle Rivard/);
    await page.keyboard.press('Enter');
    const note = page.locator('p.note', { hasText: 'Child: Adèle Rivard, born' });
    await note.getByText(idOf('Adèle')).waitFor();
    expect(await page.evaluate('document.activeElement.className')).toBe('note');
    await job(page, /Protect/);
    await note.waitFor();
    await lookAt(watched, ['rivard', idOf('Adèle')]);
    await note.getByRole('button', { name: 'Choose another child' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('child');
    await context.close();
  });

  it('says the same of a child who is not there and of one with whom the agency does not work', async () => {
    const watched = await consoleAs(world(), /Whitlock/, { width: 'phone' });
    const { page, context } = watched;
    await job(page, /Why shown/);
    const said: string[] = [];
    for (const name of ['Nobody Atall', 'Hugo Montclair']) {
      await page.getByLabel('Which child?').fill(name);
      await page.getByRole('button', { name: 'Find the child' }).click();
      await page.getByText('Nobody of that name whom you may know.').waitFor();
      said.push(await page.locator('.found').innerText());
      await page.getByLabel('Which child?').fill('');
      await page.getByRole('button', { name: 'Find the child' }).click();
      await page.locator('.found').waitFor({ state: 'detached' });
    }
    expect(new Set(said).size).toBe(1);
    // By its identifier the officer works on the child all the same, and is told that the name is withheld.
    await chooseChild(page, idOf('Hugo'));
    await page.getByText('Name withheld from you').waitFor();
    await page.getByText(idOf('Hugo')).waitFor();
    await lookAt(watched, ['hugo', idOf('Hugo')]);
    await context.close();
  });

  it('says to an auditor that names are not theirs to be told', async () => {
    const watched = await consoleAs(world(), /Castellan/, { width: 'phone', scheme: 'dark' });
    const { page, context } = watched;
    await job(page, /Why shown/);
    await page.getByLabel('Which child?').fill('Hugo Montclair');
    await page.keyboard.press('Enter');
    await page.getByText('Your role is not told children’s names.').waitFor();
    await lookAt(watched, ['hugo', 'montclair']);
    await context.close();
  });

  it('of several who could be meant a person chooses, also where two have one name and one day of birth', async () => {
    const watched = await consoleAs(world(), /Abernathy/, { width: 'phone' });
    const { page, context } = watched;
    await instead(page, 'ChildrenOfNameAndBirth', () => ({ findChildren: twins, findCandidates: near }));
    await job(page, /Why shown/);
    await page.getByLabel('Which child?').fill('سارة بنت عبد الرحمن');
    await page.getByLabel('Day').fill('31');
    await page.getByLabel('Month').fill('11');
    await page.getByLabel('Year').fill(day.year);
    await page.keyboard.press('Enter');
    await page.getByText('Enter a real day of birth, or none').waitFor();
    await page.getByLabel('Day').fill(day.day);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'This name and day of birth' }).waitFor();
    expect(await page.locator('.candidates').first().getByRole('button').count()).toBe(2);
    expect(await page.locator('.candidates').nth(1).getByRole('button').count()).toBe(20);
    await page.getByText('There are more than 20').waitFor();
    await lookAt(watched, ['سارة', ...twins.map(({ id }) => id)]);
    await page.locator('.candidates').first().getByRole('button').nth(1).click();
    await page.locator('p.note', { hasText: 'b'.repeat(26) }).waitFor();
    await context.close();
  });

  it('names the child of each task, and of what another officer asks', async () => {
    const { network } = world();
    await network.ask({
      requester: worker('po-rivard'),
      purpose: 'law-enforcement-investigation',
      query: `mutation { requestDisclosure(input: { child: "${idOf('Noor')}", custodian: "child-protection", purpose: "law-enforcement-investigation", categories: ["child-protection.risk"], rationale: "Whose child is this" }) { id } }`,
    });
    const watched = await consoleAs(world(), /Whitlock/);
    const { page, context } = watched;
    const task = page.locator('ol.tasks > li', { hasText: 'Noor Rahimi, born' });
    await task.getByRole('button', { name: 'Decide a request' }).first().click();
    await page.locator('dl.facts', { hasText: 'Noor Rahimi, born' }).getByText(idOf('Noor')).waitFor();
    await lookAt(watched, ['noor', 'rahimi', idOf('Noor')]);
    await job(page, /Who saw/);
    await page.getByText('Lately').click();
    await page.getByRole('columnheader', { name: 'About' }).waitFor();
    expect(await page.getByText('Noor Rahimi').count()).toBe(0);
    await page.getByRole('checkbox', { name: 'Say which child by name' }).check();
    await page.getByText('Noor Rahimi').first().waitFor();
    await lookAt(watched, ['noor', 'rahimi', idOf('Noor')]);
    await context.close();
  });

  it('with the service that knows names down the tasks stay, and a search says that it failed', async () => {
    const { network } = world();
    const { identity } = network.proxies;
    if (identity === undefined) throw new Error('There is no such agency.');
    identity.condition = 'down';
    try {
      const watched = await consoleAs(world(), /Whitlock/, { width: 'phone' });
      const { page, context } = watched;
      await page.getByText('The name could not be looked up just now').first().waitFor();
      await lookAt(watched);
      await job(page, /Why shown/);
      await page.getByLabel('Which child?').fill('Noor Rahimi');
      await page.keyboard.press('Enter');
      await page
        .locator('.fault')
        .getByText(/^Identity: 705-/)
        .waitFor();
      expect(await page.locator('.found').count()).toBe(0);
      expect(await page.getByLabel('Which child?').inputValue()).toBe('Noor Rahimi');
      await lookAt(watched, ['noor'], { faults: 1 });
      await context.close();
    } finally {
      identity.condition = 'up';
    }
  });
}
