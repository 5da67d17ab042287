import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ask, type Fault } from '../../shared/ask.ts';
import { DateField, dateIn } from '../../shared/date-field.tsx';
import { dayFromNow } from '../../shared/days.ts';
import { ErrorSummary, type FieldError } from '../../shared/error-summary.tsx';
import { FaultNote } from '../../shared/fault-note.tsx';
import { useSignedIn } from '../../shared/signed-in.ts';
import { ApproveDisclosureDocument, DeclineDisclosureDocument } from '../../generated/graph.ts';
import type { DisclosureRequest } from './disclosure-request.ts';

/** Approves until a day, or declines; both with a reason. */
export function DecisionForm({
  request,
  onDone,
}: {
  readonly request: DisclosureRequest;
  readonly onDone: (approved: boolean) => void;
}) {
  const { client } = useSignedIn();
  const [year = '', month = '', day = ''] = dayFromNow(30).split('-');
  const [until, setUntil] = useState({ day: String(Number(day)), month: String(Number(month)), year });
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);

  const decide = async (approves: boolean): Promise<void> => {
    const date = dateIn(until);
    const found: FieldError[] = [
      ...(reason.trim() === '' ? [{ field: 'reason', text: 'Say why' }] : []),
      ...(approves && (date === undefined || date < dayFromNow(0))
        ? [{ field: 'until', text: 'Enter a day to come' }]
        : []),
    ];
    setErrors(found);
    setFaults([]);
    if (found.length > 0 || busy) return;
    setBusy(true);
    const { id } = request;
    const answer = approves
      ? await ask(client, ApproveDisclosureDocument, { id, until: `${date ?? ''}T23:59:00Z`, rationale: reason })
      : await ask(client, DeclineDisclosureDocument, { id, reason });
    setBusy(false);
    setFaults(answer.faults);
    if (answer.faults.length === 0) onDone(approves);
  };
  const problem = (field: string): string | undefined => errors.find((each) => each.field === field)?.text;

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <ErrorSummary errors={errors} />
      <Textarea
        id="reason"
        label="Why you decide as you do"
        description="It goes on the record. Name the law or the circumstance; nothing that is in the child’s records."
        autosize
        minRows={3}
        value={reason}
        error={problem('reason')}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
      <DateField
        id="until"
        label="If you approve, until which day?"
        hint="After it the approval lapses by itself."
        value={until}
        error={problem('until')}
        onChange={setUntil}
      />
      <FaultNote faults={faults} />
      <div className="actions">
        <button type="button" className="plain" disabled={busy} onClick={() => void decide(true)}>
          Approve
        </button>
        <button type="button" className="plain second" disabled={busy} onClick={() => void decide(false)}>
          Decline
        </button>
      </div>
    </form>
  );
}
