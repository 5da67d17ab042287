import type { Requester, Vocabulary } from '@trellis/vocabulary';
import type { Grant } from './grant.ts';

type Words = Pick<Vocabulary, 'agencies' | 'mandates' | 'supervisorRoles'>;

/** Tells whether a grant is for this requester, before any condition. An agency is one of the network's, or none. */
export function fits(grant: Grant, { kind, agency, role }: Requester, words: Words): boolean {
  return grant.kind === kind && isOf(grant, agency, words) && hasRole(grant, agency, role, words);
}

function hasRole({ roles }: Grant, agency: string, role: string, { supervisorRoles }: Words): boolean {
  if (roles === 'EVERY') return true;
  return (roles === 'SUPERVISORS' ? (supervisorRoles.get(agency) ?? []) : roles).includes(role);
}

function isOf({ agency: wanted }: Grant, agency: string, { agencies, mandates }: Words): boolean {
  switch (wanted) {
    case 'AGENCY':
      return agencies.includes(agency);
    case 'PROTECTION':
    case 'CAPACITY':
      return mandates[wanted].includes(agency);
    case 'network':
    case 'family':
    case 'identity':
      return wanted === agency;
  }
}
