import type { ReactNode } from 'react';
import type { Fault } from '../../shared/ask.ts';
import { ErrorSummary, type FieldError } from '../../shared/error-summary.tsx';
import { FaultNote } from '../../shared/fault-note.tsx';
import { onSubmit } from '../../shared/on-submit.ts';

interface Props {
  readonly title: string;
  readonly errors: readonly FieldError[];
  readonly faults: readonly Fault[];
  /** The acts that were done, a line each. */
  readonly done: readonly string[];
  readonly busy: boolean;
  /** The consequence of pressing it, said before. */
  readonly effect: string;
  readonly button: string;
  readonly onAct: () => Promise<void>;
  readonly children: ReactNode;
}

/** An act that binds at once: the questions, what happens, what went wrong or was done, and one button. */
export function ActForm({ title, errors, faults, done, busy, effect, button, onAct, children }: Props) {
  return (
    <form noValidate onSubmit={onSubmit(onAct)}>
      <h2>{title}</h2>
      <ErrorSummary errors={errors} />
      {children}
      <div className="note warn">
        <p>
          <b>What happens:</b> {effect}
        </p>
      </div>
      <FaultNote faults={faults} />
      {done.length > 0 && (
        <div className="note done" role="status">
          {done.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <button type="submit" className="plain danger" aria-disabled={busy}>
        {button}
      </button>
    </form>
  );
}
