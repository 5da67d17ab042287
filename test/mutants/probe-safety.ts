import type * as engine from '@trellis/decision';
import { vocabulary } from '@trellis/vocabulary';
import type * as safetyFaultsFile from '../../decision/safety/safety-faults.ts';
import type * as familySafetyFile from '../../decision/safety/family-safety.ts';
import { generateWorlds, type World } from '../property/generate-world.ts';
import { instants } from '../property/generate-parts.ts';
import { random } from '../property/random.ts';
import { said } from '../property/generate-rules.ts';
import { engineOf, permissions, type Load, type Probe } from './engine-under-test.ts';

const choose = random(142);
const generator = generateWorlds(choose);
const worlds: readonly World[] = Array.from({ length: 1200 }, () => generator.next().value)
  .filter((_, index) => index % 3 === 0)
  .map((world) => {
    const ageUnknownBelow = choose.pick([null, 14, 18, 21]);
    return { ...world, ruleSet: { ...world.ruleSet, ageUnknownBelow, familySafety: drawSafety(world) } };
  });
const members = ['parent', 'child', 'substitute'].flatMap((role) =>
  ['p1', 'p2', 'c'].map((user) => ({ agency: 'family', role, user, kind: 'family' as const })),
);

function drawSafety({ vocabulary: { categories } }: World): readonly engine.SafetyRule[] {
  const codes = categories.map(({ code }) => code);
  const from = () => choose.some(['parent', 'child', 'substitute'], 1, 3);
  const unlessServedBy = () => (choose.chance(0.5) ? [] : choose.some(['open-file', 'enrolment'], 1, 2));
  return [
    { id: 's1', sentence: said, withholds: choose.some(codes, 1, 4), from: from(), unlessServedBy: unlessServedBy() },
    {
      id: 's2',
      sentence: said,
      withholds: 'DECIDED_BY_CHILD' as const,
      from: from(),
      unlessServedBy: unlessServedBy(),
    },
    { id: 's3', sentence: said, unlisted: ['inquiry'], untilFamilyIsTold: false },
    { id: 's4', sentence: said, unlisted: ['urgent'], untilFamilyIsTold: true },
    ...(choose.chance(0.3) ? [{ id: 's5', sentence: said, unlisted: ['urgent'], untilFamilyIsTold: false }] : []),
    { id: 's6', sentence: said, whereabouts: choose.some(codes, 1, 2) },
  ].filter(() => choose.chance(0.8));
}

/** Everything that a family member is given or told about, and the parts in which a disclosure to anybody is recorded. */
function safetyOf(load: Load, world: World): string {
  const { compileRules, decide, decidedByChild, explain } = engineOf(load);
  const { network, question } = world;
  const facts = structuredClone(world.facts);
  const rules = compileRules(world.ruleSet, world.vocabulary);
  const said = members.map((requester) => {
    const asked = { requester, purpose: 'family-access', now: question.now };
    const decision = decide(rules, network, facts, asked);
    const cites = world.vocabulary.categories.map(({ code }) =>
      explain(rules, network, facts, asked, code).levels.FULL.lines.map(({ cites: all }) => all.map(({ id }) => id)),
    );
    return [permissions(decision), cites, decision.parts(decision.yes).map(textOf)];
  });
  const { yes, parts } = partsOf(decide(rules, network, facts, question));
  const byChild = instants.map((now) => [...decidedByChild(rules, facts, now)]);
  return JSON.stringify([said, textOf(yes), parts, byChild]);
}

const textOf = ({ SUMMARY, FULL }: engine.LevelSets): string => `${[...SUMMARY].join()} ${[...FULL].join()}`;
function partsOf(decision: engine.Decision) {
  const { FULL, SUMMARY } = decision.yes;
  const [summarised, only] = [
    { FULL: FULL.map(() => 0), SUMMARY },
    { FULL, SUMMARY: SUMMARY.map(() => 0) },
  ];
  return {
    yes: decision.yes,
    parts: [...decision.parts({ FULL, SUMMARY }), ...decision.parts(summarised), ...decision.parts(only)].map(textOf),
  };
}

/** What each member of a family is shown of what others did. */
function shownOf(load: Load, world: World): string {
  const { compileRules, shownToMember } = engineOf(load);
  const { network, question } = world;
  const facts = structuredClone(world.facts);
  const rules = compileRules(world.ruleSet, world.vocabulary);
  const { now } = question;
  const codes = world.vocabulary.categories.map(({ code }) => code);
  const access = { id: 'e0', agency: 'north', user: 'u1', openedAt: now - 10, until: now };
  const grounds = [
    { kind: 'RULE', id: 'rule-1', categories: codes },
    { kind: 'CONSENT', id: facts.consents[0]?.id ?? 'c0', categories: codes.slice(0, 3) },
    { kind: 'EMERGENCY', id: 'e0', categories: codes.slice(2, 4) },
    { kind: 'ORDER', id: 'o0', categories: codes.slice(4, 5) },
  ];
  const uses = [
    { agency: 'north', user: 'u1' },
    { agency: 'south', user: 'u1' },
    { agency: 'north', user: 'u2' },
    { agency: 'family', user: 'p1' },
    { agency: 'family', user: 'c' },
  ].flatMap((requester) =>
    ['care', 'inquiry', 'urgent'].flatMap((purpose) =>
      [now - 11, now - 10, now - 1, now].flatMap((at) =>
        [grounds, grounds.slice(0, 1), grounds.slice(2)].map((some) => ({
          ...{ requester, purpose, at, grounds: some },
          categories: { FULL: codes.slice(0, 4), SUMMARY: codes.slice(3) },
        })),
      ),
    ),
  );
  return JSON.stringify(
    members.map((member) =>
      [[], [access], [{ ...access, user: 'u2' }]].map((told) => {
        const view = shownToMember(rules, network, facts, member, now, told);
        return [
          uses.map((use) => view.use(use)),
          facts.consents.map((each) => [view.consent(each), view.consent({ ...each, state: 'NEEDS_CONFIRMATION' })]),
          facts.authorities.map((each) => view.authority(each)),
          ['p1', 'c', undefined].map((user) => view.actOf(user)),
        ];
      }),
    ),
  );
}

/** What a pack's section on the safety of the family may not say, and what holds where it says nothing. */
function sections(load: Load): string {
  const { familySafetyFaults } = load('safety/safety-faults.ts') as typeof safetyFaultsFile;
  const { standardFamilySafety } = load('safety/family-safety.ts') as typeof familySafetyFile;
  const words = [
    ['mental-health', 'mental-health.risk'],
    ['nowhere', 'mental-health.risk'],
    ['treatment'],
    ['treatment', 'fishing'],
    ['parent', 'child'],
    ['parent', 'uncle'],
  ];
  const faults = ['x', 'rule'].flatMap((id) =>
    words.flatMap((some) =>
      words.map((others) =>
        familySafetyFaults(
          {
            rules: [{ id: 'rule' }] as never,
            familySafety: [
              { id, sentence: said, unlisted: some, untilFamilyIsTold: false },
              { id: 'y', sentence: said, whereabouts: some },
              { id: 'z', sentence: said, withholds: some, from: others, unlessServedBy: [] },
              { id: 'y', sentence: said, withholds: 'DECIDED_BY_CHILD', from: ['child'], unlessServedBy: others },
            ],
          },
          vocabulary,
        ),
      ),
    ),
  );
  return JSON.stringify([
    standardFamilySafety(vocabulary),
    faults,
    familySafetyFaults({ rules: [], familySafety: null }, vocabulary),
  ]);
}

/** The safety of a family: what it is not given, and what it is not told. */
export const safetyProbes: { readonly quick: readonly Probe[]; readonly slow: readonly Probe[] } = {
  quick: [sections],
  slow: worlds.flatMap((world): readonly Probe[] => [(load) => safetyOf(load, world), (load) => shownOf(load, world)]),
};
