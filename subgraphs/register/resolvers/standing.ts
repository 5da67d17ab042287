import type { RecordPage } from '@trellis/register';
import { actorOf, type Context } from '../context.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { maySee } from '../may-see.ts';
import { coded } from '../refusals.ts';
import { legalHoldView, orderView } from '../views/records.ts';
import { noteLookUp } from './seen-child.ts';

/** The orders and legal holds that stand, across children: an officer's own agency's, or, for the network's officers, every agency's. */
export function standingResolvers({ register }: Pick<RegisterDependencies, 'register'>) {
  const standing = async <Kind extends 'order' | 'legal-hold'>(kind: Kind, page: RecordPage, context: Context) => {
    const actor = actorOf(context);
    const agency = maySee('standing', context) === 'ALL' ? null : actor.agency;
    const { now } = await coded(() => register.read([]));
    const found = await coded(() => register.standingRecords(kind, agency, now, page));
    const heading = kind === 'order' ? 'orders' : 'legalHolds';
    await Promise.all(
      [...new Set(found.map(({ about }) => about))].map((about) => noteLookUp(heading, about, context)),
    );
    return found;
  };
  return {
    standingOrders: async (_root: unknown, page: RecordPage, context: Context) =>
      (await standing('order', page, context)).map(orderView),
    standingHolds: async (_root: unknown, page: RecordPage, context: Context) =>
      (await standing('legal-hold', page, context)).map(legalHoldView),
  };
}
