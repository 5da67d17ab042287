import type { Day } from '@trellis/decision';
import type { DrawnFamily, FamilyChild } from './families.ts';
import type { School } from './schools.ts';
import type { Worker } from './staff.ts';

/** A stretch of days; null is still going on. Half-open. */
interface Period {
  readonly from: Day;
  readonly to: Day | null;
}

export interface Enrolment extends Period {
  readonly school: School;
  readonly grade: string;
  readonly teacher: Worker;
}

export interface PlacementStory extends Period {
  readonly setting: 'foster' | 'kin' | 'group';
}

/** A society's work with a child. Its placements lie inside it. */
export interface ProtectionStory extends Period {
  readonly kind: 'investigation' | 'ongoing-service';
  readonly worker: Worker;
  readonly severity: 'low' | 'moderate' | 'high';
  readonly placements: readonly PlacementStory[];
}

export interface TreatmentStory extends Period {
  readonly clinician: Worker;
  readonly concern: 'anxiety' | 'depression' | 'attention' | 'trauma' | 'substance-use';
}

/** One child's life as the agencies know it: what each of them writes down is written from this, so that they agree. */
export interface Life {
  readonly child: FamilyChild;
  readonly family: DrawnFamily;
  readonly enrolment: Enrolment | undefined;
  readonly protection: ProtectionStory | undefined;
  readonly treatment: TreatmentStory | undefined;
}

/** Something that happened to several children at once. */
export interface Occurrence {
  readonly key: string;
  readonly on: Day;
  readonly kind: 'violence-at-home' | 'assault' | 'theft' | 'mischief' | 'school-fight';
  readonly people: readonly { readonly life: Life; readonly role: 'VICTIM' | 'WITNESS' | 'ACCUSED' }[];
  readonly officer: Worker;
}
