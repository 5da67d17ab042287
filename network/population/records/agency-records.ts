import type { ChildProtectionRecords } from '@trellis/subgraph-child-protection';
import type { EducationRecords } from '@trellis/subgraph-education';
import type { IdentityRecords } from '@trellis/subgraph-identity';
import type { MentalHealthRecords } from '@trellis/subgraph-mental-health';
import type { PoliceRecords } from '@trellis/subgraph-police';
import type { Population } from '../population.ts';
import { openRandom } from '../random.ts';
import { childProtectionRecords } from './child-protection-records.ts';
import { educationRecords } from './education-records.ts';
import { identityRecords } from './identity-records.ts';
import { mentalHealthRecords } from './mental-health-records.ts';
import { policeRecords } from './police-records.ts';

/** The records that each agency has written down about a population. */
export interface AgencyRecords {
  readonly identity: IdentityRecords;
  readonly 'child-protection': ChildProtectionRecords;
  readonly 'mental-health': MentalHealthRecords;
  readonly education: EducationRecords;
  readonly police: PoliceRecords;
}

/** The agencies' records of a population: written from the same lives, so that they agree. */
export function agencyRecords({ seed, asOf, lives, occurrences }: Population): AgencyRecords {
  const random = openRandom(seed).fork('records');
  return {
    identity: identityRecords(lives, occurrences),
    'child-protection': childProtectionRecords(random.fork('child-protection'), lives, asOf),
    'mental-health': mentalHealthRecords(random.fork('mental-health'), lives, asOf),
    education: educationRecords(random.fork('education'), lives, occurrences, asOf),
    police: policeRecords(random.fork('police'), lives, occurrences, asOf),
  };
}
