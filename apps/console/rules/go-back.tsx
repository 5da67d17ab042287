import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../../shared/ask.ts';
import { FaultNote } from '../../shared/fault-note.tsx';
import { onSubmit } from '../../shared/on-submit.ts';
import { useSignedIn } from '../../shared/signed-in.ts';
import { useFields } from '../../shared/use-fields.ts';
import { useSending } from '../../shared/use-sending.ts';
import { RevertRulesDocument } from '../../generated/graph.ts';
import { useChosen } from '../chosen.tsx';

/** Asks that an earlier set be in force again; says that it was asked, under which number, and what is still to be done. */
export function GoBack({ to }: { readonly to: number }) {
  const { client } = useSignedIn();
  const { haveDone, choose } = useChosen();
  const { values, text } = useFields({ reason: '' });
  const { faults, busy, send } = useSending();
  const [asked, setAsked] = useState<number>();
  const goBack = async (): Promise<void> => {
    const reason = values.reason.trim() === '' ? null : values.reason;
    const answer = await send(true, () => ask(client, RevertRulesDocument, { to, reason }));
    if (answer?.data === undefined) return;
    setAsked(answer.data.revertRules.number);
    haveDone(`Asked: to go back to set ${String(to)}.`);
  };
  if (asked !== undefined)
    return (
      <div className="note done" role="status">
        <p>
          Asked: to go back to set {to}. What it says waits as set {asked}. Another officer of the network must approve
          it; then it is in force at once.
        </p>
        <button type="button" className="link" onClick={() => choose({ ruleSet: asked })}>
          See set {asked}
        </button>
      </div>
    );
  return (
    <form noValidate onSubmit={onSubmit(goBack)}>
      <FaultNote faults={faults} />
      <Textarea
        label="Why go back? (optional)"
        description="The second officer reads it."
        autosize
        {...text('reason', 'go-back-reason')}
      />
      <div className="actions">
        <button type="submit" className="plain danger" aria-disabled={busy}>
          Ask to go back to this set
        </button>
      </div>
    </form>
  );
}
