import { afterAll, beforeAll, describe } from '@jest/globals';
import { signIn } from './browser.ts';
import { caseworkerApp } from './caseworker-app.ts';
import { consoleForms } from './half-written-console.ts';
import { familyForms, workerForms } from './half-written-elsewhere.ts';
import { halfWritten } from './half-written.ts';
import { keyboardOfConsole, keyboardOfFamily } from './keyboard-alone.ts';
import { onPages } from './on-pages.ts';
import { startCaseworkerApp, type CaseworkerApp } from './start-caseworker-app.ts';
import { wrongRoles } from './wrong-roles.ts';

onPages('clients of the graph', (world) => {
  let app: CaseworkerApp | undefined;
  beforeAll(async () => {
    app = await startCaseworkerApp(world());
  });
  afterAll(() => app?.close());
  const started = (): CaseworkerApp => {
    if (app === undefined) throw new Error('The app was not started.');
    return app;
  };
  describe('the example of a partner app', () => {
    caseworkerApp(world, started);
  });
  describe('for whoever is signed in', () => {
    wrongRoles(world);
  });
  describe('by keyboard alone', () => {
    keyboardOfFamily(world);
    keyboardOfConsole(world);
  });
  describe('what is written when a session ends is there after the next sign-in, and done once', () => {
    const page = (path: string) => ({ url: () => world().url + path, enter: signIn, hasClock: true });
    halfWritten(world, page('/family'), familyForms);
    halfWritten(world, page('/console'), consoleForms);
    halfWritten(
      world,
      {
        url: () => started().url,
        enter: async (window, name) => {
          await window.getByRole('link', { name }).click();
          await window.getByRole('button', { name: 'Sign in' }).click();
        },
        hasClock: false,
      },
      workerForms,
    );
  });
});
