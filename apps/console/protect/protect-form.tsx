import { Checkbox, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Fault } from '../../shared/ask.ts';
import type { FieldError } from '../../shared/error-summary.tsx';
import { useNetworkWords } from '../../shared/network-words.tsx';
import { useSignedIn } from '../../shared/signed-in.ts';
import { words } from '../../shared/words.ts';
import type { ChildToProtectQuery } from '../../generated/graph.ts';
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

/** The form for who is stopped, why, and the court order where there is one, for brothers and sisters too. */
export function ProtectForm({ child, authorities, onDone }: Props) {
  const { client } = useSignedIn();
  const { categories } = useNetworkWords();
  const [stopped, setStopped] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [order, setOrder] = useState<OrderDraft>(noOrder);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [done, setDone] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const problem = (field: string): string | undefined => errors.find((each) => each.field === field)?.text;
  // What a child decides for itself is nobody's to take away here; who is suspended already may still be named in an order.
  const others = authorities.filter(({ kind }) => kind !== 'child');

  const stop = async (): Promise<void> => {
    const domains = [...new Set([...categories.keys()].map((code) => code.split('.')[0] ?? code))];
    const chosen = others.filter(({ id }) => stopped.includes(id));
    const found = problemsIn({ stopped: chosen.length, reason, order, domains: domains.length });
    setErrors(found);
    setFaults([]);
    setDone([]);
    if (found.length > 0 || busy) return;
    setBusy(true);
    const outcome = await stopThem(client, { child, people: chosen, reason, order, domains });
    setBusy(false);
    setFaults(outcome.faults);
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
      <Checkbox.Group label="Who must lose sight?" value={[...stopped]} onChange={setStopped} error={problem('stop-0')}>
        <Stack gap="xs">
          {others.map(({ id, holder, kind, suspended }, at) => (
            <Checkbox
              key={id}
              id={`stop-${String(at)}`}
              value={id}
              label={`${holder} (${words(kind)}${suspended ? '; suspended already' : ''})`}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Textarea
        id="protect-reason"
        label="Why?"
        description="Kept with the act. The person stopped does not see it."
        autosize
        minRows={2}
        value={reason}
        error={problem('protect-reason')}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
      <OrderFields order={order} onChange={setOrder} problem={problem} />
    </ActForm>
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
    ...(stopped === 0 ? [{ field: 'stop-0', text: 'Choose at least one person' }] : []),
    ...(reason.trim() === '' ? [{ field: 'protect-reason', text: 'Say why' }] : []),
    ...(exists && court.trim() === '' ? [{ field: 'court', text: 'Name the court' }] : []),
    ...(exists && reference.trim() === '' ? [{ field: 'reference', text: 'Give the file number' }] : []),
    // An order that names no kind of data would stop nobody.
    ...(exists && domains === 0
      ? [{ field: 'has-order', text: 'The kinds of data could not be looked up: try again in a moment' }]
      : []),
  ];
}
