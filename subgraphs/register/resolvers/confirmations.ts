import { pendingOf, proposalOf, type Actor, type Extent, type Waiting } from '@trellis/register';
import { actorOf, type Context } from '../context.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { domainOf } from '../domain-of.ts';
import { maySee } from '../may-see.ts';
import { coded } from '../refusals.ts';
import { proposedKinds } from '../views/dropped-proposal.ts';
import { textOrNull } from '../views/instants.ts';

const mostInPage = 200;

interface ConfirmationsArgs {
  readonly first: number;
  readonly after?: string | null;
  readonly own: boolean;
}

/** The records that wait for the caller as a second person: those the register's table lets it confirm, of those it may see at all. */
export function confirmationResolvers({ register, vocabulary }: Pick<RegisterDependencies, 'register' | 'vocabulary'>) {
  return {
    async confirmations(_root: unknown, { first, after, own }: ConfirmationsArgs, context: Context) {
      const actor = actorOf(context);
      const extent = maySee('confirmations', context);
      const most = Math.max(0, Math.min(first, mostInPage));
      const mayRead = (record: Waiting): boolean => own || isShown(record, actor, extent);
      const found = await coded(() => register.confirmations(actor, most, { own, after, isShown: mayRead }));
      return found.map((each) => ({
        record: each.id,
        kind: proposedKinds[each.kind],
        act: proposalOf(each) ?? 'RECORD',
        child: vocabulary.networkId.test(each.about) ? { id: each.about } : null,
        ...askedBy(each),
        askedAt: each.askedAt.toISOString(),
      }));
    },
  };
}

/** The same cut as where these hang from their child: of orders an agency's officers see their own, of consents what opens their records too. */
function isShown(record: Waiting, actor: Actor, extent: Extent): boolean {
  if (extent === 'ALL' || record.kind === 'authority') return true;
  if (record.kind !== 'consent') return record.agency === actor.agency;
  const { categories } = record.body as { readonly categories: readonly string[] };
  return record.detail['recordedByAgency'] === actor.agency || categories.map(domainOf).includes(actor.agency);
}

/** The first person, by what the record says of each kind. */
function askedBy(record: Waiting) {
  const pending = pendingOf(record);
  if (pending !== undefined) return { by: pending.by, byAgency: pending.byAgency, reason: pending.reason ?? null };
  const { detail } = record;
  const author = record.kind === 'rule-set' ? (record.body as { readonly author: string }).author : undefined;
  return {
    by: textOrNull(detail['by'] ?? detail['recordedBy'] ?? author),
    byAgency: textOrNull(detail['recordedByAgency']) ?? record.agency,
    reason: textOrNull(detail['reason']),
  };
}
