import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ask, type Fault } from '../../shared/ask.ts';
import { FaultNote } from '../../shared/fault-note.tsx';
import { useSignedIn } from '../../shared/signed-in.ts';
import { WithdrawConsentForFamilyDocument } from '../../generated/graph.ts';

/** Takes a permission back for whoever gave it: asked once more, with the reason, and done when the network says so. */
export function Withdraw({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { client, session } = useSignedIn();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  // Auditors look; the network's officers record nothing for a family.
  if (session.agency === 'network' || session.role === 'auditor') return null;
  if (!open) {
    return (
      <div>
        <button
          type="button"
          className="link"
          onClick={() => {
            setOpen(true);
          }}
        >
          They take it back
        </button>
      </div>
    );
  }
  const withdraw = async (): Promise<void> => {
    setProblem(reason.trim() === '' ? 'Say how you know' : undefined);
    if (reason.trim() === '') return;
    const answer = await ask(client, WithdrawConsentForFamilyDocument, { id, reason });
    setFaults(answer.faults);
    if (answer.faults.length === 0) onDone();
  };
  return (
    <form
      className="note warn"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void withdraw();
      }}
    >
      <p>
        <b>What happens:</b> as soon as it is recorded, nobody is shown anything more on this permission, anywhere. What
        was already seen was seen.
      </p>
      <Textarea
        id={`withdraw-${id}`}
        label="How do you know that they take it back?"
        autosize
        minRows={2}
        value={reason}
        error={problem}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
      <FaultNote faults={faults} />
      <div className="actions">
        <button type="submit" className="plain danger">
          Take it back now
        </button>
        <button
          type="button"
          className="plain second"
          onClick={() => {
            setOpen(false);
          }}
        >
          Leave it
        </button>
      </div>
    </form>
  );
}
