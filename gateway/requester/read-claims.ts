import type { JWTPayload } from 'jose';
import type { Kind, Requester, Vocabulary } from '@trellis/vocabulary';
import type { ClaimName } from '../errors.ts';
import { tokenRefusal } from './token-refusal.ts';
import type { Verified } from './token-verifier.ts';

const subject = /^[\x21-\x7e]{1,255}$/;
const appName = /^[\w.:-]{1,100}$/;

/**
 * Reads who asks from the claims of a verified token. Throws UNAUTHENTICATED, naming the claim, where one is missing, of another type, or
 * no word of the vocabulary. Which roles there are depends on the kind: a worker has a role of its agency, an officer one of the
 * network's, a family member one of the family's, and a system is called `system`. Purposes that the network does not know are left out:
 * an issuer may serve more than this network. `agencies` are those that the issuer may speak for; all of them unless given.
 */
export function readClaims(payload: JWTPayload, vocabulary: Vocabulary, agencies?: readonly string[]): Verified {
  // A token without a kind is a worker's: the narrowest, which has no roles but its agency's own.
  const { sub, exp, agency, role, kind = 'worker', purposes } = payload;
  if (typeof sub !== 'string' || !subject.test(sub)) throw wrong('sub');
  if (typeof exp !== 'number') throw wrong('exp');
  if (typeof kind !== 'string' || !isKind(kind, vocabulary)) throw wrong('kind');
  if (typeof agency !== 'string' || !isAgency(agency, vocabulary) || agencies?.includes(agency) === false)
    throw wrong('agency');
  if (typeof role !== 'string' || !rolesOf(agency, kind, vocabulary).includes(role)) throw wrong('role');
  const known = knownPurposes(purposes, vocabulary);
  if (known.length === 0) throw wrong('purposes');
  const app = payload['app'] ?? payload['azp'] ?? payload['client_id'];
  if (app !== undefined && (typeof app !== 'string' || !appName.test(app))) throw wrong('app');
  const requester: Requester = Object.freeze({ agency, role, user: sub, kind });
  return Object.freeze({
    requester,
    purposes: Object.freeze(known),
    expiresAt: exp * 1000,
    ...(app !== undefined && { app }),
  });
}

const wrong = (claim: ClaimName) => tokenRefusal('TOKEN_CLAIM', claim);

function isKind(kind: string, vocabulary: Vocabulary): kind is Kind {
  return vocabulary.kinds.some((known) => known === kind);
}

function isAgency(agency: string, { agencies }: Vocabulary): boolean {
  return agencies.includes(agency) || agency === 'network' || agency === 'family';
}

function rolesOf(agency: string, kind: Kind, vocabulary: Vocabulary): readonly string[] {
  const roles = (of: string) => (Object.hasOwn(vocabulary.roles, of) ? (vocabulary.roles[of] ?? []) : []);
  const known = vocabulary.agencies.includes(agency);
  switch (kind) {
    case 'worker':
      return known ? roles(agency) : [];
    case 'officer':
      return known || agency === 'network' ? roles('network') : [];
    case 'family':
      return agency === 'family' ? roles('family') : [];
    case 'system':
      return known ? ['system'] : [];
  }
}

/** The purposes that the network knows; none where the claim is no list of texts. */
function knownPurposes(purposes: unknown, vocabulary: Vocabulary): string[] {
  if (!Array.isArray(purposes) || !purposes.every((purpose) => typeof purpose === 'string')) return [];
  return [...new Set(purposes)].filter((purpose) => vocabulary.purposes.has(purpose));
}
