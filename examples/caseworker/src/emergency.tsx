import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { OpenEmergencyDocument } from './graph.generated.ts';
import { say } from './say.ts';

/** Opens emergency access. It says beforehand what follows: it is for this worker and this child, ends by itself, and is reviewed. */
export function Emergency({
  child,
  purpose,
  possible,
  onOpen,
}: {
  readonly child: string;
  readonly purpose: string;
  readonly possible: boolean;
  readonly onOpen: (until: string) => void;
}) {
  const [reason, setReason] = useState('');
  const [open, { error, loading }] = useMutation(OpenEmergencyDocument, {
    errorPolicy: 'all',
    onCompleted: ({ openEmergencyAccess }) => onOpen(openEmergencyAccess.until),
  });
  if (!possible) {
    return purpose === 'emergency' ? null : (
      <p>If the child may be in danger now, choose “emergency” at the top: this page then asks for that.</p>
    );
  }
  return (
    <section>
      <h2>Is the child in danger now?</h2>
      <p>
        You, and nobody else, will see more about this child, for a limited time. What you read is on the record, and
        your reason will be reviewed.
      </p>
      <label>
        What is happening?
        <textarea value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </label>
      {error !== undefined && <p role="alert">{say(error)}</p>}
      <button
        type="button"
        disabled={loading || reason.trim() === ''}
        onClick={() => void open({ variables: { child, reason } })}
      >
        Open emergency access
      </button>
    </section>
  );
}
