import type { ApolloClient } from '@apollo/client';
import { ask, type Fault } from '../../shared/ask.ts';
import { sentenceCase } from '../../shared/code-words.ts';
import { RecordOrderDocument, SuspendAuthorityDocument } from '../../generated/graph.ts';
import { holderIs } from '../holder-is.ts';
import type { OrderDraft } from './order-fields.tsx';

interface ToStop {
  readonly child: string;
  readonly people: readonly {
    readonly id: string;
    readonly holder: string;
    readonly kind: string;
    readonly suspended: boolean;
  }[];
  readonly reason: string;
  readonly order: OrderDraft;
  /** All domains of the network's categories: the order forbids every one. */
  readonly domains: readonly string[];
}

interface Outcome {
  readonly report: readonly string[];
  readonly faults: readonly Fault[];
}

/** Suspends each person who is not suspended yet, then records the order, one for all whom and all children it names. Tried again after a failure, it does what is left. */
export async function stopThem(
  client: ApolloClient,
  { child, people, reason, order, domains }: ToStop,
): Promise<Outcome> {
  const report: string[] = [];
  const faults: Fault[] = [];
  for (const { id, holder, kind } of people.filter(({ suspended }) => !suspended)) {
    const answer = await ask(client, SuspendAuthorityDocument, { id, reason });
    faults.push(...answer.faults);
    if (answer.data !== undefined && answer.faults.length === 0)
      report.push(`${sentenceCase(holderIs({ holder, kind }))}: suspended. Decides and reads nothing.`);
  }
  if (!order.exists) return { report, faults };
  const siblings = order.siblings.filter((each) => each !== child);
  const { data, faults: wrong } = await ask(client, RecordOrderDocument, {
    input: {
      child,
      ...(siblings.length > 0 && { children: siblings }),
      decision: 'REFUSE',
      recipients: people.map(({ holder }) => ({ agency: 'family', user: holder })),
      categories: [...domains],
      from: new Date().toISOString(),
      court: order.court,
      reference: order.reference,
    },
  });
  faults.push(...wrong);
  if (data !== undefined) report.push(sentenceOf(data.recordOrder, 1 + siblings.length));
  return { report, faults };
}

function sentenceOf(
  { confirmed, effect }: { readonly confirmed: boolean; readonly effect: { readonly sentence: string } | null },
  children: number,
): string {
  const whom = children === 1 ? 'this child' : `${String(children)} children`;
  return `Order for ${whom}: ${effect?.sentence ?? (confirmed ? 'in force.' : 'recorded; it waits for a second officer of your agency.')}`;
}
