import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { OpenEmergencyDocument } from './graph.generated.ts';

/** Opens emergency access. It says beforehand what follows: it is for this worker and this child, ends by itself, and is reviewed. */
export function Emergency({
  child,
  possible,
  onOpen,
}: {
  readonly child: string;
  readonly possible: boolean;
  readonly onOpen: () => void;
}) {
  const [reason, setReason] = useState('');
  const [open, { data, error, loading }] = useMutation(OpenEmergencyDocument, {
    errorPolicy: 'all',
    onCompleted: onOpen,
  });
  if (data != null) {
    return (
      <p role="status">
        Emergency access is open until {new Date(data.openEmergencyAccess.until).toLocaleString()}. Choose the purpose
        “emergency”.
      </p>
    );
  }
  if (!possible) return null;
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
      {error !== undefined && <p role="alert">{error.message}</p>}
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
