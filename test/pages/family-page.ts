import { expect, it } from '@jest/globals';
import type { Requester } from '@trellis/vocabulary';
import { family, idOf, officer, worker } from '../e2e/network/people.ts';
import { readAt } from '../e2e/network/read-at.ts';
import { openWindow, signIn } from './browser.ts';
import { lookAt } from './look-at.ts';
import type { World } from './world.ts';

/** The family's page, on a phone. */
export function familyPage(world: () => World): void {
  it('a mother changes her mind, and the teacher is shown nothing more', async () => {
    const { network, browser, url } = world();
    const teacher = () =>
      network.ask({
        requester: worker('te-delorme'),
        purpose: 'education-support',
        query: `{ child(id: "${idOf('Adèle')}") { inMentalHealthService } }`,
      });
    expect(readAt((await teacher()).data, 'child.inMentalHealthService')).toEqual([true]);
    const watched = await openWindow(browser, { width: 'phone' });
    const { page, context } = watched;
    await page.goto(`${url}/family`);
    await lookAt(watched);
    await signIn(page, /Nadine Rivard/);
    await page.getByRole('button', { name: 'What is shared, and with whom' }).click();
    await page.getByRole('heading', { name: 'You let a teacher (School boards) know:', exact: true }).waitFor();
    await lookAt(watched, ['adele', 'rivard', idOf('Adèle')]);
    await page.getByRole('button', { name: 'I change my mind' }).click();
    await lookAt(watched);
    await page.keyboard.press('Enter');
    await page.getByText('Done. It counts from now on, everywhere.').waitFor();
    // What the father said stays, and says that it opens nothing without her.
    await page.getByText('nothing is shown on it unless you say yes too').waitFor();
    await lookAt(watched);
    expect(readAt((await teacher()).data, 'child.inMentalHealthService')).toEqual([null]);
    // She may have pressed the wrong button: one press says yes again.
    await page.getByRole('button', { name: 'I say yes to this too' }).click();
    await page.getByRole('heading', { name: 'You let a teacher (School boards) know:', exact: true }).waitFor();
    expect(readAt((await teacher()).data, 'child.inMentalHealthService')).toEqual([true]);
    await context.close();
  });

  it('a mother who says no to what the law has told reads that her no changes nothing, in her language', async () => {
    const { network, browser, url } = world();
    const imani = idOf('Imani');
    const mother = family('mother', 'imani');
    const ask = (query: string) => network.ask({ requester: mother, purpose: 'family-access', query });
    const held = await ask(`{ child(id: "${imani}") { authorities { id holder } } }`);
    const { authorities } = held.data?.['child'] as { authorities: readonly { id: string; holder: string }[] };
    const by = authorities.find(({ holder }) => holder === mother.user)?.id ?? '';
    const input = `{ child: "${imani}", by: "${by}", decision: REFUSE, recipients: [{ agency: "child-protection", role: "caseworker" }], purposes: ["ongoing-protection-service"], categories: ["child-protection.status"] }`;
    const recorded = await ask(`mutation { recordConsent(input: ${input}) { id effect { state phrase } } }`);
    const { id, effect } = recorded.data?.['recordConsent'] as {
      id: string;
      effect: { state: string; phrase: string };
    };
    expect(effect.state).toBe('NO_EFFECT');
    const watched = await openWindow(browser, { width: 'phone', locale: 'fr-CA' });
    const { page, context } = watched;
    await page.goto(`${url}/family`);
    await signIn(page, /Nadine Okoro/);
    await page.getByRole('button', { name: 'Ce qui est communiqué, et à qui' }).click();
    await page.locator(`[data-consent="${id}"]`).getByText(effect.phrase).waitFor();
    await lookAt(watched, ['imani', 'okoro', imani]);
    await context.close();
  });

  it('speaks French, in the dark, and every screen has a way out that leaves no trace', async () => {
    const { network, browser, url } = world();
    // What her mother permits waits for her father, who is told.
    const input = `{ child: "${idOf('Rosalie')}", by: "authority-mother-named-rosalie-child-named-rosalie", decision: PERMIT, recipients: [{ agency: "education" }], purposes: ["education-support"], categories: ["child-protection.involvement"] }`;
    await network.ask({
      requester: family('mother', 'rosalie'),
      purpose: 'family-access',
      query: `mutation { recordConsent(input: ${input}) { id } }`,
    });
    const watched = await openWindow(browser, { width: 'phone', scheme: 'dark', locale: 'fr-CA' });
    const { page, context } = watched;
    await page.goto(`${url}/family`);
    await signIn(page, /Colin Fontclair/);
    await page.locator('.menu').waitFor();
    await lookAt(watched, ['rosalie', 'fontclair']);
    const screens = await page.locator('.menu button').allInnerTexts();
    expect(screens).toHaveLength(6);
    for (const screen of screens) {
      await page.getByRole('button', { name: screen }).click();
      await page.getByRole('button', { name: '← Retour' }).waitFor();
      if (screen === 'Ce qui m’attend') await page.getByText('Une communication attend votre accord.').waitFor();
      await lookAt(watched, ['rosalie', 'fontclair', idOf('Rosalie')]);
      expect(await page.getByRole('button', { name: /Quitter cette page/ }).isVisible()).toBe(true);
      await page.getByRole('button', { name: '← Retour' }).click();
    }
    expect(await page.evaluate('document.documentElement.lang')).toBe('fr');
    await page.route('https://weather.gc.ca/**', (route) => route.fulfill({ body: 'weather' }));
    const before = await page.evaluate('history.length');
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift');
    await page.waitForURL('https://weather.gc.ca/');
    expect(await page.evaluate('history.length')).toBe(before);
    await context.close();
  });

  it("a child of thirteen reads in a child's words, and puts her own on the record", async () => {
    const { network, browser, url } = world();
    const watched = await openWindow(browser, { width: 'phone' });
    const { page, context } = watched;
    await page.goto(`${url}/family`);
    await signIn(page, /Maya Sandhu/);
    await page.getByRole('heading', { name: 'What is shared about you' }).waitFor();
    await page.getByRole('button', { name: 'Say something in my own words' }).click();
    await page.getByRole('button', { name: 'Put it on the record' }).click();
    await page.getByRole('link', { name: 'Write something first' }).click();
    await page.keyboard.type('I want to decide this myself.');
    await lookAt(watched, ['maya', 'sandhu']);
    await page.getByRole('checkbox', { name: 'School boards' }).check();
    await page.getByRole('button', { name: 'Put it on the record' }).click();
    await page.getByText('Done. It counts from now on, everywhere.').waitFor();
    await page.locator('.panel').getByText('I want to decide this myself.').waitFor();
    await page.getByText('May be read by: School boards.').waitFor();
    // It reaches those whom she chose, and no parent.
    const reads = async (requester: Requester, purpose: string) => {
      const query = `{ child(id: "${idOf('Maya')}") { statements { text } } }`;
      return readAt((await network.ask({ requester, purpose, query })).data, 'child.statements.text');
    };
    expect(await reads(officer('education'), 'privacy-administration')).toContain('I want to decide this myself.');
    for (const parent of ['mother', 'father'] as const)
      expect(await reads(family(parent, 'maya'), 'family-access')).not.toContain('I want to decide this myself.');
    await lookAt(watched, ['maya', 'sandhu', 'decide this']);
    await context.close();
  });
}
