import { readFileSync } from 'node:fs';
import { vocabulary } from '@trellis/vocabulary';
import * as engine from '@trellis/decision';
import { instants } from '../property/generate-parts.ts';
import { generateWorlds, type World } from '../property/generate-world.ts';
import { random } from '../property/random.ts';

type Engine = typeof engine;
type Load = (file: string) => Record<string, unknown>;
/** What an engine says to one question of ours, as text: two engines that say the same are not told apart by it. */
type Probe = (load: Load) => string;

const choose = random(77);
const generator = generateWorlds(choose);
const worlds: readonly World[] = Array.from({ length: 4500 }, () => generator.next().value);

function engineOf(load: Load): Engine {
  const parts = ['decide', 'compile-rules', 'ceiling', 'explain', 'explain-to-requester', 'access-period-category'];
  return Object.assign({}, ...parts.map((name) => load(`${name}.ts`))) as Engine;
}

/** Facts are cloned for each engine: what one keeps for them must not be there for the next. */
function decideWorld({ decide, compileRules }: Engine, world: World) {
  const rules = compileRules(world.ruleSet, world.vocabulary);
  const facts = structuredClone(world.facts);
  return { rules, facts, decision: decide(rules, world.network, facts, world.question) };
}

const permissions = (decision: engine.Decision) =>
  `${[...decision.yes.SUMMARY].join()} ${[...decision.yes.FULL].join()}`;

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
        cites.map(({ id, kind }) => kind + id),
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

const zones = ['America/Toronto', 'UTC', 'Asia/Kolkata', 'Pacific/Auckland', 'America/St_Johns'];
const days = [
  '2024-02-29',
  '2023-02-29',
  '1900-02-29',
  '2000-02-29',
  '2026-04-31',
  '2026-06-31',
  '2026-09-31',
  '2026-11-31',
  '2026-01-31',
  '2026-12-31',
  '2026-00-10',
  '2026-13-10',
  '2026-05-00',
  '2026-05-32',
  '2026-5-1',
  '26-05-01',
  '2026-05-01T00',
  'x2026-05-01',
  '',
  null,
  7,
  undefined,
  '2026-11-21',
  '0900-01-01',
  '2026-01-01',
  '2026-02-28',
  '2026-02-29',
  '2026-04-30',
  '2026-03-31',
  '2026-05-31',
  '2026-07-31',
  '2026-08-31',
  '2026-10-31',
];

/** The small parts, at their edges. */
function smallParts(load: Load): string {
  const day = load('local-day.ts') as typeof import('../../decision/local-day.ts');
  const { accessPeriodCategory } = engineOf(load);
  const bits = load('bits.ts') as typeof import('../../decision/bits.ts');
  const age = load('age.ts') as typeof import('../../decision/age.ts');
  const known = load('known.ts') as typeof import('../../decision/known.ts');
  const [earliest, latest] = [Date.UTC(1000, 1), Date.UTC(9999, 1)];
  const ends = [...instants, ...instants.map((at) => at + 0.5), earliest, latest - 1];
  const periods = {
    id: 'x',
    within: 'in',
    after: 'out',
    outcomes: [
      ['a', 3, 0],
      ['b', 0, 2],
      ['c', 0, 1],
      ['d', 0, 0],
    ].map(([outcome, years, months]) => ({
      outcome: String(outcome),
      startsAt: 'x',
      years: Number(years),
      months: Number(months),
      authority: {} as never,
    })),
  };
  const set = bits.bitsOf(vocabulary, ['mental-health', 'identity.name']);
  const other = bits.bitsOf(vocabulary, ['mental-health.risk', 'police']);
  const refused = (act: () => unknown) => {
    try {
      return JSON.stringify(act());
    } catch (error) {
      return error instanceof RangeError ? error.message : 'another error';
    }
  };
  return JSON.stringify([
    zones.map((zone) => ends.map((at) => day.localDay(zone, at))),
    zones.map((zone) => ends.map((at) => day.localDay(zone, at + 86_400_000))),
    days.map((each) => [
      day.isDay(each),
      age.ageOn('2026-11-21', each as string | null),
      age.birthday(each as string | null, 16),
    ]),
    [earliest - 1, earliest, latest - 1, latest, NaN, '5', null].map((each) => day.isInstant(each)),
    ['2026-01-01', null, 'x'].map((from) =>
      ['2026-01-01', '2026-01-02', null, 'x'].map((to) => [
        day.isDayPeriod(from, to),
        day.isDayWithin('2026-01-01', from, to),
      ]),
    ),
    ['America/Toronto', 'Mars/Base', ''].map((zone) => day.isTimeZone(zone)),
    ['a', 'b', 'c', 'd', 'e'].map((outcome) =>
      [
        '2023-11-21',
        '2023-11-22',
        '2023-11-20',
        '2026-09-21',
        '2026-09-22',
        '2026-10-31',
        '2026-11-21',
        '2026-11-22',
        'x',
        '2026-12-31',
      ].map((startedOn) =>
        [Date.parse('2026-11-21T17:00Z'), Date.parse('2026-12-01T17:00Z'), Date.parse('2026-11-30T17:00Z'), NaN].map(
          (now) => accessPeriodCategory(periods, { outcome, startedOn }, now, 'America/Toronto'),
        ),
      ),
    ),
    [
      bits.codesOf(vocabulary, set),
      bits.isSubset(set, other),
      bits.isSubset(set, set),
      bits.isEmpty(set),
      bits.isEmpty(bits.minus(set, set)),
    ],
    [
      bits.codesOf(vocabulary, bits.union(set, other)),
      bits.codesOf(vocabulary, bits.intersect(set, other)),
      bits.codesOf(vocabulary, bits.minus(set, other)),
      [...bits.allBits(vocabulary)],
    ],
    refused(() => bits.bitsOf(vocabulary, ['unknown'])),
    refused(() => bits.hasBit(set, 9999)),
    Object.keys(vocabulary.roles).flatMap((agency) =>
      ['officer', 'child', 'system', 'approver', 'nobody'].flatMap((role) =>
        ['worker', 'officer', 'family', 'system', 'robot'].map((kind) => [
          known.knowsRole(vocabulary, agency, role),
          known.kindFits(agency, role, kind),
          known.knowsRequester(vocabulary, { agency, role, user: 'u', kind: kind as 'worker' }),
          known.knowsRecipient({ agency, role }, vocabulary),
        ]),
      ),
    ),
    ['nobody', 'family', 'network'].map((agency) => [
      known.knowsRecipientAgency(vocabulary, agency),
      known.knowsRecipient({ agency }, vocabulary),
      known.knowsRole(vocabulary, agency, 'system'),
    ]),
    known.knowsRequester(vocabulary, { agency: 'police', role: 'officer', user: '', kind: 'worker' }),
    ['research', 'treatment', 'x'].map((purpose) => known.servesPurpose(vocabulary, purpose)),
  ]);
}

const now = Date.parse('2026-11-21T17:00Z');
const clinician = { agency: 'mental-health', role: 'clinician', user: 'u', kind: 'worker' as const };
const teacher = { agency: 'education', role: 'teacher', user: 'u', kind: 'worker' as const };
const involvement = { evidence: '', assigned: [], from: 0, to: null };
const plain: engine.ChildFacts = {
  child: 'c',
  version: 1,
  birthDate: '2018-01-01',
  consents: [],
  authorities: [],
  orders: [],
  involvements: [
    { ...involvement, id: 'i', agency: 'mental-health', kind: 'treatment' },
    { ...involvement, id: 'j', agency: 'education', kind: 'enrolment' },
  ],
  approvals: [],
  emergencies: [{ id: 'e', agency: 'mental-health', user: 'u', openedAt: 0, until: now + 1, closedAt: null }],
};
const parent: engine.Authority = {
  id: 'a',
  holder: 'p',
  kind: 'custodial-parent',
  domains: null,
  jointWith: [],
  from: '2015-01-01',
  to: null,
  suspended: false,
};
const plainConsent: engine.Consent = {
  id: 'k',
  decision: 'REFUSE',
  by: 'a',
  recipients: [{ agency: 'mental-health' }, { agency: 'education' }],
  purposes: ['treatment', 'education-support'],
  categories: ['mental-health'],
  level: 'FULL',
  from: 0,
  to: null,
  recordsFrom: null,
  recordsTo: null,
  notEvenInEmergency: true,
  except: [],
  state: 'ACTIVE',
  evidence: null,
  language: 'en',
  recordedAt: now,
};

/** Asks an engine with the example pack, as clinician and as teacher, with emergency access and without. */
function askExample(load: Load): (facts: engine.ChildFacts) => string {
  const api = engineOf(load);
  const yaml = readFileSync(new URL('../../decision/packs/example.yaml', import.meta.url), 'utf8');
  const rules = api.compileRules(engine.parseRuleSet(yaml, vocabulary), vocabulary);
  const network = { version: 1, ruleSet: 1, standingApprovals: [] };
  return (facts) =>
    [
      { requester: clinician, purpose: 'treatment' },
      { requester: teacher, purpose: 'education-support' },
    ]
      .flatMap((asked) =>
        [{ ...facts }, { ...facts, emergencies: [] }].map((each) =>
          permissions(api.decide(rules, network, each, { ...asked, now })),
        ),
      )
      .join(' ');
}

/** Consents nested to the limit and past it, unreadable ones, and authorities under one id. */
function deepConsents(load: Load): string {
  const ask = askExample(load);
  const nest = (depth: number, narrow: number): engine.ConsentException => ({
    ...(narrow === 0 ? { categories: ['police'] } : {}),
    ...(depth === 0 ? {} : { except: [nest(depth - 1, narrow - 1)] }),
  });
  return (['PERMIT', 'REFUSE', 'PERHAPS'] as const)
    .flatMap((decision) =>
      [0, 1, 2, 5, 6, 7, 8, 9, 10, 40].flatMap((depth) =>
        [-1, 1, 2, 3].flatMap((narrow) =>
          (['ACTIVE', 'SOMEHOW'] as const).map(
            (state) => ({ ...plainConsent, decision, state, except: [nest(depth, narrow)] }) as engine.Consent,
          ),
        ),
      ),
    )
    .flatMap((consent) =>
      [[parent], [parent, { ...parent, kind: 'access-parent' }], [parent, { ...parent }]].map((authorities) =>
        ask({ ...plain, authorities, consents: [consent] }),
      ),
    )
    .join(';');
}

/** A child's own refusal, sound or not, over a parent's that only stays and is locked: the sound one alone sets it aside. */
function settingAside(load: Load): string {
  const ask = askExample(load);
  const child: engine.Authority = { ...parent, id: 'b', holder: 'c', kind: 'child', domains: ['mental-health'] };
  const stays: engine.Consent = { ...plainConsent, id: 'old', recordedAt: Date.parse('2020-01-01T12:00Z') };
  const own: engine.Consent = { ...plainConsent, id: 'own', by: 'b', notEvenInEmergency: false };
  const broken = [
    {},
    { purposes: ['treatment', 'unknown'] },
    { decision: 'PERHAPS' },
    { state: 'SOMEHOW' },
    { state: 'NEEDS_CONFIRMATION' },
    { level: 'PARTLY' },
    { level: 'SUMMARY' },
    { recordsFrom: '2020-01-01' },
    { recordsFrom: 'x' },
    { recordsTo: '2020-01-01' },
    { from: NaN },
    { to: NaN },
    { to: 0 },
    { recordedAt: NaN },
    { by: 'missing' },
    { decision: 'PERMIT' },
    { decision: 'PERMIT', except: [{ categories: ['mental-health.risk'] }] },
  ];
  return broken
    .flatMap((part) =>
      [{}, { notEvenInEmergency: true }].flatMap((lock) =>
        ['2012-01-01', null].flatMap((birthDate) =>
          [[stays], [stays, { ...stays, id: 'new', level: 'SUMMARY' as const }], []].map((others) =>
            ask({
              ...plain,
              birthDate,
              authorities: [parent, child],
              consents: [...others, { ...own, ...lock, ...part } as engine.Consent],
            }),
          ),
        ),
      ),
    )
    .join(';');
}

/** In the order in which they kill soonest. */
export const probes: readonly Probe[] = [
  ...worlds.slice(0, 1500).map(
    (world): Probe =>
      (load) =>
        permissions(decideWorld(engineOf(load), world).decision),
  ),
  smallParts,
  deepConsents,
  settingAside,
  ...worlds.slice(1500, 1800).map(
    (world): Probe =>
      (load) =>
        wholeAnswer(load, world),
  ),
  ...worlds.slice(1800, 2000).map(
    (world): Probe =>
      (load) =>
        keptAnswers(load, world),
  ),
  ...worlds.slice(2000).map(
    (world): Probe =>
      (load) =>
        permissions(decideWorld(engineOf(load), world).decision),
  ),
];
