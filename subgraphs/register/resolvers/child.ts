import { codesOf, decide } from '@trellis/decision';
import type { Recorded } from '@trellis/register';
import { actorOf, type Context } from '../context.ts';
import type { RegisterDoors } from '../doors.ts';
import { isChildsOwn } from '../held-authorities.ts';
import type { Known, ShownKind } from '../loaders.ts';
import { maySee } from '../may-see.ts';
import type { Extent } from '../reading-table.ts';
import { coded } from '../refusals.ts';
import { underAll } from '../under-all.ts';
import { visiblePage } from '../visible-page.ts';
import { endangers } from '../safety-suppressions.ts';
import { cutCategories, disclosuresView } from '../views/disclosures.ts';
import { readInstant } from '../views/instants.ts';
import {
  authorityView,
  consentView,
  involvementView,
  erasureView,
  legalHoldView,
  linkageView,
  orderView,
  statementView,
} from '../views/records.ts';

interface Child {
  readonly id: string;
}
interface Page {
  readonly first: number;
  readonly after?: string | null;
  readonly agency?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
}

/** What hangs from a child: each guarded by the table of who may see what, and cut to what is the reader's own. */
export function childResolvers({ register, ledger, vocabulary }: RegisterDoors) {
  const see = async (sight: Parameters<typeof maySee>[0], { id }: Child, context: Context) => {
    const actor = actorOf(context);
    const known = await coded(() => context.loaders.known.load(id));
    return { actor, known, extent: maySee(sight, actor, known) };
  };
  const records = async <Wanted extends ShownKind>(
    kind: Wanted,
    { id }: Child,
    context: Context,
  ): Promise<Recorded<Wanted>[]> => {
    const all = await coded(() => context.loaders.records.load(id));
    return all.filter((record): record is Recorded<Wanted> => record.kind === kind);
  };
  const domains = (codes: readonly string[]): string[] => codes.map((code) => code.split('.')[0] ?? code);

  return {
    async consents(child: Child, _args: object, context: Context) {
      const { actor, known, extent } = await see('consents', child, context);
      const own = (record: Recorded<'consent'>): boolean => {
        if (actor.kind !== 'family') {
          const isCustodian = actor.kind === 'officer' && domains(record.body.categories).includes(actor.agency);
          return isCustodian || record.detail['recordedByAgency'] === actor.agency;
        }
        return actor.role === 'child' || isDecidedForChild(record.body.by, known);
      };
      const found = await records('consent', child, context);
      return found.filter((record) => extent === 'ALL' || own(record)).map((record) => consentView(record, known.now));
    },

    async authorities(child: Child, _args: object, context: Context) {
      const { actor, known } = await see('authorities', child, context);
      // That a child was found capable tells that it decides about its counselling.
      const hidden = actor.kind === 'family' && actor.role !== 'child';
      const found = await records('authority', child, context);
      return found.filter(({ body }) => !hidden || !isChildsOwn(body, known)).map(authorityView);
    },

    async orders(child: Child, _args: object, context: Context) {
      const { actor, extent } = await see('orders', child, context);
      return ownAgencys(await records('order', child, context), actor.agency, extent).map(orderView);
    },

    async involvements(child: Child, _args: object, context: Context) {
      const { actor, extent } = await see('involvements', child, context);
      return ownAgencys(await records('involvement', child, context), actor.agency, extent).map(involvementView);
    },

    async otherIds(child: Child, _args: object, context: Context) {
      await see('otherIds', child, context);
      return (await coded(() => register.idsOf(child.id))).filter((id) => id !== child.id);
    },

    async legalHolds(child: Child, _args: object, context: Context) {
      const { actor, extent } = await see('legalHolds', child, context);
      return ownAgencys(await records('legal-hold', child, context), actor.agency, extent).map(legalHoldView);
    },

    async linkages(child: Child, _args: object, context: Context) {
      await see('linkages', child, context);
      return (await records('linkage', child, context)).map(linkageView);
    },

    async erasures(child: Child, _args: object, context: Context) {
      await see('erasures', child, context);
      return (await records('erasure', child, context)).map(erasureView);
    },

    async statements(child: Child, _args: object, context: Context) {
      const { actor, extent } = await see('statements', child, context);
      const own = ({ body, detail }: Recorded<'statement'>): boolean =>
        actor.kind === 'family'
          ? actor.role === 'child' || detail['by'] === actor.user
          : body.correctionBy === actor.agency;
      return (await records('statement', child, context))
        .filter((each) => extent === 'ALL' || own(each))
        .map(statementView);
    },

    async disclosures(child: Child, { first, after, agency, from, to }: Page, context: Context) {
      const { actor, known, extent } = await see('disclosures', child, context);
      const ids = await coded(() => register.idsOf(child.id));
      const query = {
        agency: agency ?? undefined,
        from: readInstant(from),
        to: readInstant(to),
        first,
        after: after ?? undefined,
      };
      const page = (cut: Parameters<typeof visiblePage>[2]) =>
        coded(() => visiblePage(underAll(ledger, ids), query, cut));
      if (extent === 'ALL') return disclosuresView(await page((entry) => entry));
      if (actor.kind === 'officer') {
        return disclosuresView(
          await page((entry) =>
            entry.requester.agency === actor.agency
              ? entry
              : cutCategories(entry, (category) => domains([category])[0] === actor.agency),
          ),
        );
      }
      const { rules, network, facts, now } = known;
      const { yes } = decide(rules, network, facts, { requester: actor, purpose: 'family-access', now });
      const readable = new Set(codesOf(vocabulary, yes.SUMMARY));
      return disclosuresView(
        await page((entry) => {
          if (endangers(entry)) return undefined;
          return actor.role === 'child' ? entry : cutCategories(entry, (category) => readable.has(category));
        }),
      );
    },
  };
}

function ownAgencys<Record extends Recorded>(
  found: readonly Record[],
  agency: string,
  extent: Extent,
): readonly Record[] {
  return found.filter((record) => extent === 'ALL' || record.agency === agency);
}

function isDecidedForChild(authority: string, known: Known): boolean {
  const by = known.facts.authorities.find(({ id }) => id === authority);
  return by !== undefined && !isChildsOwn(by, known);
}
