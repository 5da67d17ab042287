import { describe } from '@jest/globals';
import { caseworkerApp } from './caseworker-app.ts';
import { onPages } from './on-pages.ts';
import { wrongRoles } from './wrong-roles.ts';

onPages('clients of the graph', (world) => {
  describe('the example of a partner app', () => {
    caseworkerApp(world);
  });
  describe('for whoever is signed in', () => {
    wrongRoles(world);
  });
});
