import { Textarea } from '@mantine/core';
import { ask, type Answer } from '../../shared/ask.ts';
import { DateField, dateIn, type DateParts } from '../../shared/date-field.tsx';
import { dayFromNow } from '../../shared/days.ts';
import { ErrorSummary } from '../../shared/error-summary.tsx';
import { FaultNote } from '../../shared/fault-note.tsx';
import { need } from '../../shared/need.ts';
import { onSubmit } from '../../shared/on-submit.ts';
import { useSignedIn } from '../../shared/signed-in.ts';
import { useFields } from '../../shared/use-fields.ts';
import { useSending } from '../../shared/use-sending.ts';
import { ApproveDisclosureDocument, DeclineDisclosureDocument } from '../../generated/graph.ts';
import type { DisclosureRequest } from './disclosure-request.ts';

interface Props {
  readonly request: DisclosureRequest;
  readonly onDone: (approved: boolean) => void;
}

/** Approves until a day, or declines; both with a reason. */
export function DecisionForm({ request: { id }, onDone }: Props) {
  const { client } = useSignedIn();
  const { values, errors, check, text, choice } = useFields({ until: inAMonth(), reason: '' });
  const { faults, busy, send } = useSending();
  const decide = async (approves: boolean): Promise<void> => {
    const { until, reason } = values;
    const date = dateIn(until) ?? '';
    const fits = check([
      ...need(reason.trim() !== '', 'reason', 'Say why'),
      ...need(!approves || date >= dayFromNow(0), 'until', 'Enter a day to come'),
    ]);
    const answer = await send(fits, (): Promise<Answer<unknown>> =>
      approves
        ? ask(client, ApproveDisclosureDocument, { id, until: `${date}T23:59:00Z`, rationale: reason })
        : ask(client, DeclineDisclosureDocument, { id, reason }),
    );
    if (answer?.faults.length === 0) onDone(approves);
  };
  return (
    // One of the two buttons sends it, and the enter key neither.
    <form noValidate onSubmit={onSubmit(() => undefined)}>
      <ErrorSummary errors={errors} />
      <Textarea
        label="Why you decide as you do"
        description="It goes on the record. Name the law or the circumstance; nothing that is in the child’s records."
        autosize
        minRows={3}
        {...text('reason')}
      />
      <DateField
        id="until"
        label="If you approve, until which day?"
        hint="After it the approval lapses by itself."
        {...choice('until')}
      />
      <FaultNote faults={faults} />
      <div className="actions">
        <button type="button" className="plain" aria-disabled={busy} onClick={() => void decide(true)}>
          Approve
        </button>
        <button type="button" className="plain second" aria-disabled={busy} onClick={() => void decide(false)}>
          Decline
        </button>
      </div>
    </form>
  );
}

function inAMonth(): DateParts {
  const [year = '', month = '', day = ''] = dayFromNow(30).split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}
