import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { ask, type Fault } from '../../shared/ask.ts';
import { DateField, dateIn, noDate } from '../../shared/date-field.tsx';
import { dayFromNow } from '../../shared/days.ts';
import { ErrorSummary } from '../../shared/error-summary.tsx';
import { FaultNote } from '../../shared/fault-note.tsx';
import { need } from '../../shared/need.ts';
import { onSubmit } from '../../shared/on-submit.ts';
import { useSignedIn } from '../../shared/signed-in.ts';
import { useFields } from '../../shared/use-fields.ts';
import { ApproveRulesDocument, PublishRulesDocument } from '../../generated/graph.ts';
import { useChosen } from '../chosen.tsx';
import { GoBack } from './go-back.tsx';
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
  const name = `set ${String(number)}`;
  const approve = () =>
    act(
      ask(client, ApproveRulesDocument, { number }),
      `${set.reverts === null ? 'Approved' : 'Approved, and in force'}: ${name} of the rules.`,
    );
  const publish = (at: string | null) =>
    act(ask(client, PublishRulesDocument, { number, at }), `Published: ${name} of the rules.`);
  // The set that the network began with was published when it was set up, at no moment of its own.
  const wasLive = state === 'PUBLISHED' && !isLive && (liveFrom === null || Date.parse(liveFrom) <= Date.now());
  const isReturn = set.reverts !== null;
  return (
    <>
      <FaultNote faults={faults} />
      {state === 'DRAFT' && author === session.user && (
        <p className="note">You wrote this set: another officer of the network must see it and approve it.</p>
      )}
      {state === 'DRAFT' && author !== session.user && <Approve isReturn={isReturn} onApprove={approve} />}
      {state === 'APPROVED' && <Publish onPublish={publish} />}
      {wasLive && <GoBack to={number} />}
    </>
  );
}

/** The second person must have seen what changes. */
interface ApproveProps {
  readonly isReturn: boolean;
  readonly onApprove: () => Promise<void>;
}

function Approve({ isReturn, onApprove }: ApproveProps) {
  const { values, set, errors, problem, check } = useFields({ seen: false });
  const approve = (): void => {
    if (check(need(values.seen, 'have-seen', 'Read what changes, and say that you have'))) void onApprove();
  };
  return (
    <form noValidate onSubmit={onSubmit(approve)}>
      <ErrorSummary errors={errors} />
      <Checkbox
        id="have-seen"
        label="I have read which rules change, and whom it newly shows what"
        checked={values.seen}
        error={problem('have-seen')}
        onChange={(event) => {
          set({ seen: event.currentTarget.checked });
        }}
      />
      <button type="submit" className="plain">
        {isReturn ? 'Approve it and put it in force now' : 'Approve this set'}
      </button>
    </form>
  );
}

/** Now, or at the beginning of a day to come. */
function Publish({ onPublish }: { readonly onPublish: (at: string | null) => Promise<void> }) {
  const { values, errors, check, choice } = useFields({ day: noDate });
  const isNow = Object.values(values.day).every((part) => part === '');
  const publish = (): void => {
    const date = dateIn(values.day);
    const fits = isNow || (date !== undefined && date > dayFromNow(0));
    if (!check(need(fits, 'live-from', 'Enter a day to come, or none'))) return;
    void onPublish(date === undefined ? null : new Date(`${date}T00:00:00`).toISOString());
  };
  return (
    <form noValidate onSubmit={onSubmit(publish)}>
      <ErrorSummary errors={errors} />
      <DateField
        id="live-from"
        label="Live from which day? (optional)"
        hint="Without it: now, everywhere at one instant."
        {...choice('day', 'live-from')}
      />
      <button type="submit" className="plain">
        {isNow ? 'Publish now, everywhere' : 'Publish for that day'}
      </button>
    </form>
  );
}
