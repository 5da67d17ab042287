import { Checkbox, TextInput } from '@mantine/core';
import { SiblingsField } from './siblings-field.tsx';

/** A court order as it is written down: which court, which file, and the brothers and sisters that it names. */
export interface OrderDraft {
  readonly exists: boolean;
  readonly court: string;
  readonly reference: string;
  readonly siblings: readonly string[];
}

export const noOrder: OrderDraft = { exists: false, court: '', reference: '', siblings: [] };

interface Props {
  readonly order: OrderDraft;
  readonly onChange: (order: OrderDraft) => void;
  readonly problem: (field: string) => string | undefined;
}

/** The questions about a court order, where there is one. */
export function OrderFields({ order, onChange, problem }: Props) {
  return (
    <>
      <Checkbox
        id="has-order"
        label="There is a court order"
        checked={order.exists}
        error={problem('has-order')}
        onChange={(event) => {
          onChange({ ...order, exists: event.currentTarget.checked });
        }}
      />
      {order.exists && <WhichOrder order={order} onChange={onChange} problem={problem} />}
    </>
  );
}

function WhichOrder({ order, onChange, problem }: Props) {
  const { court, reference, siblings } = order;
  return (
    <>
      <TextInput
        id="court"
        label="Which court?"
        value={court}
        error={problem('court')}
        onChange={(event) => {
          onChange({ ...order, court: event.currentTarget.value });
        }}
      />
      <TextInput
        id="reference"
        label="File number"
        value={reference}
        error={problem('reference')}
        onChange={(event) => {
          onChange({ ...order, reference: event.currentTarget.value });
        }}
      />
      <SiblingsField
        id="order-siblings"
        label="Brothers and sisters that the order names (optional)"
        hint="The order is recorded for them too; who may decide for them stays as it is."
        siblings={siblings}
        onChange={(next) => {
          onChange({ ...order, siblings: next });
        }}
      />
    </>
  );
}
