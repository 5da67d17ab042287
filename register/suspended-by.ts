import type { Recorded } from './records.ts';

/**
 * The agencies that hold an authority suspended: it is restored once each of them, or the network, has lifted its own. Of a suspension from before agencies were written
 * down the network answers.
 */
export function suspendedBy({ body, detail }: Recorded<'authority'>): readonly string[] {
  if (!body.suspended) return [];
  const { suspendedByAgency: first, alsoSuspendedBy: others } = detail;
  const isText = (each: unknown): each is string => typeof each === 'string';
  return [isText(first) ? first : 'network', ...(Array.isArray(others) ? others.filter(isText) : [])];
}
