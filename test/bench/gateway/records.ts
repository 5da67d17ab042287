/** What one agency answers about one child: GraphQL types by name. */
export interface Thing {
  readonly __typename: string;
  readonly [field: string]: unknown;
}

export const agencyNames = ['identity', 'child-protection', 'mental-health', 'education'] as const;
export type AgencyName = (typeof agencyNames)[number];

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** A well-formed identifier, another for each number. */
export function idOf(number: number): string {
  let rest = number * 2_654_435_761;
  const letters = Array.from({ length: 26 }, (_, place) => {
    rest = (rest * 31 + place * 17 + number) % 4_294_967_296;
    return alphabet[Math.floor(rest / 134_217_728)] ?? 'a';
  });
  return letters.join('');
}

const of = (type: string, fields: Record<string, unknown>): Thing => ({ __typename: type, ...fields });

/** The records of a child, made up: the same for the same number. */
export const recordOf: Readonly<Record<AgencyName, (number: number) => Thing>> = {
  identity: (number) =>
    of('Child', {
      id: idOf(number),
      name: `Given${number} Family${number % 40}`,
      birthDate: '2018-05-01',
      birthYear: 2018,
      contact: of('ChildContact', { phone: `555 ${1000 + number}`, city: 'Barrie', postalCode: 'L4M 1A1' }),
    }),
  'child-protection': (number) =>
    of('Child', {
      id: idOf(number),
      protection: of('ProtectionFile', {
        status: 'OPEN',
        openedOn: '2025-11-03',
        closedOn: null,
        riskLevel: 'MODERATE',
        riskBand: 'RAISED',
        legalStatus: 'SUPERVISION_ORDER',
        legalStatusSince: '2026-01-15',
        eligibility: of('Eligibility', { code: '2-1-B', severity: 'MODERATELY_SEVERE' }),
        investigations: ['NEGLECT', 'PHYSICAL'].map((allegation) =>
          of('Investigation', {
            openedOn: '2025-10-01',
            closedOn: '2025-11-01',
            allegation,
            verification: 'VERIFIED',
          }),
        ),
        safetyAlerts: [of('SafetyAlert', { raisedOn: '2026-02-01', text: 'Call ahead.' })],
        hazards: [of('Hazard', { kind: 'ANIMAL', text: 'A large dog.' })],
        worker: of('WorkerContact', { name: 'R. Singh', phone: '555 0101', team: 'North' }),
        planOfService: of('PlanOfService', { from: '2025-12-01', to: '2026-12-01', reviewOn: '2026-06-01' }),
      }),
    }),
  'mental-health': (number) =>
    of('Child', {
      id: idOf(number),
      mentalHealth: of('MentalHealthRecord', {
        inService: true,
        serviceSince: '2025-09-01',
        provider: of('ProviderContact', { name: 'Dr. A. Roy', phone: '555 0202' }),
        riskAssessments: ['2026-01-07', '2026-03-01'].map((assessedOn) =>
          of('RiskAssessment', { assessedOn, of: 'SELF_HARM', level: 'low' }),
        ),
        scores: [7, 9].map((total) =>
          of('ScreeningScore', { instrument: 'PHQ_9', scoredOn: '2026-03-01', total, severity: 'mild' }),
        ),
        safetyPlan: of('SafetyPlan', { updatedOn: '2026-03-02', supports: ['Grandmother'] }),
      }),
    }),
  education: (number) =>
    of('Child', {
      id: idOf(number),
      education: of('EducationRecord', {
        grade: '3',
        enrolledOn: '2024-09-03',
        attendanceRate: 0.91,
        school: of('School', { name: 'Maple Public School', board: 'Simcoe', phone: '555 0303' }),
        attendanceEvents: ['2026-03-04', '2026-03-11', '2026-03-12'].map((on) =>
          of('AttendanceEvent', { on, kind: 'LATE', reason: 'Bus' }),
        ),
        accommodations: [of('Accommodation', { programme: 'Reading', from: '2025-09-01', to: null })],
      }),
    }),
};
