import { useState, type ReactNode } from 'react';
import { ask, type Fault } from '../../shared/ask.ts';
import { dateIn } from '../../shared/date-field.tsx';
import { ErrorSummary, type FieldError } from '../../shared/error-summary.tsx';
import { FaultNote } from '../../shared/fault-note.tsx';
import { useSignedIn } from '../../shared/signed-in.ts';
import { RecordConsentWithFamilyDocument, type RecordConsentWithFamilyMutation } from '../../generated/graph.ts';
import type { AuthorityHolder } from './authority-holder.ts';
import { emptyDraft, type ConsentDraft } from './consent-draft.ts';
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
  const [draft, setDraft] = useState<ConsentDraft>(emptyDraft);
  const [at, setAt] = useState(0);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const step = steps[at];
  const change = (part: Partial<ConsentDraft>): void => {
    setDraft((before) => ({ ...before, ...part }));
  };
  const go = (to: number): void => {
    setErrors([]);
    setAt(to);
  };
  const record = async (): Promise<void> => {
    const to = dateIn(draft.until);
    const { by, decision, agency, role, categories, purposes, notEvenInEmergency, evidence } = draft;
    if (decision === '') return;
    const answer = await ask(client, RecordConsentWithFamilyDocument, {
      input: {
        child,
        by,
        decision,
        recipients: [{ agency, ...(role !== '' && { role }) }],
        categories: [...categories],
        purposes: [...purposes],
        notEvenInEmergency,
        evidence,
        ...(to !== undefined && { to: `${to}T23:59:00Z` }),
      },
    });
    setFaults(answer.faults);
    if (answer.data !== undefined) onRecorded(answer.data.recordConsent);
  };
  const next = (): void => {
    if (step === undefined) {
      void record();
      return;
    }
    const found = step.check(draft);
    setErrors(found);
    if (found.length === 0) go(at + 1);
  };
  const body: ReactNode =
    step === undefined ? (
      <ReadBack draft={draft} holders={holders} />
    ) : (
      <step.Question draft={draft} holders={holders} change={change} error={errors[0]?.text} />
    );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      <p className="quiet">
        Question {Math.min(at + 1, steps.length)} of {steps.length}
      </p>
      <ErrorSummary errors={errors} />
      {body}
      <FaultNote faults={faults} />
      <div className="actions">
        <button type="submit" className="plain">
          {step === undefined ? 'They agree: record it' : 'Continue'}
        </button>
        {at > 0 && (
          <button
            type="button"
            className="plain second"
            onClick={() => {
              go(at - 1);
            }}
          >
            Back
          </button>
        )}
      </div>
    </form>
  );
}
