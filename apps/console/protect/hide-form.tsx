import { Checkbox, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ask, type Fault } from '../../shared/ask.ts';
import type { FieldError } from '../../shared/error-summary.tsx';
import { useSignedIn } from '../../shared/signed-in.ts';
import { words } from '../../shared/words.ts';
import { HideWhereaboutsDocument, type ChildToProtectQuery } from '../../generated/graph.ts';
import { ActForm } from './act-form.tsx';
import { SiblingsField } from './siblings-field.tsx';

type Authority = NonNullable<NonNullable<ChildToProtectQuery['child']>['authorities']>[number];

interface Props {
  readonly child: string;
  readonly authorities: readonly Authority[];
  readonly onDone: () => void;
}

const effect =
  'from now on the family, but for the child and those who are safe, is not shown where the children live, learn and are seen, or who works with them. Agencies go on as before. It ends once two people say so.';

/** The form that hides, from the family, where children live, learn and are seen: all but those who are safe. */
export function HideForm({ child, authorities, onDone }: Props) {
  const { client } = useSignedIn();
  const [safe, setSafe] = useState<readonly string[]>([]);
  const [siblings, setSiblings] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [done, setDone] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  // The child goes on reading whatever is said here.
  const others = [...new Map(authorities.map((each) => [each.holder, each])).values()].filter(
    ({ kind }) => kind !== 'child',
  );
  const hide = async (): Promise<void> => {
    const found = reason.trim() === '' ? [{ field: 'hide-reason', text: 'Say why' }] : [];
    setErrors(found);
    setFaults([]);
    setDone([]);
    if (found.length > 0 || busy) return;
    setBusy(true);
    const children = [...new Set([child, ...siblings])];
    const answer = await ask(client, HideWhereaboutsDocument, { children, reason, safe: [...safe] });
    setBusy(false);
    setFaults(answer.faults);
    const order = answer.data?.hideWhereabouts;
    if (order === undefined) return;
    setDone(['Hidden from now on.', ...(order.effect === null ? [] : [order.effect.sentence])]);
    onDone();
  };
  return (
    <ActForm
      title="Hide where the child is"
      errors={errors}
      faults={faults}
      done={done}
      busy={busy}
      effect={effect}
      button="Hide it now"
      onAct={hide}
    >
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
      <SiblingsField
        id="hide-siblings"
        label="Brothers and sisters to hide too (optional)"
        hint="Your agency must work with each."
        siblings={siblings}
        onChange={setSiblings}
      />
      <Textarea
        id="hide-reason"
        label="Why is it hidden?"
        description="Kept with the act. Nobody of the family sees it."
        autosize
        minRows={2}
        value={reason}
        error={errors[0]?.text}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
    </ActForm>
  );
}
