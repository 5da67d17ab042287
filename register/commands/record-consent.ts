import type { Consent } from '@trellis/decision';
import type { Dependencies } from '../dependencies.ts';
import { misfit, forbidden } from '../error.ts';
import { readInput } from '../inputs.ts';
import { ofKind } from '../record-kind.ts';
import type { Actor, Recorded } from '../records.ts';
import { runCommand } from '../run-command.ts';
import { writeConsent } from '../write-consent.ts';

const windowWhy =
  'cannot be applied: no record of the network tells its day to the decision. Name categories or a period instead';

/**
 * Records a permit or a refusal. It binds at once where a holder of the authority records it, or where it refuses. A permit that anybody else
 * records is PROPOSED until the holder confirms it, or a second person of an agency that gains nothing attests it; a refusal that anybody else
 * records restricts at once, and sets aside what others decided only once the holder has confirmed it.
 */
export async function recordConsent(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'consent'>> {
  const input = readInput(dependencies.inputs.consent, given);
  const act = { mutation: 'recordConsent', about: input.child, authority: input.by } as const;
  return runCommand(dependencies, actor, act, (context) => {
    const authority = ofKind(context.records, 'authority').find(({ id }) => id === input.by);
    if (authority === undefined || authority.body.suspended || authority.body.confirmed === false) throw forbidden();
    const from = input.from ?? context.at;
    const to = input.to ?? null;
    const evidence = input.evidence ?? null;
    const { recordsFrom, recordsTo } = input;
    if (recordsFrom != null || recordsTo != null)
      throw misfit(recordsFrom != null ? 'recordsFrom' : 'recordsTo', 'MALFORMED', windowWhy);
    if (to !== null && to <= from) throw misfit('to', 'WRONG_ORDER', 'must come after `from`');
    const binding = actor.kind === 'family' || input.decision === 'REFUSE';
    const id = dependencies.newId();
    const body: Consent = {
      id,
      decision: input.decision,
      by: input.by,
      recipients: input.recipients,
      purposes: input.purposes,
      categories: input.categories,
      // Unless said, a refusal is of everything: one of FULL alone leaves the summary.
      level: input.level ?? (input.decision === 'REFUSE' ? 'SUMMARY' : 'FULL'),
      from,
      to,
      recordsFrom: input.recordsFrom ?? null,
      recordsTo: input.recordsTo ?? null,
      notEvenInEmergency: input.notEvenInEmergency ?? false,
      except: input.except ?? [],
      state: binding ? 'ACTIVE' : 'PROPOSED',
      evidence,
      language: input.language ?? 'en',
      recordedAt: context.at,
      ...(binding && actor.kind !== 'family' ? { unconfirmed: true } : {}),
    };
    if (!binding) return writeConsent(context, 'PROPOSED', body, { holder: authority.body.holder });
    return writeConsent(context, input.decision === 'PERMIT' ? 'GIVEN' : 'REFUSED', body, {});
  });
}
