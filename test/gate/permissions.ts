import { vocabulary } from '@trellis/vocabulary';
import type { ChildFacts, Consent, NetworkFacts, RuleSet } from '@trellis/decision';
import { compileRules, parseRuleSet } from '@trellis/decision';
import type { Random } from './random.ts';
import { sdl } from './sdl.ts';

/** Who asks in these tests. */
export const asker = { agency: 'child-protection', role: 'caseworker', user: 'worker-1', kind: 'worker' } as const;
export const purpose = 'child-protection-investigation';
/** What the asker's token has. */
export const allPurposes = [purpose, 'ongoing-protection-service', 'placement'] as const;

/** A recipient as permissions know it, for one purpose. */
export function at(recipient: string, forPurpose: string): string {
  return forPurpose === purpose ? recipient : `${recipient} ${forPurpose}`;
}

/** Whether no rule gives a recipient this for a purpose. */
export function isBeyond(recipient: string, forPurpose: string, code: string): boolean {
  return recipient === 'me' && forPurpose === 'placement' && beyondPlacement.includes(code);
}

/** One purpose, as most requests name; or two or three, in any order. */
export function drawPurposes(random: Random): readonly string[] {
  if (random.chance(0.4)) return [purpose];
  const drawn = random.some(allPurposes, 0.7);
  const named = drawn.length > 0 ? drawn : [purpose];
  return random.chance(0.5) ? named : [...named].reverse();
}

/** What one recipient may have of one child: category → the highest level. */
export type Allowed = ReadonlyMap<string, 'SUMMARY' | 'FULL'>;
/** child → recipient (`me`, or an agency as system; under another purpose than the first, see `at`) → what it may have. Children that are not there permit nothing. */
export type Permissions = ReadonlyMap<string, ReadonlyMap<string, Allowed>>;

/** Under which permissions, and for which purposes, something is asked. */
export interface Asking {
  readonly permissions: Permissions;
  readonly purposes: readonly string[];
}

const recipients = ['me', 'education', 'police', 'mental-health'];
/** No rule gives this to anyone: no child could permit it. */
export const beyondAll = 'child-protection.reporter';
/** What no rule gives to the asker for this purpose. */
export const beyondPlacement = ['police.incident', 'education.attendance'];
const used = [
  ...new Set(
    [
      ...Object.values(sdl)
        .join()
        .matchAll(/"([a-z-]+\.[a-z-]+)"/g),
    ].map((match) => match[1] as string),
  ),
];
const categories = [
  ...used,
  'sensitivity.psychiatry',
  'sensitivity.violence',
  'police.victim',
  'police.accused',
  'child-protection.involvement',
].filter((code) => code !== beyondAll);

export function drawPermissions(random: Random, children: readonly string[]): Permissions {
  const among = random.chance(0.05)
    ? [1]
    : random.pick([
        [0.3, 0.6, 0.85],
        [0.6, 0.85, 0.95],
        [0.7, 0.9],
        [0.8, 0.95],
      ]);
  return new Map(
    children.map((child) => [
      child,
      new Map(
        allPurposes.flatMap((each) =>
          recipients.map((recipient): [string, Allowed] => {
            const generosity = random.pick(among);
            const level = (): 'SUMMARY' | 'FULL' => (random.chance(0.85) ? 'FULL' : 'SUMMARY');
            const codes = random.some(categories, generosity);
            const given = codes.filter((code) => !isBeyond(recipient, each, code));
            return [at(recipient, each), new Map(given.map((code) => [code, level()]))];
          }),
        ),
      ),
    ]),
  );
}

/** What a consent may open: all there is, but what no rule gives. */
export const opened = vocabulary.categories.map(({ code }) => code).filter((code) => code !== beyondAll);

const authority = `{ citation: test, jurisdiction: CA-ON, asOf: 2026-11-21, confidence: UNVERIFIED, force: CONSENT }`;

/** A rule in the pack's own words; with the recipients' consent it opens everything but `beyondAll`, unless said. */
export function ruleText(
  id: string,
  recipient: string,
  { purposes = [purpose], need = 'NONE', categories = opened }: RuleWords = {},
): string {
  return `
  - id: ${id}
    sentence: { en: ${id}, fr: ${id} }
    recipients: [${recipient}]
    purposes: [${purposes.join()}]
    involvement: { need: ${need}${need === 'ASSIGNED' ? ', kinds: [investigation]' : ''} }
    categories: [${categories.join()}]
    level: FULL
    basis: WITH_CONSENT
    authority: ${authority}`;
}

interface RuleWords {
  readonly purposes?: readonly string[];
  readonly need?: 'NONE' | 'ASSIGNED';
  readonly categories?: readonly string[];
}

/** The rules of systems that another agency's field may be told to. */
export function systemRules(words?: RuleWords): string[] {
  return ['education', 'police', 'mental-health'].map((agency) =>
    ruleText(agency, `{ agency: ${agency}, roles: [system], kinds: [system] }`, words),
  );
}

/** A rule set in which a child decides for itself. */
export function ruleSetOf(texts: readonly string[]): RuleSet {
  return parseRuleSet(
    `pack: test
version: '1'
jurisdiction: CA-ON
timeZone: America/Toronto
asOf: 2026-11-21
notice: { en: test, fr: test }
authorities:
  - kind: child
    title: { en: child, fr: enfant }
    decides: SELF
    family: child
    rank: 0
    reach: [{ may: [CONSENT, REFUSE], categories: [${[...new Set(vocabulary.categories.map(({ domain }) => domain))].join()}], presumedFrom: 0 }]
    authority: ${authority}
rules:${texts.join('')}
`,
    vocabulary,
  );
}

/** Rules under which everything but `beyondAll` opens by consent. */
export const rules = compileRules(
  ruleSetOf([
    ruleText('asker', '{ agency: child-protection, roles: [caseworker], kinds: [worker] }', {
      purposes: allPurposes.slice(0, 2),
    }),
    ruleText('asker-placement', '{ agency: child-protection, roles: [caseworker], kinds: [worker] }', {
      purposes: ['placement'],
      categories: opened.filter((code) => !beyondPlacement.includes(code)),
    }),
    ...systemRules({ purposes: allPurposes }),
  ]),
  vocabulary,
);

export const network: NetworkFacts = { version: 1, standingApprovals: [], ruleSet: 1 };
export const now = Date.parse('2026-11-21T12:00:00Z');

/** The same permissions as the register would hold them: consents of a child who decides alone. */
export function factsOf(permissions: Permissions, child: string): ChildFacts {
  const consents = [...(permissions.get(child) ?? [])].flatMap(([named, allowed]) => {
    const [recipient = '', forPurpose = purpose] = named.split(' ');
    return consentsFor(
      named.replace(' ', '-'),
      recipient === 'me' ? { agency: asker.agency, role: asker.role } : { agency: recipient, role: 'system' },
      [forPurpose],
      allowed,
    );
  });
  return factsWith(child, permissions.has(child), consents);
}

/** What the register holds of a child who consented to this, or of one that it does not know. */
export function factsWith(child: string, known: boolean, consents: readonly Consent[]): ChildFacts {
  return {
    child,
    version: known ? 1 : 0,
    birthDate: known ? '2000-01-01' : null,
    consents,
    authorities: known
      ? [
          {
            id: 'self',
            holder: child,
            kind: 'child',
            domains: null,
            jointWith: [],
            from: '2000-01-01',
            to: null,
            suspended: false,
          },
        ]
      : [],
    orders: [],
    involvements: [],
    approvals: [],
    emergencies: [],
  };
}

/** The consents to what one recipient may have, one for each level. */
export function consentsFor(
  id: string,
  recipient: Consent['recipients'][number],
  purposes: readonly string[],
  allowed: Allowed,
): readonly Consent[] {
  return (['SUMMARY', 'FULL'] as const).flatMap((level) => {
    const codes = [...allowed].filter(([, at]) => at === level).map(([code]) => code);
    return codes.length > 0 ? [consent(`${id}-${level}`, recipient, purposes, level, codes)] : [];
  });
}

function consent(
  id: string,
  recipient: Consent['recipients'][number],
  purposes: readonly string[],
  level: 'SUMMARY' | 'FULL',
  categories: readonly string[],
): Consent {
  return {
    id,
    decision: 'PERMIT',
    by: 'self',
    recipients: [recipient],
    purposes,
    categories,
    level,
    from: 0,
    to: null,
    recordsFrom: null,
    recordsTo: null,
    notEvenInEmergency: false,
    except: [],
    state: 'ACTIVE',
    evidence: null,
    language: 'en',
    recordedAt: 0,
  };
}
