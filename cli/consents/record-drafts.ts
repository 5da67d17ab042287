import type { ConsentDraft } from '@trellis/decision';
import { Failure } from '../failure.ts';
import { toInput } from './graph-consent.ts';

type Ask = <Data>(query: string, variables: Record<string, unknown>) => Promise<Data>;

interface Recorded {
  readonly id: string;
  readonly decision: ConsentDraft['decision'];
  readonly state: string;
  readonly effect: { readonly sentence: string } | null;
}

const record =
  'mutation($input: ConsentInput!) { recordConsent(input: $input) { id decision state effect { sentence } } }';
const withdraw = 'mutation($id: ID!, $reason: String) { withdrawConsent(id: $id, reason: $reason) { id } }';

/**
 * Records consents one after another, the refusals first, and says so before the first. Where one is refused, nothing that opens is left of those
 * before it: each permit is taken back. What they refuse stays, since that only restricts. The failure names each.
 */
export async function recordDrafts(drafts: readonly ConsentDraft[], ask: Ask): Promise<void> {
  const inOrder = drafts.toSorted(
    (one, other) => Number(one.decision === 'PERMIT') - Number(other.decision === 'PERMIT'),
  );
  if (inOrder.length > 1) {
    console.error(
      `${String(inOrder.length)} consents are recorded one after another, what refuses first. If one is refused, the permits before it are taken back; refusals before it stay.`,
    );
  }
  const recorded: Recorded[] = [];
  for (const draft of inOrder) {
    try {
      const { recordConsent } = await ask<{ recordConsent: Recorded }>(record, { input: toInput(draft) });
      recorded.push(recordConsent);
      console.log(lineOf(recordConsent));
    } catch (error) {
      if (recorded.length === 0) throw error;
      throw await takenBack(recorded, inOrder.length, error, ask);
    }
  }
}

function lineOf({ id, decision, state, effect }: Recorded): string {
  return `${id}: ${decision}, ${state}${effect === null ? '' : `. ${effect.sentence}`}`;
}

async function takenBack(recorded: readonly Recorded[], all: number, cause: unknown, ask: Ask): Promise<Failure> {
  const reason = 'Recorded with others of a file, of which one was refused';
  const ends: string[] = [];
  for (const { id, decision } of recorded.toReversed()) {
    if (decision !== 'PERMIT') {
      ends.push(`${id}: REFUSE, stays`);
      continue;
    }
    const isBack = await ask(withdraw, { id, reason }).then(
      () => true,
      () => false,
    );
    ends.push(isBack ? `${id}: PERMIT, taken back` : `${id}: PERMIT, STANDS: it could not be taken back`);
  }
  const why = cause instanceof Error ? cause.message : String(cause);
  const at = `consent ${String(recorded.length + 1)} of ${String(all)} failed`;
  return new Failure(`${at}: ${why}\n  Of those before it:\n${ends.map((end) => `  ${end}`).join('\n')}`, {
    fix: 'Mend what was refused and import the file again; withdraw what stands and should not.',
  });
}
