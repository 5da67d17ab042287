import { Checkbox, Stack, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ask, type Fault } from '../../shared/ask.ts';
import { ErrorSummary, type FieldError } from '../../shared/error-summary.tsx';
import { FaultNote } from '../../shared/fault-note.tsx';
import { useNetworkWords } from '../../shared/network-words.tsx';
import { useSignedIn } from '../../shared/signed-in.ts';
import { words } from '../../shared/words.ts';
import { RecordOrderDocument, SuspendAuthorityDocument, type ChildToProtectQuery } from '../../generated/graph.ts';
import { childrenIn, isNetworkId } from './children-in.ts';

type Authority = NonNullable<NonNullable<ChildToProtectQuery['child']>['authorities']>[number];

interface Props {
  readonly child: string;
  readonly authorities: readonly Authority[];
  readonly onDone: () => void;
}

/** The form for who is stopped, why, and the court order where there is one, for brothers and sisters too. */
export function ProtectForm({ child, authorities, onDone }: Props) {
  const { client } = useSignedIn();
  const { categories } = useNetworkWords();
  const [stopped, setStopped] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [hasOrder, setHasOrder] = useState(false);
  const [court, setCourt] = useState('');
  const [reference, setReference] = useState('');
  const [siblings, setSiblings] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [done, setDone] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const problem = (field: string): string | undefined => errors.find((each) => each.field === field)?.text;
  // What a child decides for itself is nobody's to take away here.
  const active = authorities.filter(({ suspended, kind }) => !suspended && kind !== 'child');
  const children = childrenIn(child, siblings);

  const submit = async (): Promise<void> => {
    const found: FieldError[] = [
      ...(stopped.length === 0 ? [{ field: 'stop-0', text: 'Choose at least one person' }] : []),
      ...(reason.trim() === '' ? [{ field: 'protect-reason', text: 'Say why' }] : []),
      ...(hasOrder && court.trim() === '' ? [{ field: 'court', text: 'Name the court' }] : []),
      ...(hasOrder && reference.trim() === '' ? [{ field: 'reference', text: 'Give the file number' }] : []),
      ...(hasOrder && !children.every(isNetworkId)
        ? [{ field: 'siblings', text: 'Give network identifiers, 26 letters and digits each' }]
        : []),
      // An order that names no kind of data would stop nobody.
      ...(hasOrder && categories.size === 0
        ? [{ field: 'has-order', text: 'The kinds of data could not be looked up: try again in a moment' }]
        : []),
    ];
    setErrors(found);
    setFaults([]);
    if (found.length > 0 || busy) return;
    setBusy(true);
    const report: string[] = [];
    const wrong: Fault[] = [];
    for (const { id, holder } of active.filter((each) => stopped.includes(each.id))) {
      const answer = await ask(client, SuspendAuthorityDocument, { id, reason });
      wrong.push(...answer.faults);
      if (answer.data !== undefined && answer.faults.length === 0)
        report.push(`${holder}: suspended. Decides and reads nothing.`);
      if (!hasOrder) continue;
      for (const each of children) {
        const input = {
          child: each,
          decision: 'REFUSE' as const,
          recipients: [{ agency: 'family', user: holder }],
          categories: [...new Set([...categories.keys()].map((code) => code.split('.')[0] ?? code))],
          from: new Date().toISOString(),
          court,
          reference,
        };
        const recorded = await ask(client, RecordOrderDocument, { input });
        wrong.push(...recorded.faults);
        const order = recorded.data?.recordOrder;
        if (order !== undefined)
          report.push(
            `Order for ${each}: ${order.confirmed ? 'in force' : 'recorded; it waits for a second officer of your agency'}.`,
          );
      }
    }
    setBusy(false);
    setFaults(wrong);
    setDone(report);
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
      <h2>Stop somebody</h2>
      <ErrorSummary errors={errors} />
      <Checkbox.Group label="Who must lose sight?" value={[...stopped]} onChange={setStopped} error={problem('stop-0')}>
        <Stack gap="xs">
          {active.map(({ id, holder, kind }, at) => (
            <Checkbox key={id} id={`stop-${String(at)}`} value={id} label={`${holder} (${words(kind)})`} />
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
      <Checkbox
        id="has-order"
        label="There is a court order"
        checked={hasOrder}
        onChange={(event) => {
          setHasOrder(event.currentTarget.checked);
        }}
      />
      {hasOrder && (
        <>
          <TextInput
            id="court"
            label="Which court?"
            value={court}
            error={problem('court')}
            onChange={(event) => {
              setCourt(event.currentTarget.value);
            }}
          />
          <TextInput
            id="reference"
            label="File number"
            value={reference}
            error={problem('reference')}
            onChange={(event) => {
              setReference(event.currentTarget.value);
            }}
          />
          <TextInput
            id="siblings"
            label="Brothers and sisters that the order names (optional)"
            description="Their network identifiers, with a space between."
            autoComplete="off"
            value={siblings}
            error={problem('siblings')}
            onChange={(event) => {
              setSiblings(event.currentTarget.value);
            }}
          />
        </>
      )}
      <div className="note warn">
        <p>
          <b>What happens:</b> from now on each person chosen reads nothing of this child and decides nothing. What they
          permitted no longer opens anything. They can still be told by a person; this page tells them nothing.
        </p>
      </div>
      <FaultNote faults={faults} />
      {done.length > 0 && (
        <div className="note done" role="status">
          {done.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <button type="submit" className="plain danger" disabled={busy}>
        Stop them now
      </button>
    </form>
  );
}
