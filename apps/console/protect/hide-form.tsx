import { Checkbox, Stack, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ask, type Fault } from '../../shared/ask.ts';
import { ErrorSummary, type FieldError } from '../../shared/error-summary.tsx';
import { FaultNote } from '../../shared/fault-note.tsx';
import { useSignedIn } from '../../shared/signed-in.ts';
import { words } from '../../shared/words.ts';
import { HideWhereaboutsDocument, type ChildToProtectQuery } from '../../generated/graph.ts';
import { childrenIn, isNetworkId } from './children-in.ts';

type Authority = NonNullable<NonNullable<ChildToProtectQuery['child']>['authorities']>[number];

interface Props {
  readonly child: string;
  readonly authorities: readonly Authority[];
  readonly onDone: () => void;
}

/** The form that hides, from the family, where children live, learn and are seen: all but those who are safe. */
export function HideForm({ child, authorities, onDone }: Props) {
  const { client } = useSignedIn();
  const [safe, setSafe] = useState<readonly string[]>([]);
  const [siblings, setSiblings] = useState('');
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [done, setDone] = useState<string>();
  const [busy, setBusy] = useState(false);
  const problem = (field: string): string | undefined => errors.find((each) => each.field === field)?.text;
  // The child goes on reading whatever is said here.
  const others = [...new Map(authorities.map((each) => [each.holder, each])).values()].filter(
    ({ kind }) => kind !== 'child',
  );
  const submit = async (): Promise<void> => {
    const children = childrenIn(child, siblings);
    const found: FieldError[] = [
      ...(children.every(isNetworkId)
        ? []
        : [{ field: 'hide-siblings', text: 'Give network identifiers, 26 letters and digits each' }]),
      ...(reason.trim() === '' ? [{ field: 'hide-reason', text: 'Say why' }] : []),
    ];
    setErrors(found);
    setFaults([]);
    setDone(undefined);
    if (found.length > 0 || busy) return;
    setBusy(true);
    const answer = await ask(client, HideWhereaboutsDocument, { children, reason, safe: [...safe] });
    setBusy(false);
    setFaults(answer.faults);
    const order = answer.data?.hideWhereabouts;
    if (order === undefined) return;
    setDone(order.effect?.sentence ?? 'Hidden from now on.');
    onDone();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>Hide where the child is</h2>
      <ErrorSummary errors={errors} />
      <Checkbox.Group
        label="Who is safe, and goes on reading it? (optional)"
        description="Nobody else of the family reads it, whoever they are or will be."
        value={[...safe]}
        onChange={setSafe}
      >
        <Stack gap="xs">
          {others.map(({ holder, kind }) => (
            <Checkbox key={holder} value={holder} label={`${holder} (${words(kind)})`} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TextInput
        id="hide-siblings"
        label="Brothers and sisters to hide too (optional)"
        description="Their network identifiers, with a space between. Your agency must work with each."
        autoComplete="off"
        value={siblings}
        error={problem('hide-siblings')}
        onChange={(event) => {
          setSiblings(event.currentTarget.value);
        }}
      />
      <Textarea
        id="hide-reason"
        label="Why is it hidden?"
        description="Kept with the act. Nobody of the family sees it."
        autosize
        minRows={2}
        value={reason}
        error={problem('hide-reason')}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
      <div className="note warn">
        <p>
          <b>What happens:</b> from now on the family, but for the child and those who are safe, is not shown where the
          children live, learn and are seen, or who works with them. Agencies go on as before. It ends once two people
          say so.
        </p>
      </div>
      <FaultNote faults={faults} />
      {done !== undefined && (
        <p className="note done" role="status">
          {done}
        </p>
      )}
      <button type="submit" className="plain danger" disabled={busy}>
        Hide it now
      </button>
    </form>
  );
}
