import { childProtectionTables } from './child-protection.ts';
import { educationTables } from './education.ts';
import { mentalHealthTables } from './mental-health.ts';
import { policeTables } from './police.ts';

/** The agencies that records can be loaded for. */
export const agencies = {
  'mental-health': mentalHealthTables,
  education: educationTables,
  police: policeTables,
  'child-protection': childProtectionTables,
} as const;

/** An agency that records can be loaded for. */
export type LoadingAgency = keyof typeof agencies;

export const loadingAgencies = Object.keys(agencies) as readonly LoadingAgency[];

export function isLoadingAgency(name: string): name is LoadingAgency {
  return Object.hasOwn(agencies, name);
}
