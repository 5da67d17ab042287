import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Answered } from '../../shared/answered.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { SeenByDocument, SeenOfChildDocument } from '../../generated/graph.ts';
import { ChildPicker } from '../child-picker.tsx';
import { useChosen } from '../chosen.tsx';
import { AsTheFamily } from './as-the-family.tsx';
import { SeenTable } from './seen-table.tsx';

/** The screen of who saw what: of one child, by one user, or lately. */
export function SeenScreen() {
  const { child } = useChosen();
  const [of, setOf] = useState('child');
  const [draft, setDraft] = useState('');
  const [user, setUser] = useState('');
  return (
    <>
      <h1>Who saw what</h1>
      <SegmentedControl
        className="look-by"
        aria-label="Look by"
        value={of}
        onChange={setOf}
        data={[
          { value: 'child', label: 'Of a child' },
          { value: 'family', label: 'As the family sees it' },
          { value: 'user', label: 'By a user' },
          { value: 'lately', label: 'Lately' },
        ]}
      />
      {of === 'child' && (
        <>
          <ChildPicker />
          {child !== undefined && <OfChild key={child} child={child} />}
        </>
      )}
      {of === 'family' && (
        <>
          <ChildPicker />
          {child !== undefined && <AsTheFamily key={child} child={child} />}
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
          {user !== '' && <By key={user} user={user} />}
        </>
      )}
      {of === 'lately' && <By user={null} />}
    </>
  );
}

function OfChild({ child }: { readonly child: string }) {
  const [after, setAfter] = useState<string | null>(null);
  const { answer } = useAnswer(SeenOfChildDocument, { child, after });
  return (
    <Answered answer={answer}>
      {({ child: found }) => (
        <SeenTable
          list={found?.disclosures}
          child={child}
          around={
            found === null
              ? undefined
              : {
                  involvements: found.involvements ?? [],
                  holders: (found.authorities ?? []).map(({ holder }) => holder),
                }
          }
          onOlder={setAfter}
          isNewest={after === null}
        />
      )}
    </Answered>
  );
}

/** By one user, or, without one, by everybody whom this officer may see. */
function By({ user }: { readonly user: string | null }) {
  const [after, setAfter] = useState<string | null>(null);
  const { answer } = useAnswer(SeenByDocument, { by: user, after });
  return (
    <Answered answer={answer}>
      {({ disclosures }) => (
        <SeenTable list={disclosures} around={undefined} onOlder={setAfter} isNewest={after === null} />
      )}
    </Answered>
  );
}
