import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { ask, type Fault } from '../../shared/ask.ts';
import { DateField, dateIn, noDate } from '../../shared/date-field.tsx';
import { dayFromNow } from '../../shared/days.ts';
import { ErrorSummary, type FieldError } from '../../shared/error-summary.tsx';
import { FaultNote } from '../../shared/fault-note.tsx';
import { useSignedIn } from '../../shared/signed-in.ts';
import { ApproveRulesDocument, PublishRulesDocument, RevertRulesDocument } from '../../generated/graph.ts';
import { useChosen } from '../chosen.tsx';
import type { OpenedSet } from './opened-set.ts';

interface Props {
  readonly set: OpenedSet;
  readonly isLive: boolean;
  readonly onChange: () => void;
}

type Step = Promise<{ readonly faults: readonly Fault[] }>;

/** Approve, once one has said that one has seen what changes; publish now or on a day; go back to an earlier set. */
export function NextStep({ set, isLive, onChange }: Props) {
  const { client, session } = useSignedIn();
  const { haveDone } = useChosen();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const { number, state, author, liveFrom } = set;
  const act = async (step: Step, sentence: string): Promise<void> => {
    const done = await step;
    setFaults(done.faults);
    if (done.faults.length > 0) return;
    haveDone(sentence);
    onChange();
  };
  const wasLive = state === 'PUBLISHED' && !isLive && liveFrom !== null && Date.parse(liveFrom) <= Date.now();
  return (
    <>
      <FaultNote faults={faults} />
      {state === 'DRAFT' && author === session.user && (
        <p className="note">You wrote this set: another officer of the network must see it and approve it.</p>
      )}
      {state === 'DRAFT' && author !== session.user && (
        <Approve
          onApprove={() => {
            void act(ask(client, ApproveRulesDocument, { number }), `Approved: set ${String(number)} of the rules.`);
          }}
        />
      )}
      {state === 'APPROVED' && (
        <Publish
          onPublish={(at) => {
            void act(
              ask(client, PublishRulesDocument, { number, at }),
              `Published: set ${String(number)} of the rules.`,
            );
          }}
        />
      )}
      {wasLive && (
        <div className="actions">
          <button
            type="button"
            className="plain danger"
            onClick={() =>
              void act(ask(client, RevertRulesDocument, { to: number }), `Asked: to go back to set ${String(number)}.`)
            }
          >
            Ask to go back to this set
          </button>
        </div>
      )}
    </>
  );
}

/** The second person must have seen what changes. */
function Approve({ onApprove }: { readonly onApprove: () => void }) {
  const [seen, setSeen] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const found = seen ? [] : [{ field: 'have-seen', text: 'Read what changes, and say that you have' }];
        setErrors(found);
        if (found.length === 0) onApprove();
      }}
    >
      <ErrorSummary errors={errors} />
      <Checkbox
        id="have-seen"
        label="I have read which rules change, and whom it newly shows what"
        checked={seen}
        error={errors[0]?.text}
        onChange={(event) => {
          setSeen(event.currentTarget.checked);
        }}
      />
      <button type="submit" className="plain">
        Approve this set
      </button>
    </form>
  );
}

/** Now, or at the beginning of a day to come. */
function Publish({ onPublish }: { readonly onPublish: (at: string | null) => void }) {
  const [day, setDay] = useState(noDate);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const isNow = Object.values(day).every((part) => part === '');
  const date = dateIn(day);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const fits = isNow || (date !== undefined && date > dayFromNow(0));
        setErrors(fits ? [] : [{ field: 'live-from', text: 'Enter a day to come, or none' }]);
        if (fits) onPublish(date === undefined ? null : new Date(`${date}T00:00:00`).toISOString());
      }}
    >
      <ErrorSummary errors={errors} />
      <DateField
        id="live-from"
        label="Live from which day? (optional)"
        hint="Without it: now, everywhere at one instant."
        value={day}
        error={errors[0]?.text}
        onChange={setDay}
      />
      <button type="submit" className="plain">
        {isNow ? 'Publish now, everywhere' : 'Publish for that day'}
      </button>
    </form>
  );
}
