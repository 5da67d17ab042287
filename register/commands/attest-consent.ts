import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';
import { writeConsent } from '../write-consent.ts';

/**
 * A second person, of an agency that gains nothing by it, answers for a consent that somebody recorded for its holder, and names the evidence
 * that it has seen. It binds from then on.
 */
export async function attestConsent(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  evidence: string,
): Promise<Recorded<'consent'>> {
  const seen = readInput(dependencies.inputs.reason, evidence, 'evidence');
  return runOnRecord(dependencies, actor, 'attestConsent', 'consent', id, (context, target) => {
    if (target.body.state !== 'PROPOSED')
      throw new RegisterError('CONFLICT', 'this consent waits for nobody to attest it');
    const attested = { attestedBy: actor.user, attestedByAgency: actor.agency, attestedEvidence: seen };
    return writeConsent(context, 'ATTESTED', { ...target.body, state: 'ACTIVE' }, { ...target.detail, ...attested });
  });
}
