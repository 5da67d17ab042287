import type { EmergenciesQuery } from '../../generated/graph.ts';

/** An emergency access, as its reviewer reads it. */
export type EmergencyAccess = EmergenciesQuery['emergencyAccesses'][number];
