import type { Vocabulary } from '@trellis/vocabulary';
import { statementReaches } from '../statement-reaches.ts';
import { isChildsRole } from '@trellis/decision';
import { seenConsent, type Recorded } from '@trellis/register';
import { actorOf, type Context } from '../context.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { domainOf } from '../domain-of.ts';
import type { ShownKind } from '../loaders.ts';
import type { Readable } from '@trellis/register';
import { coded } from '../refusals.ts';
import {
  authorityView,
  consentView,
  harmRefusalView,
  involvementView,
  legalHoldView,
  linkageView,
  orderView,
  relationView,
  statementView,
} from '../views/records.ts';
import { childDisclosures } from './child-disclosures.ts';
import { childErasures } from './child-erasures.ts';
import { memberDisclosures } from './member-disclosures.ts';
import { memberView, recordsOf, seenChild, type Child, type SeenChild } from './seen-child.ts';

/** The records that hang from a child: each guarded by the table of who may see what, and cut to what is the reader's own. */
export function childResolvers(dependencies: RegisterDependencies) {
  return {
    consents,
    authorities,
    statements: (child: Child, args: object, context: Context) =>
      statements(child, args, context, dependencies.vocabulary),
    orders: ownRecords('orders', 'order', orderView),
    involvements: ownRecords('involvements', 'involvement', involvementView),
    relations: ownRecords('relations', 'relation', relationView),
    harmRefusals: ownRecords('harmRefusals', 'harm-refusal', harmRefusalView),
    legalHolds: ownRecords('legalHolds', 'legal-hold', legalHoldView),
    linkages: ownRecords('linkages', 'linkage', linkageView),
    erasures: childErasures(dependencies),
    disclosures: childDisclosures(dependencies),
    disclosuresAsListed: memberDisclosures(dependencies),

    async otherIds(child: Child, _args: object, context: Context) {
      const seen = await seenChild('otherIds', child, context);
      if (seen === undefined) return null;
      return (await coded(() => dependencies.register.idsOf(child.id))).filter((id) => id !== child.id);
    },
  };
}

/** Records of one kind: all, or those of the reader's own agency. */
function ownRecords<Kind extends ShownKind, View>(
  readable: Readable,
  kind: Kind,
  view: (record: Recorded<Kind>) => View,
) {
  return async (child: Child, _args: object, context: Context): Promise<readonly View[] | null> => {
    const seen = await seenChild(readable, child, context);
    if (seen === undefined) return null;
    const { actor, extent } = seen;
    const found = await recordsOf(kind, child, context);
    return found.filter(({ agency }) => extent === 'ALL' || agency === actor.agency).map(view);
  };
}

async function consents(child: Child, _args: object, context: Context) {
  const seen = await seenChild('consents', child, context);
  if (seen === undefined) return null;
  const found = await recordsOf('consent', child, context);
  const shown = await shownConsents(child, context, seen);
  const { rules, now } = seen.known;
  return found
    .flatMap((record) => (shown(record) ? record : (lapsedToChild(record, seen) ?? [])))
    .map((record) => consentView(seenConsent(seen.actor, record, rules), now));
}

/** The part of another's permit that has become the child's to decide, for the child; undefined for everybody else. */
function lapsedToChild(
  record: Recorded<'consent'>,
  { actor, known: { rules } }: SeenChild,
): Recorded<'consent'> | undefined {
  const { lapsed } = record.detail;
  if (actor.kind !== 'family' || !isChildsRole(rules, actor.role) || !Array.isArray(lapsed)) return undefined;
  const categories = lapsed.filter((each): each is string => typeof each === 'string');
  return categories.length === 0 ? undefined : { ...record, body: { ...record.body, categories } };
}

type Shown<Kind extends ShownKind> = (record: Recorded<Kind>) => boolean;

async function shownConsents(child: Child, context: Context, seen: SeenChild): Promise<Shown<'consent'>> {
  const { actor, extent } = seen;
  if (extent === 'ALL') return () => true;
  if (actor.kind === 'family') {
    const view = await memberView(child, context, seen);
    return ({ body }) => view.consent(body);
  }
  // A consent can tell that another agency works with the child: an agency sees what it recorded, its officers what opens its records.
  return ({ body, detail }) =>
    detail['recordedByAgency'] === actor.agency ||
    (actor.kind === 'officer' && body.categories.map(domainOf).includes(actor.agency));
}

async function authorities(child: Child, _args: object, context: Context) {
  const seen = await seenChild('authorities', child, context);
  if (seen === undefined) return null;
  const found = await recordsOf('authority', child, context);
  if (seen.actor.kind !== 'family') return found.map(authorityView);
  const view = await memberView(child, context, seen);
  return found.filter(({ body }) => view.authority(body)).map(authorityView);
}

async function statements(child: Child, _args: object, context: Context, vocabulary: Vocabulary) {
  const reader = actorOf(context);
  const found = await recordsOf('statement', child, context);
  // Whom its author chose to reach reads it, whether or not they work with the child.
  const reached = found.filter((each) => statementReaches(each, reader, vocabulary));
  if (reached.length > 0 && reader.agency !== 'network') return reached.map(statementView);
  const seen = await seenChild('statements', child, context);
  if (seen === undefined) return null;
  const { actor, extent } = seen;
  if (extent === 'ALL') return found.map(statementView);
  if (actor.kind !== 'family') return found.filter(({ body }) => body.correctionBy === actor.agency).map(statementView);
  const view = await memberView(child, context, seen);
  return found.filter(({ detail }) => view.actOf(detail['by'])).map(statementView);
}
