import type * as engine from '@trellis/decision';
import { instants } from '../property/generate-parts.ts';
import { generateWorlds, type World } from '../property/generate-world.ts';
import { random } from '../property/random.ts';
import { smallVocabulary } from '../property/small-vocabularies.ts';
import { engineOf, type Load, type Probe } from './engine-under-test.ts';

const generator = generateWorlds(random(141));
/** One question to a child, and few consents: the effect of an act is found by many decisions. */
const worlds: readonly World[] = Array.from({ length: 2400 }, () => generator.next().value)
  .filter((world, index) => index % 4 === 0 && world.vocabulary === smallVocabulary)
  .map((world) => ({ ...world, facts: { ...world.facts, consents: world.facts.consents.slice(0, 3) } }));

/** An act as it stands, as it stood before anybody confirmed it, before it began, and when it is over. */
function shapesOf(act: engine.Act, now: number): readonly engine.Act[] {
  switch (act.kind) {
    case 'CONSENT': {
      const { fact } = act;
      const states = ['PROPOSED', 'NEEDS_CONFIRMATION', 'WITHDRAWN', 'SUPERSEDED', 'EXPIRED', 'ACTIVE'] as const;
      return [
        act,
        ...states.map((state) => ({ ...act, fact: { ...fact, state } })),
        { ...act, fact: { ...fact, from: now + 1 } },
        { ...act, fact: { ...fact, to: now } },
        { ...act, fact: { ...fact, to: now + 1 } },
        { ...act, fact: { ...fact, decision: 'REFUSE' } },
        { ...act, fact: { ...fact, decision: 'REFUSE', recipients: [] } },
      ];
    }
    case 'ORDER':
      return [
        act,
        { ...act, fact: { ...act.fact, confirmed: !act.fact.confirmed } },
        { ...act, fact: { ...act.fact, decision: 'REFUSE', confirmed: true, purposes: [] } },
        { ...act, fact: { ...act.fact, to: now } },
        { ...act, fact: { ...act.fact, from: now + 1, to: null } },
      ];
    case 'APPROVAL':
      return [
        act,
        ...(['PENDING', 'DECLINED', 'LAPSED'] as const).map((state) => ({ ...act, fact: { ...act.fact, state } })),
        { ...act, fact: { ...act.fact, state: 'APPROVED', until: now } },
        { ...act, fact: { ...act.fact, state: 'PENDING', until: null } },
      ];
    case 'STANDING_APPROVAL':
      return [
        act,
        { ...act, waits: true },
        { ...act, fact: { ...act.fact, reviewOn: '2030-01-01', from: now + 1 } },
        { ...act, waits: true, fact: { ...act.fact, reviewOn: '2030-01-01' } },
      ];
  }
}

function actsOf({ facts, network }: World): readonly engine.Act[] {
  return [
    ...facts.consents.map((fact): engine.Act => ({ kind: 'CONSENT', fact })),
    ...facts.orders.map((fact): engine.Act => ({ kind: 'ORDER', fact })),
    ...facts.approvals.slice(0, 2).map((fact): engine.Act => ({ kind: 'APPROVAL', fact })),
    ...network.standingApprovals.map((fact): engine.Act => ({ kind: 'STANDING_APPROVAL', fact })),
  ];
}

/** The effect of one act of a world in one of its shapes. */
function effectOfAct(load: Load, world: World, pick: number): string {
  const { effectOf, compileRules } = engineOf(load);
  const { network, question } = world;
  const facts = structuredClone(world.facts);
  const rules = compileRules(world.ruleSet, world.vocabulary);
  const shapes = actsOf(world).flatMap((act) => shapesOf(act, question.now));
  const act = shapes[pick % shapes.length];
  return act === undefined ? '' : JSON.stringify(effectOf({ rules, network, facts }, act, question.now));
}

/** The ways that rules alone foresee, of requesters of every kind, for every purpose. */
function foreseen(load: Load, { ruleSet, vocabulary, facts, question }: World): string {
  const { compileRules, couldOpen, givenByItself, routesByApproval, union } = engineOf(load);
  const rules = compileRules(ruleSet, vocabulary);
  const codes = vocabulary.categories.map(({ code }) => code);
  const { requester } = question;
  const all = ['care', 'inquiry', 'urgent', 'family-access', 'research'];
  return JSON.stringify(
    all.flatMap((purpose) =>
      instants.slice(3, 5).map((now) => {
        const { SUMMARY, FULL } = couldOpen(rules, facts, { requester, purpose, now });
        const asked = [codes, ...codes.map((code) => [code]), ['north'], ['south', 'marks']];
        const by = asked.map((each) =>
          routesByApproval(rules, { requester, purpose, now }, facts.involvements, each, all),
        );
        const needless = all
          .map((each) => givenByItself(rules, facts.involvements, { requester, purpose: each, now }))
          .reduce((one, other) => union(one, other));
        const beside = couldOpen(rules, facts, { requester, purpose, now }, needless);
        return [[...SUMMARY], [...FULL], [...beside.SUMMARY], [...beside.FULL], by];
      }),
    ),
  );
}

/** The effects of acts, and what could be opened at all. */
export const effectProbes: { readonly quick: readonly Probe[]; readonly slow: readonly Probe[] } = {
  quick: worlds.slice(0, 60).map(
    (world): Probe =>
      (load) =>
        foreseen(load, world),
  ),
  slow: worlds.slice(60, 160).map(
    (world, pick): Probe =>
      (load) =>
        effectOfAct(load, world, pick),
  ),
};
