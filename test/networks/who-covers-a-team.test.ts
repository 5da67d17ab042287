import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { readNetwork, vocabulary, type Requester } from '@trellis/vocabulary';
import { grantsFor } from '../../register/permissions/mutation-table.ts';
import { readingExtent } from '../../register/permissions/reading-extent.ts';

const romandie = readNetwork(fileURLToPath(new URL('../../networks/romandie', import.meta.url)));
const worker = (agency: string, role: string): Requester => ({ agency, role, kind: 'worker', user: 'u' });
const covers = (who: Requester, words: typeof vocabulary): readonly boolean[] => [
  grantsFor('allowEmergencyAccess', who, words).length > 0,
  readingExtent('team', who, words) !== undefined,
];
const [yes, no] = [
  [true, true],
  [false, false],
];

it('who covers a team is what the agency says, by whatever word', () => {
  expect(covers(worker('curatelle', 'cheffe-d-unite'), romandie.vocabulary)).toEqual(yes);
  expect(covers(worker('curatelle', 'curateur'), romandie.vocabulary)).toEqual(no);
  // Another agency's word is not this one's.
  expect(covers(worker('pediatrie', 'cheffe-d-unite'), romandie.vocabulary)).toEqual(no);
  expect(covers(worker('child-protection', 'supervisor'), vocabulary)).toEqual(yes);
  expect(covers(worker('child-protection', 'caseworker'), vocabulary)).toEqual(no);
  expect(covers(worker('police', 'supervisor'), vocabulary)).toEqual(no);
});

it.each([
  ['an agency that names none means its role `supervisor`', undefined, ['adjunct', 'supervisor'], ['supervisor']],
  ['and has nobody who covers a team where it has no such role', undefined, ['adjunct'], []],
  ['one that names others means those alone', ['adjunct'], ['adjunct', 'supervisor'], ['adjunct']],
  ['one that names nobody has nobody', [], ['adjunct', 'supervisor'], []],
])('%s', (_, supervisorRoles, roles, covering) => {
  const words = { ...romandie.words['curatelle']!, roles, roleTitles: {}, supervisorRoles };
  const published = romandie.with(new Map([['curatelle', words]]), new Map());
  expect(published.vocabulary.supervisorRoles.get('curatelle')).toEqual(covering);
});

it('refuses a role that covers a team and is none of the agency’s', () => {
  const words = { ...romandie.words['curatelle']!, supervisorRoles: ['chef'] };
  expect(() => romandie.with(new Map([['curatelle', words]]), new Map())).toThrow(/supervisorRoles: names a role/);
});
