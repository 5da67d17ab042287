import type { JWTPayload } from 'jose';
import type { Kind, Requester, Vocabulary } from '@trellis/vocabulary';
import type { Verified } from './token-verifier.ts';

const subject = /^[\x21-\x7e]{1,255}$/;
const appName = /^[\w.:-]{1,100}$/;

/**
 * Reads who asks from the claims of a verified token; undefined where a claim is missing, of another type, or not a word of the
 * vocabulary. Which roles there are depends on the kind: a worker has a role of its agency, an officer one of the network's,
 * a family member one of the family's, and a system is called `system`.
 */
export function readClaims(payload: JWTPayload, vocabulary: Vocabulary): Verified | undefined {
  const { sub, exp, agency, role, kind, purposes } = payload;
  if (typeof sub !== 'string' || !subject.test(sub) || typeof exp !== 'number') return undefined;
  if (typeof agency !== 'string' || typeof role !== 'string' || typeof kind !== 'string') return undefined;
  if (!isKind(kind, vocabulary) || !rolesOf(agency, kind, vocabulary).includes(role)) return undefined;
  if (!isPurposes(purposes, vocabulary)) return undefined;
  const app = payload['app'] ?? payload['azp'] ?? payload['client_id'];
  if (app !== undefined && (typeof app !== 'string' || !appName.test(app))) return undefined;
  const requester: Requester = Object.freeze({ agency, role, user: sub, kind });
  return Object.freeze({
    requester,
    purposes: Object.freeze([...purposes]),
    expiresAt: exp * 1000,
    ...(app !== undefined && { app }),
  });
}

function isKind(kind: string, vocabulary: Vocabulary): kind is Kind {
  return vocabulary.kinds.some((known) => known === kind);
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

function isPurposes(purposes: unknown, vocabulary: Vocabulary): purposes is string[] {
  return (
    Array.isArray(purposes) &&
    purposes.length > 0 &&
    purposes.every((purpose) => typeof purpose === 'string' && vocabulary.purposes.has(purpose))
  );
}
