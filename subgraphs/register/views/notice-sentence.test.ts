import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import type { NoticeKind } from '@trellis/register';
import { noticeSentence } from './notice-sentence.ts';

const source = readFileSync(new URL('../../../register/notices.ts', import.meta.url), 'utf8');
const declared = /export type NoticeKind =([^;]*);/.exec(source)?.[1] ?? '';
const kinds = [...declared.matchAll(/'(\w+)'/g)].map(([, kind]) => kind as NoticeKind);

it('says every kind of notice in both languages, to an agency and to a family', () => {
  expect(kinds.length).toBeGreaterThan(30);
  for (const kind of kinds) {
    for (const isFamily of [true, false]) {
      const { en, fr } = noticeSentence(kind, isFamily);
      expect(en).toMatch(/^[A-Z].*\.$/);
      expect(fr).toMatch(/^[A-ZÀ-Þ].*\.$/);
      expect(fr).not.toBe(en);
    }
  }
});

it('tells a family what came of what waited for its yes, not of a second person', () => {
  expect(noticeSentence('PROPOSAL_DROPPED', true).fr).toMatch(/il n'en sera rien/);
  expect(noticeSentence('PROPOSAL_DROPPED', false).fr).toMatch(/deuxième personne/);
});
