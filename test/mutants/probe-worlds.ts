import { engineOf, permissions, type Engine, type Load, type Probe } from './engine-under-test.ts';
import { instants } from '../property/generate-parts.ts';
import { generateWorlds, type World } from '../property/generate-world.ts';
import { random } from '../property/random.ts';

const choose = random(77);
const generator = generateWorlds(choose);
const worlds: readonly World[] = Array.from({ length: 3200 }, () => generator.next().value);

/** Facts are cloned for each engine: what one keeps for them must not be there for the next. */
function decideWorld({ decide, compileRules }: Engine, world: World) {
  const rules = compileRules(world.ruleSet, world.vocabulary);
  const facts = structuredClone(world.facts);
  return { rules, facts, decision: decide(rules, world.network, facts, world.question) };
}

function refusal(act: () => unknown): string {
  try {
    act();
    return 'none';
  } catch (error) {
    return error instanceof RangeError ? error.message : 'another error';
  }
}

/** Everything an answer says, and everything an officer is told. */
function wholeAnswer(load: Load, world: World): string {
  const api = engineOf(load);
  const { rules, facts, decision } = decideWorld(api, world);
  const { network, question } = world;
  const cells = world.vocabulary.categories.map(({ code }, bit) => {
    const { levels, routes, known } = api.explain(rules, network, facts, question, code);
    const told = api.explainToRequester(rules, network, facts, question, code);
    const lines = (['SUMMARY', 'FULL'] as const).map((level) => [
      levels[level].decidedBy,
      levels[level].permitted,
      levels[level].lines.map(({ line, applies, decides, cites, sentence }) => [
        line,
        applies,
        decides,
        sentence.en,
        cites.map(({ id, kind, sentence, authority }) => [kind + id, sentence?.en, authority]),
      ]),
      decision.grounds(bit, level),
      decision.routes(bit, level),
    ]);
    return [code, known, routes, told, lines, decision.routes(bit)];
  });
  const most = api.ceiling(rules, question);
  return JSON.stringify([
    permissions(decision),
    decision.child,
    refusal(() => api.explain(rules, network, facts, question, 'no-such.category')),
    cells,
    decision.obligations(decision.yes.SUMMARY),
    decision.obligations(decision.yes.FULL),
    [...most.SUMMARY],
    [...most.FULL],
  ]);
}

/** One child asked about at one instant after another, and by several: what is kept must not show. */
function keptAnswers(load: Load, world: World): string {
  const { decide, compileRules } = engineOf(load);
  const rules = [
    compileRules(world.ruleSet, world.vocabulary),
    compileRules({ ...world.ruleSet, rules: world.ruleSet.rules.slice(1) }, world.vocabulary),
  ];
  const facts = structuredClone(world.facts);
  const networks = [world.network, { ...world.network, standingApprovals: [] }];
  const turn = random(5);
  const { requester } = world.question;
  return Array.from({ length: 40 }, (_, index) => {
    const changed = [
      {},
      { user: 'u2' },
      { role: 'teacher' },
      { agency: 'south' },
      { kind: 'officer' as const },
      { user: `other-${index}` },
    ];
    return permissions(
      decide(turn.chance(0.8) ? rules[0]! : rules[1]!, turn.chance(0.8) ? networks[0]! : networks[1]!, facts, {
        ...world.question,
        purpose: turn.chance(0.8) ? world.question.purpose : turn.pick(['care', 'inquiry']),
        requester: { ...requester, ...(turn.chance(0.7) ? {} : turn.pick(changed)) },
        now: turn.pick(instants) + turn.pick([-1, 0, 0, 1]),
        recordedOn: turn.chance(0.8) ? undefined : '2026-03-08',
      }),
    );
  }).join(';');
}

/** Generated worlds: what is permitted, all that is said, and what is kept. */
export const worldProbes: {
  readonly quick: readonly Probe[];
  readonly slow: readonly Probe[];
  readonly more: readonly Probe[];
} = {
  quick: worlds.slice(0, 1500).map(
    (world): Probe =>
      (load) =>
        permissions(decideWorld(engineOf(load), world).decision),
  ),
  slow: [
    ...worlds.slice(600, 1200).map((world): Probe => (load) => {
      const orders = world.facts.orders.map((each) => ({
        ...each,
        decision: 'REFUSE' as const,
        confirmed: true,
        to: 0,
      }));
      return permissions(decideWorld(engineOf(load), { ...world, facts: { ...world.facts, orders } }).decision);
    }),
    ...worlds.slice(0, 600).map((world): Probe => (load) => {
      const standingApprovals = world.network.standingApprovals.map((each) => ({ ...each, from: world.question.now }));
      const begun = { ...world, network: { ...world.network, standingApprovals } };
      return permissions(decideWorld(engineOf(load), begun).decision);
    }),
    ...worlds.slice(1500, 1800).map(
      (world): Probe =>
        (load) =>
          wholeAnswer(load, world),
    ),
    // A consent may have the id of a rule: it is cited as itself all the same.
    ...worlds.slice(1500, 1520).map((world): Probe => (load) => {
      const id = world.ruleSet.rules[0]?.id ?? 'rule';
      const consents = world.facts.consents.map((each, index) => (index === 0 ? { ...each, id } : each));
      return wholeAnswer(load, { ...world, facts: { ...world.facts, consents } });
    }),
    ...worlds.slice(1800, 2000).map(
      (world): Probe =>
        (load) =>
          keptAnswers(load, world),
    ),
  ],
  more: worlds.slice(2000).map(
    (world): Probe =>
      (load) =>
        permissions(decideWorld(engineOf(load), world).decision),
  ),
};
