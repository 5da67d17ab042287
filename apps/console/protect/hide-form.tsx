import { Checkbox, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../../shared/ask.ts';
import { need } from '../../shared/need.ts';
import { useNetworkWords } from '../../shared/network-words.tsx';
import { useSignedIn } from '../../shared/signed-in.ts';
import { useFields } from '../../shared/use-fields.ts';
import { useSending } from '../../shared/use-sending.ts';
import { sentenceCase } from '../../shared/words.ts';
import { HideWhereaboutsDocument, type ChildToProtectQuery } from '../../generated/graph.ts';
import { holderIs } from '../holder-is.ts';
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

interface Hidden {
  /** The people who go on reading it. */
  readonly safe: string[];
  readonly siblings: readonly string[];
  readonly reason: string;
}

const empty: Hidden = { safe: [], siblings: [], reason: '' };

/** The form that hides, from the family, where children live, learn and are seen: all but those who are safe. */
export function HideForm({ child, authorities, onDone }: Props) {
  const { client } = useSignedIn();
  const { values, errors, check, text, choice } = useFields(empty);
  const { faults, busy, send } = useSending();
  const [done, setDone] = useState<readonly string[]>([]);
  const hide = async (): Promise<void> => {
    const { safe, siblings, reason } = values;
    const fits = check(need(reason.trim() !== '', 'hide-reason', 'Say why'));
    setDone([]);
    const children = [...new Set([child, ...siblings])];
    const answer = await send(fits, () => ask(client, HideWhereaboutsDocument, { children, reason, safe }));
    const order = answer?.data?.hideWhereabouts;
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
      <WhoIsSafe authorities={authorities} {...choice('safe')} />
      <SiblingsField
        id="hide-siblings"
        label="Brothers and sisters to hide too (optional)"
        hint="Your agency must work with each."
        siblings={values.siblings}
        onChange={choice('siblings').onChange}
      />
      <Textarea
        label="Why is it hidden?"
        description="Kept with the act. Nobody of the family sees it."
        autosize
        minRows={2}
        {...text('reason', 'hide-reason')}
      />
    </ActForm>
  );
}

interface SafeProps {
  readonly authorities: readonly Authority[];
  readonly value: string[];
  readonly onChange: (value: string[]) => void;
}

function WhoIsSafe({ authorities, value, onChange }: SafeProps) {
  const { authorityKinds } = useNetworkWords();
  // The child goes on reading whatever is said here.
  const others = [...new Map(authorities.map((each) => [each.holder, each])).values()].filter(
    ({ kind }) => authorityKinds.get(kind)?.isChilds !== true,
  );
  return (
    <Checkbox.Group
      label="Who is safe, and goes on reading it? (optional)"
      description="Nobody else of the family reads it, whoever they are or will be."
      value={value}
      onChange={onChange}
    >
      <Stack gap="xs">
        {others.map((each) => (
          <Checkbox key={each.holder} value={each.holder} label={sentenceCase(holderIs(each))} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
