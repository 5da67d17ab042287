import { vocabulary } from '@trellis/vocabulary';
import type { ChildFacts, Consent, NetworkFacts } from '@trellis/decision';
import { compileRules, parseRuleSet } from '@trellis/decision';
import type { Random } from './random.ts';
import { sdl } from './sdl.ts';

/** Who asks in these tests. */
export const asker = { agency: 'child-protection', role: 'caseworker', user: 'worker-1', kind: 'worker' } as const;
export const purpose = 'child-protection-investigation';

/** What one recipient may have of one child: category → the highest level. */
export type Allowed = ReadonlyMap<string, 'SUMMARY' | 'FULL'>;
/** child → recipient (`me`, or an agency as system) → what it may have. Children that are not there permit nothing. */
export type Permissions = ReadonlyMap<string, ReadonlyMap<string, Allowed>>;

const recipients = ['me', 'education', 'police', 'mental-health'];
/** No rule gives this to anyone: no child could permit it. */
export const beyondAll = 'child-protection.reporter';
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
        recipients.map((recipient): [string, Allowed] => {
          const generosity = random.pick(among);
          const level = (): 'SUMMARY' | 'FULL' => (random.chance(0.85) ? 'FULL' : 'SUMMARY');
          return [recipient, new Map(random.some(categories, generosity).map((code) => [code, level()]))];
        }),
      ),
    ]),
  );
}

/** What a consent may open: all there is, but what no rule gives. */
const opened = vocabulary.categories.map(({ code }) => code).filter((code) => code !== beyondAll);

const authority = `{ citation: test, jurisdiction: CA-ON, asOf: 2026-11-21, confidence: UNVERIFIED, force: CONSENT }`;
const rule = (id: string, recipient: string): string => `
  - id: ${id}
    sentence: { en: ${id}, fr: ${id} }
    recipients: [${recipient}]
    purposes: [${purpose}]
    involvement: { need: NONE }
    categories: [${opened.join()}]
    level: FULL
    basis: WITH_CONSENT
    authority: ${authority}`;

/** Rules under which everything but `beyondAll` opens by consent. */
export const rules = compileRules(
  parseRuleSet(
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
rules:${rule('asker', '{ agency: child-protection, roles: [caseworker], kinds: [worker] }')}${[
      'education',
      'police',
      'mental-health',
    ]
      .map((agency) => rule(agency, `{ agency: ${agency}, roles: [system], kinds: [system] }`))
      .join('')}
`,
    vocabulary,
  ),
  vocabulary,
);

export const network: NetworkFacts = { version: 1, standingApprovals: [], ruleSet: 1 };
export const now = Date.parse('2026-11-21T12:00:00Z');

/** The same permissions as the register would hold them: consents of a child who decides alone. */
export function factsOf(permissions: Permissions, child: string): ChildFacts {
  const consents: Consent[] = [...(permissions.get(child) ?? [])].flatMap(([recipient, allowed]) =>
    (['SUMMARY', 'FULL'] as const).flatMap((level) => {
      const codes = [...allowed].filter(([, at]) => at === level).map(([code]) => code);
      return codes.length > 0 ? [consent(recipient, level, codes)] : [];
    }),
  );
  const known = permissions.has(child);
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

function consent(recipient: string, level: 'SUMMARY' | 'FULL', codes: string[]): Consent {
  return {
    id: `${recipient}-${level}`,
    decision: 'PERMIT',
    by: 'self',
    recipients: [
      recipient === 'me' ? { agency: asker.agency, role: asker.role } : { agency: recipient, role: 'system' },
    ],
    purposes: [purpose],
    categories: codes,
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
