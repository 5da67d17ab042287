import { describe, expect, test } from '@jest/globals';
import type { ChildFacts, Consent, ConsentException } from '@trellis/decision';
import { decideIn, inEveryWorld, permitsNoMore } from './every-world.ts';

/** A change that makes a part of the facts unreadable. */
type Spoil = (facts: ChildFacts) => Partial<ChildFacts>;

const consents =
  (spoil: (consent: Consent) => object): Spoil =>
  (facts) => ({ consents: facts.consents.map((each) => ({ ...each, ...spoil(each) }) as Consent) });

const circular: { except: ConsentException[] } = { except: [] };
circular.except.push(circular);
const deep = Array.from({ length: 10_000 }).reduce<ConsentException>((inner) => ({ except: [inner] }), {});

const spoils: readonly [string, Spoil][] = [
  [
    'a consent with an unknown category',
    consents(({ categories }) => ({
      // An empty list names everything: there is nothing to add to it.
      categories: categories.length === 0 ? [] : [...categories, 'north.unknown'],
    })),
  ],
  ['a consent with an unknown purpose', consents(({ purposes }) => ({ purposes: [...purposes, 'unknown'] }))],
  [
    'a consent for an unknown agency',
    consents(({ recipients }) => ({ recipients: [...recipients, { agency: 'east' }] })),
  ],
  [
    'a consent for an unknown role',
    consents(({ recipients }) => ({ recipients: [...recipients, { agency: 'north', role: 'chief' }] })),
  ],
  ['a consent by an authority that is not there', consents(() => ({ by: 'missing' }))],
  ['a consent in an unknown state', consents(({ state }) => ({ state: state === 'ACTIVE' ? 'SOMEHOW' : state }))],
  ['a consent at an unknown level', consents(() => ({ level: 'PARTLY' }))],
  ['a consent that is neither a permit nor a refusal', consents(() => ({ decision: 'PERHAPS' }))],
  ['a consent whose period is reversed', consents(({ from }) => ({ to: from }))],
  ['a consent that begins at no instant', consents(() => ({ from: NaN }))],
  ['a consent recorded at no instant', consents(() => ({ recordedAt: NaN }))],
  ['a consent whose data period is reversed', consents(() => ({ recordsFrom: '2030-01-01', recordsTo: '2020-01-01' }))],
  ['a consent whose data period is no day', consents(() => ({ recordsFrom: 'long ago' }))],
  ['a consent with a circular exception', consents(({ except }) => ({ except: [...except, circular] }))],
  ['a consent ten thousand exceptions deep', consents(({ except }) => ({ except: [...except, deep] }))],
  ['a birth date that is no day', () => ({ birthDate: '2012-02-31' })],
  ['a birth date still to come', () => ({ birthDate: '2031-01-01' })],
  ['an unknown birth date', () => ({ birthDate: null })],
  [
    'an authority of an unknown kind',
    ({ authorities }) => ({
      authorities: authorities.map((each, index) => (index === 0 ? { ...each, kind: 'unheard-of' } : each)),
    }),
  ],
  [
    'an authority over an unknown domain',
    ({ authorities }) => ({
      authorities: authorities.map((each, index) => (index === 0 ? { ...each, domains: ['east'] } : each)),
    }),
  ],
  [
    'an authority whose period is reversed',
    ({ authorities }) => ({
      authorities: authorities.map((each, index) => (index === 0 ? { ...each, to: '1999-01-01' } : each)),
    }),
  ],
  [
    'an authority joint with one that is not there',
    ({ authorities }) => ({
      authorities: authorities.map((each) => ({ ...each, jointWith: [...each.jointWith, 'missing'] })),
    }),
  ],
  [
    'an order with an unknown category',
    ({ orders }) => ({ orders: orders.map((each) => ({ ...each, categories: [...each.categories, 'east'] })) }),
  ],
  [
    'an order for an unknown recipient',
    ({ orders }) => ({
      orders: orders.map((each) => ({ ...each, recipients: [...each.recipients, { agency: 'east' }] })),
    }),
  ],
  [
    'an order whose period is reversed',
    ({ orders }) => ({ orders: orders.map((each) => ({ ...each, to: each.from })) }),
  ],
  [
    'an involvement of an unknown kind',
    ({ involvements }) => ({ involvements: involvements.map((each) => ({ ...each, kind: 'east' })) }),
  ],
  [
    'an involvement whose period is reversed',
    ({ involvements }) => ({ involvements: involvements.map((each) => ({ ...each, to: each.from })) }),
  ],
  [
    'an approval of an unknown category',
    ({ approvals }) => ({
      approvals: approvals.map((each) => ({ ...each, categories: [...each.categories, 'east'] })),
    }),
  ],
  [
    'an approval until no instant',
    ({ approvals }) => ({ approvals: approvals.map((each) => ({ ...each, until: NaN })) }),
  ],
];

describe('what cannot be read never permits', () => {
  test.each(spoils)('%s permits nothing that it did not permit when it could be read', (_, spoil) => {
    inEveryWorld(111, 700, (given) => {
      // A pack that says how old a child of unknown birth date may be trusts that it is no older; here it may be of any age.
      const world = { ...given, ruleSet: { ...given.ruleSet, ageUnknownBelow: null } };
      const after = decideIn(world, { facts: spoil(world.facts) });
      expect(permitsNoMore(after, decideIn(world))).toBe(true);
    });
  });

  test.each(spoils.slice(0, 15))('of %s no permit counts', (_, spoil) => {
    inEveryWorld(112, 300, (world) => {
      const consents = spoil(world.facts).consents!.filter(({ decision }) => decision === 'PERMIT');
      const permits = world.facts.consents.filter(({ decision }) => decision === 'PERMIT');
      const after = decideIn(world, { facts: { consents } });
      if (permits.length > 0 || consents.length > 0) {
        expect(permitsNoMore(after, decideIn(world, { facts: { consents: [] } }))).toBe(true);
      }
    });
  });
});
