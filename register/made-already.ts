import { canonicalJson } from '@trellis/platform';
import type { Instant } from '@trellis/decision';
import { omit } from './omit.ts';
import { proposalOf } from './proposal-of.ts';
import { isKind } from './record-kind.ts';
import type { Recorded } from './records.ts';

/**
 * The record that this person made just like a new one, and that stands as it was made: a proposal that waits, or something that restricts, is held
 * or is opened until it is ended. Asked for twice, by a double tap or by an application that was not answered, it is one: otherwise a second one
 * would go on when the first is ended. What a holder decides, and what a family says, may be said again.
 */
export function madeAlready(records: readonly Recorded[], made: Recorded, at: Instant): Recorded | undefined {
  if (!isOnce(made)) return undefined;
  const wanted = contentOf(made);
  return records.find((each) => {
    if (each.kind !== made.kind || each.state !== made.state || each.agency !== made.agency) return false;
    return contentOf(each) === wanted && beginsAlike(each, made, at);
  });
}

function isOnce(made: Recorded): boolean {
  if (isKind(made, 'approval')) return false;
  const { kind, state } = made;
  const stands = kind === 'relation' || kind === 'harm-refusal' || kind === 'legal-hold' || kind === 'involvement';
  return (
    stands || (kind === 'order' && state === 'UNCONFIRMED') || state === 'REQUESTED' || proposalOf(made) !== undefined
  );
}

/** The content of a record and who made it, without what is of its making alone: ids and instants. The records of an order for other children have ids of their own. */
function contentOf({ body, detail }: Recorded): string {
  const said = { ...body } as Readonly<Record<string, unknown>>;
  const without = ['id', 'recordedAt', 'at', 'from'].reduce<Readonly<Record<string, unknown>>>(omit, said);
  return canonicalJson([without, omit(detail, 'together')]);
}

/** From the same moment; or now, where the other has begun and nothing said when. */
function beginsAlike(earlier: Recorded, made: Recorded, at: Instant): boolean {
  const [began, begins] = [beginningOf(earlier), beginningOf(made)];
  return began === begins || (begins === at && typeof began === 'number' && began <= at);
}

function beginningOf({ body }: Recorded): unknown {
  return 'from' in body ? body.from : undefined;
}
