import { dayOf } from '../shared/days.ts';
import type { ChildAsSeenQuery } from '../generated/graph.ts';

type Child = NonNullable<ChildAsSeenQuery['child']>;

/** One thing on a child's page: which field of the graph it is, and how its value reads. */
export interface Piece {
  readonly coordinate: string;
  /** The path to it in the answer, to find what failed. */
  readonly path: string;
  readonly title: string;
  /** Undefined where there is nothing recorded. */
  readonly read: (child: Child) => string | undefined;
}

export interface Section {
  readonly title: string;
  readonly agency: string;
  readonly pieces: readonly Piece[];
}

const piece = (coordinate: string, path: string, title: string, read: Piece['read']): Piece => ({
  coordinate,
  path,
  title,
  read,
});
const some = (value: string | number | null | undefined): string | undefined =>
  value === null || value === undefined || value === '' ? undefined : String(value);
const each = (values: readonly (string | null | undefined)[] | null | undefined): string | undefined => {
  const there = (values ?? []).flatMap((value) => some(value) ?? []);
  return there.length === 0 ? undefined : [...new Set(there)].slice(0, 3).join(' · ');
};
const plain = (code: string | null | undefined): string | undefined => some(code)?.replaceAll('_', ' ').toLowerCase();

/** A child's page over five agencies. Everybody asks for the same. */
export const sections: readonly Section[] = [
  {
    title: 'Who it is',
    agency: 'identity',
    pieces: [
      piece('Child.name', 'name', 'Name', ({ name }) => some(name)),
      piece('Child.birthYear', 'birthYear', 'Born in', ({ birthYear }) => some(birthYear)),
    ],
  },
  {
    title: 'Child protection',
    agency: 'child-protection',
    pieces: [
      piece('ProtectionFile.status', 'protection.status', 'File', ({ protection }) => plain(protection?.status)),
      piece('ProtectionFile.riskLevel', 'protection.riskLevel', 'Risk', ({ protection }) =>
        plain(protection?.riskLevel),
      ),
      piece('PlanOfService.goals', 'protection.planOfService', 'Plan', ({ protection }) =>
        each(protection?.planOfService?.goals),
      ),
      piece('Referral.concern', 'protection.referrals', 'Concern told', ({ protection }) =>
        each(protection?.referrals?.map(({ concern }) => concern)),
      ),
      piece('Referral.reporter', 'protection.referrals', 'Who told the society', ({ protection }) =>
        each(protection?.referrals?.map(({ reporter }) => reporter?.kind)),
      ),
    ],
  },
  {
    title: 'Mental health',
    agency: 'mental-health',
    pieces: [
      piece(
        'Child.inMentalHealthService',
        'inMentalHealthService',
        'In counselling',
        ({ inMentalHealthService: is }) => (is === null ? undefined : is ? 'yes' : 'no'),
      ),
      piece('MentalHealthRecord.safetyPlan', 'mentalHealth.safetyPlan', 'Safety plan', ({ mentalHealth }) =>
        each(mentalHealth?.safetyPlan?.copingSteps),
      ),
      piece('MentalHealthRecord.conditions', 'mentalHealth.conditions', 'Diagnosis', ({ mentalHealth }) =>
        each(mentalHealth?.conditions?.map(({ display }) => display)),
      ),
      piece('MentalHealthRecord.riskAssessments', 'mentalHealth.riskAssessments', 'Risk to self', ({ mentalHealth }) =>
        each(mentalHealth?.riskAssessments?.map(({ level }) => plain(level))),
      ),
      piece('MentalHealthRecord.sessionNotes', 'mentalHealth.sessionNotes', 'Session notes', ({ mentalHealth }) =>
        each(mentalHealth?.sessionNotes?.map(({ text }) => text)),
      ),
    ],
  },
  {
    title: 'School',
    agency: 'education',
    pieces: [
      piece('EducationRecord.grade', 'education.grade', 'Grade', ({ education }) => some(education?.grade)),
      piece('EducationRecord.attendanceEvents', 'education.attendanceEvents', 'Absences', ({ education }) =>
        each(education?.attendanceEvents?.map(({ on, kind }) => `${dayOf(on) ?? ''} ${plain(kind) ?? ''}`)),
      ),
    ],
  },
  {
    title: 'Police',
    agency: 'police',
    pieces: [
      piece('Child.incidents', 'incidents', 'Incidents', ({ incidents }) =>
        each(incidents?.map(({ violation }) => plain(violation))),
      ),
    ],
  },
];
