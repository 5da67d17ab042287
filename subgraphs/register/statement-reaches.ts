import type { Actor, Recorded } from '@trellis/register';
import type { Vocabulary } from '@trellis/vocabulary';

/**
 * Checks whether a statement reaches this reader: its author named them, or it tells of harm and they are of the intake of an agency that
 * protects children. Nobody of the family is reached by it.
 */
export function statementReaches(
  { body }: Recorded<'statement'>,
  { agency, role, user, kind }: Actor,
  { mandates, intakeRoles }: Pick<Vocabulary, 'mandates' | 'intakeRoles'>,
): boolean {
  if (kind === 'family' || kind === 'system') return false;
  const isNamed = (body.recipients ?? []).some(
    (each) =>
      each.agency === agency &&
      (each.role === undefined || each.role === role) &&
      (each.user === undefined || each.user === user),
  );
  const isOnDuty = kind === 'officer' || intakeRoles.get(agency)?.includes(role) === true;
  const isIntake = mandates.PROTECTION.includes(agency) && isOnDuty;
  return isNamed || (body.tellsOfHarm === true && isIntake);
}
