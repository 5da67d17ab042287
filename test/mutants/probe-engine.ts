import type { Probe } from './engine-under-test.ts';
import { conditionsOfRules } from './probe-conditions.ts';
import { acrossBoundaries, oneAfterAnother } from './probe-boundaries.ts';
import { effectProbes } from './probe-effects.ts';
import { safetyProbes } from './probe-safety.ts';
import { besideTheChild, decidingJointly, deepConsents, settingAside } from './probe-consents.ts';
import { smallParts } from './probe-parts.ts';
import { worldProbes } from './probe-worlds.ts';

/** Every probe, in the order in which they kill soonest. */
export const probes: readonly Probe[] = [
  ...worldProbes.quick,
  smallParts,
  conditionsOfRules,
  deepConsents,
  settingAside,
  decidingJointly,
  besideTheChild,
  acrossBoundaries,
  oneAfterAnother,
  ...effectProbes.quick,
  ...safetyProbes.quick,
  ...safetyProbes.slow,
  ...effectProbes.slow,
  ...worldProbes.slow,
  ...worldProbes.more,
];
