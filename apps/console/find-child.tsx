import { TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { DateField, dateIn, noDate, type DateParts } from '../shared/date-field.tsx';
import { FaultNote } from '../shared/fault-note.tsx';
import { need } from '../shared/need.ts';
import { useSignedIn } from '../shared/signed-in.ts';
import { useFields, type Fields } from '../shared/use-fields.ts';
import { useSending } from '../shared/use-sending.ts';
import { FoundChildren, type Found } from './found-children.tsx';
import { searchChildren } from './search-children.ts';

interface Props {
  readonly label: string;
  readonly onFound: (child: string) => void;
  /** The id of the field, where a summary of errors leads to it. */
  readonly field?: string;
  readonly error?: string | undefined;
}

interface Sought {
  /** A name, a number or an identifier. */
  readonly text: string;
  readonly born: DateParts;
}

/**
 * Finds one child by name and day of birth, by the agency's own number or by the network's identifier. A name finds candidates, and a person says which of
 * them is meant; what is written stays until one is.
 */
export function FindChild({ label, onFound, field = 'child', error }: Props) {
  const { client } = useSignedIn();
  const fields = useFields<Sought>({ text: '', born: noDate });
  const { faults, busy, send } = useSending();
  const [found, setFound] = useState<Found>();
  const results = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (found !== undefined) results.current?.focus();
  }, [found]);
  const find = async (): Promise<void> => {
    const { text, born } = fields.values;
    const isDay = Object.values(born).every((part) => part === '') || dateIn(born) !== undefined;
    const fits = fields.check([
      ...need(text.trim() !== '', field, 'Write a name, a number or an identifier'),
      ...need(isDay, field, 'Enter a real day of birth, or none'),
    ]);
    setFound(undefined);
    const answer = await send(fits, () => searchChildren(client, text, dateIn(born)));
    if (answer?.child !== undefined) onFound(answer.child);
    else if (answer?.found !== undefined) setFound(answer.found);
  };
  return (
    <div className="find-child">
      <Search fields={fields} field={field} label={label} error={error} busy={busy} onFind={find} />
      <FaultNote faults={faults} />
      {found !== undefined && <FoundChildren ref={results} found={found} onChoose={onFound} />}
    </div>
  );
}

interface SearchProps extends Pick<Props, 'label' | 'error'> {
  readonly fields: Fields<Sought>;
  readonly field: string;
  readonly busy: boolean;
  readonly onFind: () => Promise<void>;
}

function Search({ fields, field, label, error, busy, onFind }: SearchProps) {
  const own = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    // It may stand within a form that the same key would send.
    event.preventDefault();
    void onFind();
  };
  return (
    <div role="search" aria-label="Find a child" onKeyDown={onKeyDown}>
      <TextInput
        label={label}
        description="The child’s whole name, your agency’s own number, or the network identifier."
        autoComplete="off"
        spellCheck={false}
        {...fields.text('text', field)}
        error={fields.problem(field) ?? error}
      />
      <DateField
        id={`${own}-born`}
        label="Born on (optional)"
        hint="With it, names that are spelled nearly so are found too. For example, 3 11 2016."
        {...fields.choice('born')}
      />
      <button type="button" className="plain" aria-disabled={busy} onClick={() => void onFind()}>
        Find the child
      </button>
    </div>
  );
}
