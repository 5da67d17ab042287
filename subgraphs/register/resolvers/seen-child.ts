import { shownToMember, type MemberView, type ToldAccess } from '@trellis/decision';
import type { Actor, Extent, Readable, Recorded } from '@trellis/register';
import { actorOf, type Context } from '../context.ts';
import type { ChildReading, ShownKind } from '../loaders.ts';
import { mayEverSee, maySee } from '../may-see.ts';
import { coded } from '../refusals.ts';

export interface Child {
  readonly id: string;
}

/** One child as its reader may see it: what stands about it, and how much of that the table of readers lets through. */
export interface SeenChild {
  readonly actor: Actor;
  readonly known: ChildReading;
  readonly extent: Extent;
}

/**
 * The extent to which a reader may see a child under one heading. Undefined where its role may never read this, which is then absent;
 * refused where it might, and has nothing to do with this child.
 */
export async function seenChild(readable: Readable, { id }: Child, context: Context): Promise<SeenChild | undefined> {
  const actor = actorOf(context);
  const known = await coded(() => context.loaders.known.load(id));
  if (!mayEverSee(readable, context)) return undefined;
  const extent = maySee(readable, context, known);
  await noteLookUp(readable, id, context);
  return { actor, known, extent };
}

/** An officer's look-up leaves a trace before anything is shown. Families and workers read their own, by their own rights. */
export async function noteLookUp(heading: Readable, about: string, context: Context): Promise<void> {
  const actor = actorOf(context);
  if (actor.kind === 'officer') await coded(() => context.loaders.lookUps.load({ actor, about, heading }));
}

/** Writes down that an officer searched the ledger from a requester, or without one: the search itself, and each child it shows. */
export async function noteLedgerSearch(
  of: string | undefined,
  children: readonly (string | null)[],
  context: Context,
): Promise<void> {
  const actor = actorOf(context);
  const abouts = new Set(['network', ...children.filter((child) => child !== null)]);
  await coded(() =>
    Promise.all(
      [...abouts].map((about) => context.loaders.lookUps.load({ actor, about, heading: 'disclosuresBy', of })),
    ),
  );
}

/** The records of one kind about a child. */
export async function recordsOf<Wanted extends ShownKind>(
  kind: Wanted,
  { id }: Child,
  context: Context,
): Promise<readonly Recorded<Wanted>[]> {
  const all = await coded(() => context.loaders.records.load(id));
  return all.filter((record): record is Recorded<Wanted> => record.kind === kind);
}

/** The part of what others did about this child that one family member may learn of. */
export async function memberView(child: Child, context: Context, { actor, known }: SeenChild): Promise<MemberView> {
  const { rules, network, facts, now } = known;
  const told = (await recordsOf('emergency', child, context)).flatMap((each) => toldAccess(each, actor.user) ?? []);
  return shownToMember(rules, network, facts, actor, now, told);
}

function toldAccess({ body, detail }: Recorded<'emergency'>, user: string): ToldAccess | undefined {
  const { told } = detail;
  return Array.isArray(told) && told.includes(user) ? body : undefined;
}
