import type { ChildFacts, Day, Involvement, StandingApproval } from '@trellis/decision';
import { standingProtocols } from '../standing-protocols.ts';
import { authoritiesOf } from './authorities.ts';
import { drawConsents } from './consents.ts';
import { addDays, instantOf } from './days.ts';
import type { Life, Occurrence } from './life.ts';
import type { Population } from './population.ts';
import { openRandom } from './random.ts';

/** The register's facts about one child, before it has a version. */
export type RegisterChild = Omit<ChildFacts, 'version'>;

/** The facts that a population's register starts with. */
export interface RegisterFacts {
  readonly children: readonly RegisterChild[];
  readonly standingApprovals: readonly StandingApproval[];
}

/** The register of a population: who may decide, who works with whom, what was decided. */
export function registerFacts({ seed, asOf, lives, occurrences }: Population): RegisterFacts {
  const random = openRandom(seed).fork('register');
  return {
    children: lives.map((life) => {
      const authorities = authoritiesOf(life, asOf);
      return {
        child: life.child.id,
        birthDate: life.child.birthDate,
        authorities,
        consents: drawConsents(random.fork(life.family.key), life, authorities),
        involvements: involvementsOf(life, occurrences, asOf),
        orders: [],
        approvals: [],
        emergencies: [],
      };
    }),
    standingApprovals: standingProtocols(asOf),
  };
}

/** The agencies that work with a child, each by its own evidence, each with the workers assigned. */
export function involvementsOf(
  { child, protection, treatment, enrolment }: Life,
  occurrences: readonly Occurrence[],
  asOf: Day,
): Involvement[] {
  const one = (
    agency: string,
    kind: string,
    told: { evidence: string; assigned: readonly string[]; from: Day; to: Day | null },
  ): Involvement => ({
    id: `involvement-${kind}-${child.sub}`,
    agency,
    kind,
    evidence: told.evidence,
    assigned: [...new Set(told.assigned)],
    from: instantOf(told.from),
    to: told.to === null ? null : instantOf(told.to),
  });
  const recent = occurrences.filter(
    ({ on, kind, people }) =>
      kind !== 'school-fight' && on > addDays(asOf, -180) && people.some(({ life }) => life.child.id === child.id),
  );
  const [first] = recent;
  const home = protection?.placements.find(({ to }) => to === null);
  return [
    ...(protection
      ? [
          one('child-protection', protection.kind, {
            ...protection,
            evidence: 'Society file',
            assigned: [protection.worker.user],
          }),
        ]
      : []),
    ...(home && protection
      ? [
          one('child-protection', 'placement', {
            ...home,
            evidence: 'Placement agreement',
            assigned: [protection.worker.user],
          }),
        ]
      : []),
    ...(treatment
      ? [
          one('mental-health', 'treatment', {
            ...treatment,
            evidence: 'Referral accepted',
            assigned: [treatment.clinician.user],
          }),
        ]
      : []),
    ...(enrolment
      ? [one('education', 'enrolment', { ...enrolment, evidence: 'Enrolment', assigned: [enrolment.teacher.user] })]
      : []),
    ...(first
      ? [
          one('police', 'police-investigation', {
            from: first.on,
            to: null,
            evidence: 'Incident report',
            assigned: recent.map(({ officer }) => officer.user),
          }),
        ]
      : []),
  ];
}
