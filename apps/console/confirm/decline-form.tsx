import { Textarea } from '@mantine/core';
import { DropProposalDocument } from '../../generated/graph.ts';
import { ask } from '../../shared/ask.ts';
import { FaultNote } from '../../shared/fault-note.tsx';
import { need } from '../../shared/need.ts';
import { onSubmit } from '../../shared/on-submit.ts';
import { useSignedIn } from '../../shared/signed-in.ts';
import { useFields } from '../../shared/use-fields.ts';
import { useSending } from '../../shared/use-sending.ts';

/** The form to say no to what another person asked for, with the reason why. */
export function DeclineForm({ record, onDone }: { readonly record: string; readonly onDone: () => void }) {
  const { client } = useSignedIn();
  const { values, check, text } = useFields({ reason: '' });
  const { faults, busy, send } = useSending();
  const decline = async (): Promise<void> => {
    const { reason } = values;
    const fits = check(need(reason.trim() !== '', 'decline-reason', 'Say why'));
    const answer = await send(fits, () => ask(client, DropProposalDocument, { id: record, reason }));
    if (answer?.faults.length === 0) onDone();
  };
  return (
    <details>
      <summary>Decline it instead</summary>
      <form noValidate onSubmit={onSubmit(decline)}>
        <Textarea
          label="Why not?"
          description="It stays on the record. Who asked is told that it was declined; what stands stays as it is."
          autosize
          minRows={2}
          {...text('reason', 'decline-reason')}
        />
        <FaultNote faults={faults} />
        <div className="actions">
          <button type="submit" className="plain" aria-disabled={busy}>
            Decline
          </button>
        </div>
      </form>
    </details>
  );
}
