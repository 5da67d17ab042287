import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { OpenEmergencyByNameDocument } from './graph.generated.ts';
import { say } from './say.ts';

interface Props {
  readonly name: string;
  readonly birthDate: string;
  readonly onOpen: (child: string) => void;
}

/**
 * Opens emergency access to a child who cannot be found otherwise: where exactly one child fits the name. The search is recorded even where
 * nobody is found, and it says so before.
 */
export function EmergencyByName({ name, birthDate, onOpen }: Props) {
  const [reason, setReason] = useState('');
  const [open, { error, loading }] = useMutation(OpenEmergencyByNameDocument, {
    errorPolicy: 'all',
    onCompleted: ({ openEmergencyAccessByName: opened }) => {
      if (opened.child) onOpen(opened.child.id);
    },
  });
  return (
    <section>
      <h2>
        Is <bdi>{name === '' ? 'the child' : name}</bdi> in danger now?
      </h2>
      <p>
        You can open emergency access by name alone. You, and nobody else, will see more about this child, for a limited
        time. The search and what you read are on the record, and your reason will be reviewed.
      </p>
      <label>
        What is happening?
        <textarea value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </label>
      {error !== undefined && <p role="alert">{say(error)}</p>}
      <button
        type="button"
        disabled={loading || name.trim() === '' || reason.trim() === ''}
        onClick={() => void open({ variables: { name, reason, birthDate: birthDate === '' ? null : birthDate } })}
      >
        Open emergency access by name
      </button>
    </section>
  );
}
