import { allWorkers, namedChildren } from '@trellis/network';
import type { Requester } from '@trellis/vocabulary';

/** One of the synthetic agencies' workers, by the `sub` of the token. */
export function worker(user: string): Requester {
  const found = allWorkers.find((each) => each.user === user);
  if (found === undefined) throw new Error(`no worker is called ${user}`);
  return { agency: found.agency, role: found.role, user, kind: found.kind };
}

/** Somebody of a named child's family. */
export function family(relation: 'mother' | 'father' | 'child', name: string): Requester {
  const role = relation === 'child' ? 'child' : 'parent';
  return { agency: 'family', role, user: `${relation}-named-${name}`, kind: 'family' };
}

/** An agency's own officer, or the network's. */
export function officer(
  agency: string,
  role: 'privacy-officer' | 'approver' | 'auditor' = 'privacy-officer',
  number = 1,
) {
  return { agency, role, user: `${role}-${agency}-${String(number)}`, kind: 'officer' } as const satisfies Requester;
}

export function system(agency: string): Requester {
  return { agency, role: 'system', user: `system-${agency}`, kind: 'system' };
}

/** A named child's network identifier. */
export function idOf(given: string): string {
  const found = namedChildren.find((each) => each.given === given);
  if (found === undefined) throw new Error(`no named child is called ${given}`);
  return found.id;
}
