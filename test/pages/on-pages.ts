import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { idOf, officer } from '../e2e/network/people.ts';
import { patience, startObservedNetwork, type ObservedNetwork } from '../e2e/network/start-observed-network.ts';
import { chromiumPath, launch } from './browser.ts';
import { buildPages } from './build-pages.ts';
import type { World } from './world.ts';

/** Asks what the pages will ask, as nobody in particular. */
function warmUp(network: ObservedNetwork): Promise<unknown> {
  return network.ask({
    requester: officer('network', 'auditor'),
    purpose: 'privacy-administration',
    query: `{ explain(child: "${idOf('Hugo')}", requester: { agency: "education", role: "teacher" }, purpose: "education-support") { ruleSet } }`,
  });
}

/** Tests of pages in a network and a browser of their own, so that files of them run beside each other; where there is no Chromium, as on a newcomer's machine, they are left out. */
export function onPages(title: string, tests: (world: () => World) => void): void {
  // A job is many clicks and several looks by axe: a machine that is busy may take minutes over it.
  jest.setTimeout(patience * 2);
  (chromiumPath === undefined ? describe.skip : describe)(title, () => {
    const world: Partial<World> = {};
    beforeAll(async () => {
      await buildPages();
      const network = await startObservedNetwork({ now: new Date().toISOString(), children: 0 });
      // The first question after a start waits for what is made ready once.
      for (let asked = 0; asked < 3; asked += 1) await warmUp(network);
      Object.assign(world, { network, browser: await launch(), url: network.urls.gateway });
    }, patience * 2);
    afterAll(async () => {
      await world.browser?.close();
      await world.network?.close();
    });
    tests(() => world as World);
  });
}
