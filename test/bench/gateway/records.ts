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
      contact: of('ChildContact', {
        phone: `+1 555 ${1000 + number}`,
        email: `family${number}@mail.example`,
        address: `${number} Lakeshore Road`,
        city: 'Barrie',
        postalCode: 'L4M 1A1',
      }),
    }),
  'child-protection': (number) =>
    of('Child', {
      id: idOf(number),
      protection: of('ProtectionFile', {
        status: 'OPEN',
        openedOn: '2025-11-03',
        riskLevel: 'MODERATE',
        riskBand: 'RAISED',
        legalStatus: 'SUPERVISION_ORDER',
        legalStatusSince: '2026-01-15',
        eligibility: of('Eligibility', { code: '2-1-B', section: '2', scale: '1', severity: 'MODERATELY_SEVERE' }),
        safetyAlerts: [of('SafetyAlert', { id: idOf(number + 10_000), raisedOn: '2026-02-01', text: 'Call ahead.' })],
        worker: of('WorkerContact', {
          name: 'R. Singh',
          phone: '+1 555 0101',
          email: 'r.singh@society.example',
          team: 'North',
        }),
        planOfService: of('PlanOfService', {
          id: idOf(number + 20_000),
          from: '2025-12-01',
          to: '2026-12-01',
          reviewOn: '2026-06-01',
          goals: ['A settled home', 'School every day'],
        }),
      }),
    }),
  'mental-health': (number) =>
    of('Child', {
      id: idOf(number),
      mentalHealth: of('MentalHealthRecord', {
        inService: true,
        serviceSince: '2025-09-01',
        provider: of('ProviderContact', { name: 'Dr. A. Roy', organization: 'Simcoe Clinic', phone: '+1 555 0202' }),
        riskAssessments: [
          of('RiskAssessment', {
            id: idOf(number + 30_000),
            assessedOn: '2026-03-01',
            of: 'SELF_HARM',
            level: 'low',
            mitigation: 'Weekly visits',
          }),
        ],
        scores: [
          of('ScreeningScore', {
            id: idOf(number + 40_000),
            instrument: 'PHQ_9',
            scoredOn: '2026-03-01',
            total: 9,
            severity: 'mild',
          }),
        ],
        safetyPlan: of('SafetyPlan', {
          id: idOf(number + 50_000),
          updatedOn: '2026-03-02',
          warningSigns: ['Does not sleep'],
          copingSteps: ['Calls a friend'],
          supports: ['Grandmother'],
        }),
      }),
    }),
  education: (number) =>
    of('Child', {
      id: idOf(number),
      education: of('EducationRecord', {
        grade: '3',
        enrolledOn: '2024-09-03',
        attendanceRate: 0.91,
        school: of('School', {
          id: idOf(number + 60_000),
          name: 'Maple Public School',
          board: 'Simcoe County',
          phone: '+1 555 0303',
        }),
        attendanceEvents: [
          of('AttendanceEvent', { id: idOf(number + 70_000), on: '2026-03-04', kind: 'LATE', reason: 'Bus' }),
        ],
        accommodations: [
          of('Accommodation', {
            id: idOf(number + 80_000),
            programme: 'Reading support',
            description: 'Extra time',
            from: '2025-09-01',
            to: null,
          }),
        ],
      }),
    }),
};
