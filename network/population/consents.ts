import type { Authority, Consent } from '@trellis/decision';
import { addDays, instantOf, later, yearsBefore } from './days.ts';
import type { Life } from './life.ts';
import type { Random } from './random.ts';

type Terms = Pick<Consent, 'decision' | 'recipients' | 'purposes' | 'categories' | 'level' | 'notEvenInEmergency'>;

/** The decisions of families around here, most often first. */
const permits: readonly Terms[] = [
  {
    decision: 'PERMIT',
    recipients: [{ agency: 'child-protection' }],
    purposes: ['ongoing-protection-service'],
    categories: ['education.enrolment', 'education.attendance'],
    level: 'FULL',
    notEvenInEmergency: false,
  },
  {
    decision: 'PERMIT',
    recipients: [
      { agency: 'education', role: 'teacher' },
      { agency: 'education', role: 'counsellor' },
    ],
    purposes: ['education-support'],
    categories: ['mental-health.involvement'],
    level: 'SUMMARY',
    notEvenInEmergency: false,
  },
  {
    decision: 'PERMIT',
    recipients: [{ agency: 'mental-health' }],
    purposes: ['treatment'],
    categories: ['education.attendance', 'education.accommodations'],
    level: 'FULL',
    notEvenInEmergency: false,
  },
];
const refusals: readonly Terms[] = [
  {
    decision: 'REFUSE',
    recipients: [{ agency: 'police' }],
    purposes: ['law-enforcement-investigation'],
    categories: ['mental-health'],
    level: 'SUMMARY',
    notEvenInEmergency: false,
  },
  {
    decision: 'REFUSE',
    recipients: [{ agency: 'child-protection' }],
    purposes: ['ongoing-protection-service'],
    categories: ['mental-health.session-notes'],
    level: 'SUMMARY',
    notEvenInEmergency: true,
  },
];

/** A consent with nothing but its terms: in force from a day, without end, without exceptions. */
function consentOn(id: string, by: Authority, { from, terms }: { from: string; terms: Terms }): Consent {
  const at = instantOf(from);
  return {
    id,
    by: by.id,
    ...terms,
    from: at,
    to: null,
    recordsFrom: null,
    recordsTo: null,
    except: [],
    state: 'ACTIVE',
    evidence: 'Signed form',
    language: 'en',
    recordedAt: at,
  };
}

/** The decisions of this family, if any: every custodial parent signs; a capable child decides on its own counselling. */
export function drawConsents(
  random: Random,
  { child, treatment, protection, enrolment }: Life,
  authorities: readonly Authority[],
): Consent[] {
  const custodial = authorities.filter(({ kind }) => kind === 'custodial-parent');
  const self = authorities.find(({ kind }) => kind === 'child');
  const since = later(child.birthDate, protection?.from ?? treatment?.from ?? enrolment?.from ?? child.birthDate);
  const family = random.chance(0.45) ? [random.pick(permits)] : random.chance(0.15) ? [random.pick(refusals)] : [];
  const own = self !== undefined && treatment !== undefined && random.chance(0.5) ? [random.pick(refusals)] : [];
  return [
    ...family.flatMap((terms, at) =>
      custodial.map((by) => consentOn(`consent-${child.sub}-${String(at)}-${by.holder}`, by, { from: since, terms })),
    ),
    ...own.flatMap((terms) =>
      self === undefined
        ? []
        : [
            consentOn(`consent-${child.sub}-own`, self, {
              from: later(addDays(yearsBefore(child.birthDate, -12), 2), treatment?.from ?? since),
              terms,
            }),
          ],
    ),
  ];
}
