import { expect, it } from '@jest/globals';
import type { AgencyWords } from '@trellis/vocabulary';
import { titleFindings } from './title-findings.ts';

const words: AgencyWords = {
  title: { en: 'Shelter', fr: 'Refuge' },
  dutyContact: '705-555-0199',
  roles: ['shelter-worker', 'night-watch'],
  roleTitles: { 'shelter-worker': { en: 'shelter worker', fr: 'intervenante ou intervenant' } },
  involvementKinds: [],
  categories: {},
};
const of = (roleTitles: AgencyWords['roleTitles'], checked = ['shelter']) =>
  titleFindings(
    { folder: '/network', languages: ['en', 'fr'], words: { shelter: { ...words, roleTitles } } },
    checked,
  ).map(({ severity, message }) => `${severity}: ${message}`);

it('says which roles have no title, and in which languages', () => {
  expect(of(words.roleTitles)).toEqual([expect.stringMatching(/^warning: .*: night-watch \(en, fr\)\.$/)]);
  expect(of({ ...words.roleTitles, 'night-watch': { en: 'night watch' } })).toEqual([
    expect.stringMatching(/: night-watch \(fr\)\.$/),
  ]);
  expect(of({ ...words.roleTitles, 'night-watch': { en: 'night watch', fr: 'garde de nuit' } })).toEqual([]);
  expect(of(undefined, [])).toEqual([]);
});
