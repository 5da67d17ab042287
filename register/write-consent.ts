import type { Consent } from '@trellis/decision';
import type { Recorded } from './records.ts';
import type { CommandContext } from './run-command.ts';

/** Writes one consent with its state, and who wrote it. */
export function writeConsent(
  context: CommandContext,
  act: string,
  body: Consent,
  detail: Record<string, unknown>,
): Recorded<'consent'> {
  return context.write({
    act,
    kind: 'consent',
    id: body.id,
    body,
    state: body.state,
    detail: { recordedBy: context.actor.user, recordedByAgency: context.actor.agency, ...detail },
  });
}
