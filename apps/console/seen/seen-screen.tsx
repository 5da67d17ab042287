import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FaultNote } from '../../shared/fault-note.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { SeenByUserDocument, SeenOfChildDocument } from '../../generated/graph.ts';
import { ChildPicker } from '../child-picker.tsx';
import { useChosen } from '../chosen.tsx';
import { SeenTable } from './seen-table.tsx';

/** Who saw what: of one child, or by one user. */
export function SeenScreen() {
  const { child } = useChosen();
  const [of, setOf] = useState('child');
  const [draft, setDraft] = useState('');
  const [user, setUser] = useState('');
  return (
    <>
      <h1>Who saw what</h1>
      <SegmentedControl
        aria-label="Look by"
        value={of}
        onChange={setOf}
        data={[
          { value: 'child', label: 'Of a child' },
          { value: 'user', label: 'By a user' },
        ]}
      />
      {of === 'child' && (
        <>
          <ChildPicker />
          {child !== undefined && <OfChild key={child} child={child} />}
        </>
      )}
      {of === 'user' && (
        <>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              setUser(draft.trim());
            }}
          >
            <TextInput
              id="seen-user"
              label="Which user?"
              description="The name that their tokens carry."
              autoComplete="off"
              value={draft}
              onChange={(event) => {
                setDraft(event.currentTarget.value);
              }}
            />
            <button type="submit" className="plain">
              Look
            </button>
          </form>
          {user !== '' && <ByUser key={user} user={user} />}
        </>
      )}
    </>
  );
}

function OfChild({ child }: { readonly child: string }) {
  const [after, setAfter] = useState<string | null>(null);
  const { answer } = useAnswer(SeenOfChildDocument, { child, after });
  if (answer === undefined) return <p role="status">Looking …</p>;
  return (
    <>
      <FaultNote faults={answer.faults} />
      <SeenTable list={answer.data?.child?.disclosures} onOlder={setAfter} />
    </>
  );
}

function ByUser({ user }: { readonly user: string }) {
  const [after, setAfter] = useState<string | null>(null);
  const { answer } = useAnswer(SeenByUserDocument, { by: user, after });
  if (answer === undefined) return <p role="status">Looking …</p>;
  return (
    <>
      <FaultNote faults={answer.faults} />
      <SeenTable list={answer.data?.disclosures} onOlder={setAfter} />
    </>
  );
}
