import type { Probe } from './engine-under-test.ts';
import { acrossBoundaries } from './probe-boundaries.ts';
import { decidingJointly, deepConsents, settingAside } from './probe-consents.ts';
import { smallParts } from './probe-parts.ts';
import { worldProbes } from './probe-worlds.ts';

/** Every probe, in the order in which they kill soonest. */
export const probes: readonly Probe[] = [
  ...worldProbes.quick,
  smallParts,
  deepConsents,
  settingAside,
  decidingJointly,
  acrossBoundaries,
  ...worldProbes.slow,
  ...worldProbes.more,
];
