import type { AgencyName } from './records.ts';

/** What is asked of each agency about each child: together about 1.6 kB of answer. */
export const parts: Readonly<Record<AgencyName, string>> = {
  identity: `
    id name birthDate birthYear
    contact { phone city postalCode }`,
  'child-protection': `
    protection {
      status openedOn closedOn riskLevel riskBand legalStatus legalStatusSince
      eligibility { code severity }
      investigations { openedOn closedOn allegation verification }
      safetyAlerts { raisedOn text }
      hazards { kind text }
      worker { name phone team }
      planOfService { from to reviewOn }
    }`,
  'mental-health': `
    mentalHealth {
      inService serviceSince
      provider { name phone }
      riskAssessments { assessedOn of level }
      scores { instrument scoredOn total severity }
      safetyPlan { updatedOn supports }
    }`,
  education: `
    education {
      grade enrolledOn attendanceRate
      school { name board phone }
      attendanceEvents { on kind reason }
      accommodations { programme from to }
    }`,
};
const record = Object.values(parts).join('');

export interface BenchOperation {
  readonly name: 'one child' | 'fifty children';
  readonly query: string;
  /** How many children one request names. */
  readonly children: number;
  /** Requests after which a gateway's code is compiled as far as it will be. */
  readonly warmUp: number;
}

export const operations: readonly BenchOperation[] = [
  { name: 'one child', query: `query One($id: NetworkId!) { child(id: $id) {${record}} }`, children: 1, warmUp: 3_000 },
  {
    name: 'fifty children',
    query: `query Fifty($ids: [NetworkId!]!) { children(ids: $ids) {${record}} }`,
    children: 50,
    warmUp: 600,
  },
];

/** One body per child: the ids rotate, so that no two requests in a row ask for the same. */
export function bodiesOf({ query, children }: BenchOperation, ids: readonly string[]): readonly string[] {
  return ids.map((id, first) => {
    const asked = Array.from({ length: children }, (_, index) => ids[(first + index) % ids.length]);
    return JSON.stringify({ query, variables: children === 1 ? { id } : { ids: asked } });
  });
}
