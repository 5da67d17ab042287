import type { Requester, Vocabulary } from '@trellis/vocabulary';
import type { Recipient } from './facts.ts';

/** A purpose that no rule may name and no decision serves, until a pseudonymous route for it exists. */
export const unservedPurpose = 'research';

/** Checks whether a rule or a question may carry this purpose at all. */
export function servesPurpose(vocabulary: Vocabulary, purpose: string): boolean {
  return purpose !== unservedPurpose && vocabulary.purposes.has(purpose);
}

/** Agencies, the family and the network: all that may receive. */
export function knowsRecipientAgency(vocabulary: Vocabulary, agency: string): boolean {
  return agency === 'family' || agency === 'network' || vocabulary.agencies.includes(agency);
}

/** An agency's roles are its own, the network's officers (who carry its name), and `system`. The family's are its own alone. */
export function knowsRole(vocabulary: Vocabulary, agency: string, role: string): boolean {
  if (!knowsRecipientAgency(vocabulary, agency)) return false;
  const own = vocabulary.roles[agency]?.includes(role) ?? false;
  if (agency === 'family') return own;
  return own || role === 'system' || (vocabulary.roles['network']?.includes(role) ?? false);
}

/** Checks whether this kind can carry this role: a family member and a system are each exactly that. */
export function kindFits(agency: string, role: string, kind: string): boolean {
  return (agency === 'family') === (kind === 'family') && (role === 'system') === (kind === 'system');
}

/** Checks whether this requester is one the vocabulary has a place for. Anybody else is permitted nothing. */
export function knowsRequester(vocabulary: Vocabulary, { agency, role, kind, user }: Requester): boolean {
  return (
    user !== '' &&
    vocabulary.kinds.includes(kind) &&
    knowsRole(vocabulary, agency, role) &&
    kindFits(agency, role, kind)
  );
}

/** Checks whether the recipient that a fact names is one there could be. */
export function knowsRecipient({ agency, role }: Recipient, vocabulary: Vocabulary): boolean {
  return role === undefined ? knowsRecipientAgency(vocabulary, agency) : knowsRole(vocabulary, agency, role);
}
