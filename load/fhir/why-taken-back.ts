import { stringAt, valuesAt, type JsonObject } from '../json.ts';
import { securityCategories } from './sensitivities.ts';
import { verificationOf } from './verification-of.ts';

/** The statuses that each type may have where the record stands; any other is not understood. */
const standing: Readonly<Record<string, ReadonlySet<string>>> = {
  CarePlan: new Set(['draft', 'active', 'on-hold', 'revoked', 'completed', 'unknown']),
  Encounter: new Set(['arrived', 'triaged', 'in-progress', 'onleave', 'finished', 'unknown']),
  RiskAssessment: new Set(['registered', 'preliminary', 'final', 'amended', 'corrected', 'unknown']),
  Observation: new Set(['registered', 'preliminary', 'final', 'amended', 'corrected', 'unknown']),
};

const verifications = new Set(['confirmed', 'provisional', 'differential', 'unconfirmed']);
const notHeld = new Set(['cancelled', 'planned']);
/** These kinds of records have no categories of their own, and would be answered without the label. */
const withoutCategories = new Set(['RiskAssessment', 'Observation']);

/**
 * The reason why the record of a resource must go if it is here, and must not come if it is not: its source takes it back, in whatever form,
 * or it says something that is not understood. Undefined where it stands.
 */
export function whyTakenBack(type: string, resource: JsonObject): string | undefined {
  const status = stringAt(resource, 'status');
  const verification = verificationOf(resource);
  if (status?.toLowerCase() === 'entered-in-error' || verification.includes('entered-in-error'))
    return 'entered in error: taken back';
  if (verification.includes('refuted')) return 'refuted: taken back';
  if (valuesAt(resource, 'modifierExtension').length > 0 || resource.implicitRules !== undefined)
    return 'carries a modifier that is not understood';
  const isSaid = resource.verificationStatus !== undefined && resource.verificationStatus !== null;
  if (
    type === 'Condition' &&
    isSaid &&
    (verification.length === 0 || verification.some((code) => !verifications.has(code)))
  )
    return 'its verification status is not understood';
  if (type === 'Encounter' && notHeld.has(status ?? '')) return 'did not take place: taken back';
  if (type === 'Observation' && status === 'cancelled') return 'cancelled: taken back';
  if (status !== undefined && standing[type]?.has(status) === false) return 'its status is not understood';
  if (withoutCategories.has(type) && securityCategories(resource).length > 0)
    return 'carries a security label that this record cannot carry';
  return undefined;
}
