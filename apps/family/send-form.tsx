import type { ReactNode } from 'react';
import type { Fault } from '../shared/ask.ts';
import { ErrorSummary, type FieldError } from '../shared/error-summary.tsx';
import { FaultNote } from '../shared/fault-note.tsx';
import { onSubmit } from '../shared/on-submit.ts';
import { useLanguage } from './language.tsx';

interface Props {
  readonly errors: readonly FieldError[];
  readonly faults: readonly Fault[];
  readonly done: boolean;
  readonly button: string;
  readonly onSend: () => Promise<void>;
  readonly children: ReactNode;
}

/** Something that is written and sent: what must be put right, the questions, what went wrong, and that it is done. */
export function SendForm({ errors, faults, done, button, onSend, children }: Props) {
  const { say, language } = useLanguage();
  return (
    <>
      <ErrorSummary errors={errors} title={say.problem} />
      <form noValidate onSubmit={onSubmit(onSend)}>
        {children}
        <FaultNote faults={faults} language={language} />
        {done && (
          <p className="note done" role="status">
            {say.done}
          </p>
        )}
        <div className="actions">
          <button type="submit" className="plain">
            {button}
          </button>
        </div>
      </form>
    </>
  );
}
