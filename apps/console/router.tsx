import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { AuthorityScreen } from './authority/authority-screen.tsx';
import { ConfirmScreen } from './confirm/confirm-screen.tsx';
import { ConsentScreen } from './consent/consent-screen.tsx';
import { DecideScreen } from './decide/decide-screen.tsx';
import { EmergencyScreen } from './emergency/emergency-screen.tsx';
import { InboxScreen } from './inbox/inbox-screen.tsx';
import { NetworkScreen } from './network/network-screen.tsx';
import { ProtectScreen } from './protect/protect-screen.tsx';
import { RulesScreen } from './rules/rules-screen.tsx';
import { SeenScreen } from './seen/seen-screen.tsx';
import { Shell } from './shell.tsx';
import { WhyScreen } from './why/why-screen.tsx';

const root = createRootRoute({ component: Shell });
const screen = (path: string, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => root, path, component });

/** Addresses say which job, never about whom. */
export const router = createRouter({
  basepath: '/console',
  routeTree: root.addChildren([
    screen('/', InboxScreen),
    screen('/protect', ProtectScreen),
    screen('/why', WhyScreen),
    screen('/decide', DecideScreen),
    screen('/confirm', ConfirmScreen),
    screen('/consent', ConsentScreen),
    screen('/emergency', EmergencyScreen),
    screen('/rules', RulesScreen),
    screen('/seen', SeenScreen),
    screen('/authority', AuthorityScreen),
    screen('/network', NetworkScreen),
  ]),
  defaultNotFoundComponent: () => (
    <>
      <h1>There is no such page</h1>
      <p>Choose a job from the list.</p>
    </>
  ),
});
