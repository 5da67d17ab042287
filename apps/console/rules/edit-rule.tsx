import { Textarea } from '@mantine/core';
import { useState } from 'react';

interface Props {
  readonly id: string;
  readonly sentence: string;
  readonly text: string;
  readonly onPut: (text: string) => void;
  readonly onTakeAway: () => void;
  readonly onCancel: () => void;
}

/** One rule of the draft, as it is written; nothing else of the set is touched. */
export function EditRule({ id, sentence, text, onPut, onTakeAway, onCancel }: Props) {
  const [own, setOwn] = useState(text);
  return (
    <form
      className="panel"
      aria-label="Change a rule"
      onSubmit={(event) => {
        event.preventDefault();
        onPut(own);
      }}
    >
      <h3>Change: {sentence}</h3>
      <Textarea
        id="rule-text"
        label="The rule, as it is written"
        description={`Change what must change: roles, kinds of data, basis, law. Its name, ${id}, stays.`}
        className="rules-text"
        spellCheck={false}
        autosize
        minRows={8}
        value={own}
        onChange={(event) => {
          setOwn(event.currentTarget.value);
        }}
      />
      <div className="actions">
        <button type="submit" className="plain" disabled={own === text}>
          Put it in the draft
        </button>
        <button type="button" className="plain danger" onClick={onTakeAway}>
          Take the rule away
        </button>
        <button type="button" className="plain second" onClick={onCancel}>
          Leave it
        </button>
      </div>
    </form>
  );
}
