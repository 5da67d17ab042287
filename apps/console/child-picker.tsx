import { TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { ask } from '../shared/ask.ts';
import { useSignedIn } from '../shared/signed-in.ts';
import { ChildByNumberDocument } from '../generated/graph.ts';
import { useChosen } from './chosen.tsx';

/** Chooses the child that the officer works on, by the agency's own number or the network's identifier. */
export function ChildPicker() {
  const { client } = useSignedIn();
  const { child, choose } = useChosen();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const find = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const said = text.trim();
    if (/^[a-z2-7]{26}$/.test(said)) {
      setProblem(undefined);
      choose({ child: said });
      return;
    }
    const { data, faults } =
      said === '' ? { data: undefined, faults: [] } : await ask(client, ChildByNumberDocument, { number: said });
    const found = data?.childByNumber?.id;
    setProblem(found === undefined ? (faults[0]?.message ?? 'Your agency has no child of that number.') : undefined);
    if (found !== undefined) choose({ child: found });
  };
  if (child !== undefined) {
    return (
      <p className="note">
        Child <span className="id">{child}</span>{' '}
        <button
          type="button"
          className="link"
          onClick={() => {
            choose({ child: undefined });
          }}
        >
          Choose another child
        </button>
      </p>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        void find(event);
      }}
      noValidate
    >
      <TextInput
        id="child"
        label="Which child?"
        description="Your agency’s own number for the child, or the network identifier of 26 letters and digits."
        autoComplete="off"
        value={text}
        error={problem}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
      />
      <button type="submit" className="plain">
        Find the child
      </button>
    </form>
  );
}
