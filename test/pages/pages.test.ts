import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { idOf, officer } from '../e2e/network/people.ts';
import { patience, startObservedNetwork, type ObservedNetwork } from '../e2e/network/start-observed-network.ts';
import { chromiumPath, launch } from './browser.ts';
import { caseworkerApp } from './caseworker-app.ts';
import { consoleJobs } from './console-jobs.ts';
import { explorer } from './explorer.ts';
import { familyPage } from './family-page.ts';
import { frontPage } from './front-page.ts';
import { rulesAndLedger } from './rules-and-ledger.ts';
import { served } from './served.ts';
import { states } from './states.ts';
import { wrongRoles } from './wrong-roles.ts';
import type { World } from './world.ts';

const apps = fileURLToPath(new URL('../../apps/', import.meta.url));

// A job is many clicks and several looks by axe: a machine that is busy may take minutes over it.
jest.setTimeout(patience * 2);

/** Builds the pages unless what is there was made from what lies here now. */
function buildPages(): void {
  const script = `import(${JSON.stringify(`${apps}built.mjs`)}).then(({ areBuilt }) => process.exit(areBuilt() ? 0 : 1))`;
  if (spawnSync(process.execPath, ['-e', script]).status === 0) return;
  const { status, stderr } = spawnSync(process.execPath, [`${apps}build.mjs`, '--development'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The pages could not be built:\n${stderr}`);
}

/** Asks what the pages will ask, as nobody in particular. */
function warmUp(network: ObservedNetwork): Promise<unknown> {
  return network.ask({
    requester: officer('network', 'auditor'),
    purpose: 'privacy-administration',
    query: `{ explain(child: "${idOf('Hugo')}", requester: { agency: "education", role: "teacher" }, purpose: "education-support") { ruleSet } }`,
  });
}

// One network and one browser for all of the pages' tests; where there is no Chromium, as on a newcomer's machine, they are left out.
(chromiumPath === undefined ? describe.skip : describe)('pages', () => {
  const world: Partial<World> = {};
  beforeAll(async () => {
    buildPages();
    const network = await startObservedNetwork({ now: new Date().toISOString() });
    // The first question after a start waits for what is made ready once.
    for (let asked = 0; asked < 3; asked += 1) await warmUp(network);
    Object.assign(world, { network, browser: await launch(), url: network.urls.gateway });
  }, patience * 2);
  afterAll(async () => {
    await world.browser?.close();
    await world.network?.close();
  });
  const ready = (): World => world as World;

  describe('the front page', () => {
    frontPage(ready);
  });
  describe('the explorer', () => {
    explorer(ready);
  });
  describe("the officers' console", () => {
    consoleJobs(ready);
    rulesAndLedger(ready);
  });
  describe('the family page', () => {
    familyPage(ready);
  });
  describe('the example of a partner app', () => {
    caseworkerApp(ready);
  });
  describe('in every state', () => {
    states(ready);
  });
  describe('for whoever is signed in', () => {
    wrongRoles(ready);
  });
  describe('as served', () => {
    served(ready);
  });
});
