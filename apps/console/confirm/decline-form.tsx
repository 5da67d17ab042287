import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { DropProposalDocument } from '../../generated/graph.ts';
import { ask, type Fault } from '../../shared/ask.ts';
import { FaultNote } from '../../shared/fault-note.tsx';
import { useSignedIn } from '../../shared/signed-in.ts';

/** The form to say no to what another person asked for, with the reason why. */
export function DeclineForm({ record, onDone }: { readonly record: string; readonly onDone: () => void }) {
  const { client } = useSignedIn();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const decline = async (): Promise<void> => {
    setMissing(reason.trim() === '');
    setFaults([]);
    if (reason.trim() === '' || busy) return;
    setBusy(true);
    const answer = await ask(client, DropProposalDocument, { id: record, reason });
    setBusy(false);
    setFaults(answer.faults);
    if (answer.faults.length === 0) onDone();
  };
  return (
    <details>
      <summary>Decline it instead</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void decline();
        }}
      >
        <Textarea
          id="decline-reason"
          label="Why not?"
          description="It stays on the record. Who asked is told that it was declined; what stands stays as it is."
          autosize
          minRows={2}
          value={reason}
          error={missing ? 'Say why' : undefined}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
        <FaultNote faults={faults} />
        <div className="actions">
          <button type="submit" className="plain" disabled={busy}>
            Decline
          </button>
        </div>
      </form>
    </details>
  );
}
