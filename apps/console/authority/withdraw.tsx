import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../../shared/ask.ts';
import { FaultNote } from '../../shared/fault-note.tsx';
import { need } from '../../shared/need.ts';
import { onSubmit } from '../../shared/on-submit.ts';
import { useSignedIn } from '../../shared/signed-in.ts';
import { useFields, type Fields } from '../../shared/use-fields.ts';
import { useSending } from '../../shared/use-sending.ts';
import { WithdrawConsentForFamilyDocument } from '../../generated/graph.ts';

interface Props {
  readonly id: string;
  readonly onDone: () => void;
}

/** Takes a permission back for whoever gave it: asked once more, with the reason, and done when the network says so. */
export function Withdraw({ id, onDone }: Props) {
  const { session } = useSignedIn();
  const [open, setOpen] = useState<boolean>();
  // What was written is still there when they come back to it.
  const fields = useFields({ reason: '' });
  // Auditors look; the network's officers record nothing for a family.
  if (session.agency === 'network' || session.role === 'auditor') return null;
  if (open === true)
    return (
      <WithdrawForm
        id={id}
        fields={fields}
        onDone={onDone}
        onLeave={() => {
          setOpen(false);
        }}
      />
    );
  return (
    <div>
      <button
        type="button"
        className="link"
        autoFocus={open === false}
        onClick={() => {
          setOpen(true);
        }}
      >
        They take it back
      </button>
    </div>
  );
}

interface FormProps extends Props {
  readonly fields: Fields<{ readonly reason: string }>;
  readonly onLeave: () => void;
}

function WithdrawForm({ id, fields: { values, check, text }, onDone, onLeave }: FormProps) {
  const { client } = useSignedIn();
  const { faults, send } = useSending();
  const field = `withdraw-${id}`;
  const withdraw = async (): Promise<void> => {
    const { reason } = values;
    const fits = check(need(reason.trim() !== '', field, 'Say how you know'));
    const answer = await send(fits, () => ask(client, WithdrawConsentForFamilyDocument, { id, reason }));
    if (answer?.faults.length === 0) onDone();
  };
  return (
    <form className="note warn" noValidate onSubmit={onSubmit(withdraw)}>
      <p>
        <b>What happens:</b> as soon as it is recorded, nobody is shown anything more on this permission, anywhere. What
        was already seen was seen.
      </p>
      <Textarea
        label="How do you know that they take it back?"
        autosize
        minRows={2}
        autoFocus
        {...text('reason', field)}
      />
      <FaultNote faults={faults} />
      <div className="actions">
        <button type="submit" className="plain danger">
          Take it back now
        </button>
        <button type="button" className="plain second" onClick={onLeave}>
          Leave it
        </button>
      </div>
    </form>
  );
}
