import { Checkbox, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { FieldError } from '../../shared/error-summary.tsx';
import { need } from '../../shared/need.ts';
import { useNetworkWords } from '../../shared/network-words.tsx';
import { useSignedIn } from '../../shared/signed-in.ts';
import { useFields } from '../../shared/use-fields.ts';
import { useSending } from '../../shared/use-sending.ts';
import { sentenceCase } from '../../shared/words.ts';
import type { ChildToProtectQuery } from '../../generated/graph.ts';
import { holderIs } from '../holder-is.ts';
import { ActForm } from './act-form.tsx';
import { noOrder, OrderFields, type OrderDraft } from './order-fields.tsx';
import { stopThem } from './stop-them.ts';

type Authority = NonNullable<NonNullable<ChildToProtectQuery['child']>['authorities']>[number];

interface Props {
  readonly child: string;
  readonly authorities: readonly Authority[];
  readonly onDone: () => void;
}

const effect =
  'from now on each person chosen reads nothing of this child and decides nothing. What they permitted no longer opens anything. They can still be told by a person; this page tells them nothing.';

interface Stop {
  /** The authorities of those who are stopped. */
  readonly stopped: string[];
  readonly reason: string;
  readonly order: OrderDraft;
}

const empty: Stop = { stopped: [], reason: '', order: noOrder };

/** The form for who is stopped, why, and the court order where there is one, for brothers and sisters too. */
export function ProtectForm({ child, authorities, onDone }: Props) {
  const { client } = useSignedIn();
  const { categories, authorityKinds } = useNetworkWords();
  const { values, errors, problem, check, text, choice } = useFields(empty);
  const { faults, busy, send } = useSending();
  const [done, setDone] = useState<readonly string[]>([]);
  // What a child decides for itself is nobody's to take away here; who is suspended already may still be named in an order.
  const others = authorities.filter(({ kind }) => authorityKinds.get(kind)?.isChilds !== true);

  const stop = async (): Promise<void> => {
    const { stopped, reason, order } = values;
    const domains = [...new Set([...categories.keys()].map((code) => code.split('.')[0] ?? code))];
    const people = others.filter(({ id }) => stopped.includes(id));
    const fits = check(problemsIn({ stopped: people.length, reason, order, domains: domains.length }));
    setDone([]);
    const outcome = await send(fits, () => stopThem(client, { child, people, reason, order, domains }));
    if (outcome === undefined) return;
    setDone(outcome.report);
    onDone();
  };

  return (
    <ActForm
      title="Stop somebody"
      errors={errors}
      faults={faults}
      done={done}
      busy={busy}
      effect={effect}
      button="Stop them now"
      onAct={stop}
    >
      <WhoIsStopped others={others} {...choice('stopped', 'stop-0')} />
      <Textarea
        label="Why?"
        description="Kept with the act. The person stopped does not see it."
        autosize
        minRows={2}
        {...text('reason', 'protect-reason')}
      />
      <OrderFields order={values.order} onChange={choice('order').onChange} problem={problem} />
    </ActForm>
  );
}

interface StoppedProps {
  readonly others: readonly Authority[];
  readonly value: string[];
  readonly error: string | undefined;
  readonly onChange: (value: string[]) => void;
}

function WhoIsStopped({ others, ...group }: StoppedProps) {
  return (
    <Checkbox.Group label="Who must lose sight?" {...group}>
      <Stack gap="xs">
        {others.map((each, at) => (
          <Checkbox
            key={each.id}
            id={`stop-${String(at)}`}
            value={each.id}
            label={`${sentenceCase(holderIs(each))}${each.suspended ? ', suspended already' : ''}`}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

interface Written {
  readonly stopped: number;
  readonly reason: string;
  readonly order: OrderDraft;
  readonly domains: number;
}

function problemsIn({ stopped, reason, order, domains }: Written): readonly FieldError[] {
  const { exists, court, reference } = order;
  return [
    ...need(stopped > 0, 'stop-0', 'Choose at least one person'),
    ...need(reason.trim() !== '', 'protect-reason', 'Say why'),
    ...need(!exists || court.trim() !== '', 'court', 'Name the court'),
    ...need(!exists || reference.trim() !== '', 'reference', 'Give the file number'),
    // An order that names no kind of data would stop nobody.
    ...need(!exists || domains > 0, 'has-order', 'The kinds of data could not be looked up: try again in a moment'),
  ];
}
