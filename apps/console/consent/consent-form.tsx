import { useEffect, useRef, useState } from 'react';
import { ask } from '../../shared/ask.ts';
import { ErrorSummary } from '../../shared/error-summary.tsx';
import { FaultNote } from '../../shared/fault-note.tsx';
import { onSubmit } from '../../shared/on-submit.ts';
import { useSignedIn } from '../../shared/signed-in.ts';
import { useFields } from '../../shared/use-fields.ts';
import { useSending } from '../../shared/use-sending.ts';
import { RecordConsentWithFamilyDocument, type RecordConsentWithFamilyMutation } from '../../generated/graph.ts';
import type { AuthorityHolder } from './authority-holder.ts';
import { consentFor, emptyDraft } from './consent-draft.ts';
import { ReadBack } from './read-back.tsx';
import { steps } from './steps.tsx';

interface Props {
  readonly child: string;
  readonly holders: readonly AuthorityHolder[];
  readonly onRecorded: (recorded: RecordConsentWithFamilyMutation['recordConsent']) => void;
}

/** One question a page; then the text read back in both languages, with the evidence, before anything is recorded. */
export function ConsentForm({ child, holders, onRecorded }: Props) {
  const { client } = useSignedIn();
  const { values: draft, set, errors, check } = useFields(emptyDraft);
  const { faults, send } = useSending();
  const [at, setAt] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const before = useRef(at);
  useEffect(() => {
    // The button that led here stands below the question.
    if (before.current !== at) (document.getElementById('first') ?? form.current)?.focus();
    before.current = at;
  }, [at]);
  const step = steps[at];
  const record = async (): Promise<void> => {
    const input = consentFor(child, draft);
    if (input === undefined) return;
    const answer = await send(true, () => ask(client, RecordConsentWithFamilyDocument, { input }));
    if (answer?.data !== undefined) onRecorded(answer.data.recordConsent);
  };
  const next = (): void => {
    if (step === undefined) void record();
    else if (check(step.check(draft))) setAt(at + 1);
  };
  const back = (): void => {
    check([]);
    setAt(at - 1);
  };
  return (
    <form ref={form} tabIndex={-1} noValidate onSubmit={onSubmit(next)}>
      <p className="quiet">
        Question {Math.min(at + 1, steps.length)} of {steps.length}
      </p>
      <ErrorSummary errors={errors} />
      {step === undefined ? (
        <ReadBack draft={draft} holders={holders} />
      ) : (
        <step.Question draft={draft} holders={holders} change={set} error={errors[0]?.text} />
      )}
      <FaultNote faults={faults} />
      <div className="actions">
        <button type="submit" className="plain">
          {step === undefined ? 'They agree: record it' : 'Continue'}
        </button>
        {at > 0 && (
          <button type="button" className="plain second" onClick={back}>
            Back
          </button>
        )}
      </div>
    </form>
  );
}
