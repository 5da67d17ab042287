import { TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { type Fault } from '../shared/ask.ts';
import { DateField, dateIn, noDate } from '../shared/date-field.tsx';
import { FaultNote } from '../shared/fault-note.tsx';
import { useSignedIn } from '../shared/signed-in.ts';
import { FoundChildren, type Found } from './found-children.tsx';
import { searchChildren } from './search-children.ts';

interface Props {
  readonly label: string;
  readonly onFound: (child: string) => void;
  /** The id of the field, where a summary of errors leads to it. */
  readonly field?: string;
  readonly error?: string | undefined;
}

/**
 * Finds one child by name and day of birth, by the agency's own number or by the network's identifier. A name finds candidates, and a person says which of
 * them is meant; what is written stays until one is.
 */
export function FindChild({ label, onFound, field = 'child', error }: Props) {
  const { client } = useSignedIn();
  const own = useId();
  const [text, setText] = useState('');
  const [born, setBorn] = useState(noDate);
  const [problem, setProblem] = useState<string>();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [found, setFound] = useState<Found>();
  const [busy, setBusy] = useState(false);
  const results = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (found !== undefined) results.current?.focus();
  }, [found]);
  const isBornKnown = Object.values(born).some((part) => part !== '');

  const find = async (): Promise<void> => {
    const birthDate = dateIn(born);
    const wrong =
      text.trim() === ''
        ? 'Write a name, a number or an identifier'
        : isBornKnown && birthDate === undefined
          ? 'Enter a real day of birth, or none'
          : undefined;
    setProblem(wrong);
    setFaults([]);
    setFound(undefined);
    if (wrong !== undefined || busy) return;
    setBusy(true);
    const answer = await searchChildren(client, text, birthDate);
    setBusy(false);
    setFaults(answer.faults);
    if (answer.child !== undefined) onFound(answer.child);
    else if (answer.found !== undefined) setFound(answer.found);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    // It may stand within a form that the same key would send.
    event.preventDefault();
    void find();
  };
  return (
    <div className="find-child">
      <div role="search" aria-label="Find a child" onKeyDown={onKeyDown}>
        <TextInput
          id={field}
          label={label}
          description="The child’s whole name, your agency’s own number, or the network identifier."
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={text}
          error={problem ?? error}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        <DateField
          id={`${own}-born`}
          label="Born on (optional)"
          hint="With it, names that are spelled nearly so are found too. For example, 3 11 2016."
          value={born}
          onChange={setBorn}
        />
        <button type="button" className="plain" disabled={busy} onClick={() => void find()}>
          Find the child
        </button>
      </div>
      <FaultNote faults={faults} />
      {found !== undefined && <FoundChildren ref={results} found={found} onChoose={onFound} />}
    </div>
  );
}
