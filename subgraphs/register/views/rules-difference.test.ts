import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { parseRuleSet, type RuleSet } from '@trellis/decision';
import { vocabulary } from '@trellis/vocabulary';
import { partNames, sayPart } from '../said/say-part.ts';
import { changedEntries } from './changed-entries.ts';
import { differenceView } from './rules-difference.ts';

const packs = ['ontario', 'example'].map((name) =>
  parseRuleSet(
    readFileSync(new URL(`../../../networks/ontario/rules/${name}.yaml`, import.meta.url), 'utf8'),
    vocabulary,
  ),
);
const [ontario] = packs as [RuleSet];
const parts = (after: Partial<RuleSet>) => differenceView(ontario, { ...ontario, ...after }, vocabulary).parts;

it('every entry of every part is said in both languages, in whole sentences, without JSON and without a code of a category', () => {
  const codes = vocabulary.categories.map(({ code }) => code);
  for (const pack of packs) {
    for (const part of partNames) {
      for (const { title, says } of sayPart(part, pack, vocabulary)) {
        expect(says.length).toBeGreaterThan(0);
        for (const text of [title, ...says].flatMap(({ en, fr }) => [en, fr])) {
          expect(text).not.toMatch(/[{}[\]]|undefined|null|NaN|\b[A-Z]+_[A-Z]+|\.\.|\d{4}-\d{2}-\d{2}/);
          expect(codes.filter((code) => text.includes(code))).toEqual([]);
        }
        for (const { en, fr } of says) for (const text of [en, fr]) expect(text).toMatch(/\.$/);
      }
    }
  }
});

const others: Readonly<Record<string, unknown>> = {
  SELF: 'FOR_CHILD',
  FOR_CHILD: 'SELF',
  CONSENT: 'REFUSE',
  REFUSE: 'CONSENT',
  CHILD: 'ADULT',
  ADULT: 'CHILD',
  VERIFIED: 'SEEN',
  SEEN: 'UNVERIFIED',
  UNVERIFIED: 'VERIFIED',
  DUTY: 'CONSENT',
  PROHIBITION: 'DISCRETION',
  DECIDED_BY_CHILD: ['identity.name'],
};

/** A value with one thing in it another, once for each thing. */
function* variants(value: unknown, name = ''): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [at, each] of value.entries())
      for (const other of variants(each, name))
        yield value.map((kept: unknown, place) => (place === at ? other : kept));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value))
      for (const other of variants(each, key)) yield { ...value, [key]: other };
  } else if (typeof value === 'string')
    yield (
      others[name === 'force' && value === 'CONSENT' ? 'PROHIBITION' : value] ??
      (/^\d{4}-\d{2}-\d{2}$/.test(value) ? '2020-02-02' : `${value}-x`)
    );
  else if (typeof value === 'number') yield value + 1;
  else if (typeof value === 'boolean') yield !value;
  else yield name === 'duty' ? { en: 'To tell.', fr: 'De le dire.' } : name === 'family' ? 'parent' : 11;
}

/** The path of the one thing that differs. */
function differing(one: unknown, other: unknown, path = ''): string {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return path;
  for (const [key, value] of Object.entries(one)) {
    const now = (other as Record<string, unknown>)[key];
    if (JSON.stringify(value) !== JSON.stringify(now)) return differing(value, now, `${path}.${key}`);
  }
  return path;
}

it('whatever one thing changes in a part beside the rules, some sentence is another', () => {
  let tried = 0;
  const alike: string[] = [];
  for (const part of partNames) {
    for (const one of [ontario[part]].flat()) {
      // Alone in its part, so that nothing else can differ.
      const alone = (entry: unknown) =>
        sayPart(part, { ...ontario, [part]: Array.isArray(ontario[part]) ? [entry] : entry }, vocabulary);
      for (const other of variants(one, part)) {
        tried += 1;
        if (changedEntries(alone(one), alone(other)).length === 0) alike.push(part + differing(one, other));
      }
    }
  }
  expect(alike).toEqual([]);
  expect(tried).toBeGreaterThan(500);
});

it('says of a kind of authority what it newly reaches and no longer, and nothing of what stays', () => {
  const authorities = ontario.authorities.map((each) =>
    each.kind === 'foster-carer'
      ? { ...each, family: 'parent', reach: ontario.authorities.find(({ kind }) => kind === 'spouse')?.reach ?? [] }
      : each,
  );
  const [part, ...others] = parts({ authorities });
  expect(others).toEqual([]);
  expect(part?.entries).toMatchObject([
    { title: 'A foster parent', titre: "Un parent de famille d'accueil", change: 'CHANGED' },
  ]);
  const [entry] = part?.entries ?? [];
  expect(entry?.newly.map(({ sentence }) => sentence)).toEqual(
    expect.arrayContaining([
      'Its holder reads as family, in the role “parent”.',
      expect.stringMatching(/^May permit and refuse; a capable child of 12 or older decides instead: everything of /),
    ]),
  );
  expect(entry?.noLonger).toContainEqual({
    sentence: 'It decides nothing for the child.',
    phrase: "Elle ne décide rien pour l'enfant.",
  });
});

it('says a safety rule that is taken away, a limit that is longer, and that an order of entries is all that changes', () => {
  const gone = parts({ familySafety: ontario.familySafety.slice(1) });
  expect(gone).toMatchObject([{ part: 'familySafety', entries: [{ change: 'REMOVED', newly: [] }] }]);
  expect(gone[0]?.entries[0]?.noLonger.map(({ sentence }) => sentence)).toContain(
    "What was looked up for “child protection investigation” is on no family's list.",
  );
  expect(parts({ longestApprovalDays: 900 })).toMatchObject([
    {
      entries: [
        {
          newly: [
            { sentence: 'What a custodian approves for one person and one child stays open for 900 days at most.' },
          ],
        },
      ],
    },
  ]);
  expect(parts({ authorities: [...ontario.authorities].reverse() })).toMatchObject([
    { part: 'authorities', entries: [] },
  ]);
});
