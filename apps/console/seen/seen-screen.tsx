import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Answered } from '../../shared/answered.tsx';
import { onSubmit } from '../../shared/on-submit.ts';
import { useAnswer } from '../../shared/use-answer.ts';
import { useFields, type Fields } from '../../shared/use-fields.ts';
import { SeenByDocument, SeenOfChildDocument } from '../../generated/graph.ts';
import { ChildPicker } from '../child-picker.tsx';
import { useChosen } from '../chosen.tsx';
import { AsTheFamily } from './as-the-family.tsx';
import { SeenTable } from './seen-table.tsx';

/** The screen of who saw what: of one child, by one user, or lately. */
export function SeenScreen() {
  const { child } = useChosen();
  const [of, setOf] = useState('child');
  const fields = useFields({ draft: '', user: '' });
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
      {of === 'user' && <ByAUser fields={fields} />}
      {of === 'lately' && <By user={null} />}
    </>
  );
}

interface UserFields {
  readonly draft: string;
  /** The child, agency or person looked at; nobody yet where it is empty. */
  readonly user: string;
}

function ByAUser({ fields: { values, set, text } }: { readonly fields: Fields<UserFields> }) {
  const { draft, user } = values;
  const look = (): void => {
    set({ user: draft.trim() });
  };
  return (
    <>
      <form onSubmit={onSubmit(look)}>
        <TextInput
          label="Which user?"
          description="The name they sign in by."
          autoComplete="off"
          {...text('draft', 'seen-user')}
        />
        <button type="submit" className="plain">
          Look
        </button>
      </form>
      {user !== '' && <By key={user} user={user} />}
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
