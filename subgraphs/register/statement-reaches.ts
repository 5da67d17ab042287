import type { Actor, Recorded } from '@trellis/register';

/**
 * Whether a statement reaches this reader: its author named them, or it tells of harm and they are of
 * the society's intake. Nobody of the family is reached by it.
 */
export function statementReaches({ body }: Recorded<'statement'>, { agency, role, user, kind }: Actor): boolean {
  if (kind === 'family' || kind === 'system') return false;
  const isNamed = (body.recipients ?? []).some(
    (each) =>
      each.agency === agency &&
      (each.role === undefined || each.role === role) &&
      (each.user === undefined || each.user === user),
  );
  const isIntake = agency === 'child-protection' && (kind === 'officer' || role === 'intake-worker');
  return isNamed || (body.tellsOfHarm === true && isIntake);
}
