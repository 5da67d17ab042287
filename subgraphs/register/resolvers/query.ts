import { dayIn, type Requester } from '@trellis/vocabulary';
import { readingConditions } from '@trellis/register';
import { CodedError } from '@trellis/subgraph-kit';
import { actorOf, type Context } from '../context.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { maySee } from '../may-see.ts';
import { coded, malformedCursor } from '../refusals.ts';
import { noteLedgerSearch } from './seen-child.ts';
import { visiblePage } from '../visible-page.ts';
import { disclosuresView } from '../views/disclosures.ts';
import { instantAsked } from '../views/instants.ts';
import { approvalView, emergencyView, noticeView, ruleSetView, standingApprovalView } from '../views/records.ts';
import { rulesCheckView } from '../views/rules-check.ts';

/** A page of a list: all of it unless a size is said. */
interface Page {
  readonly first?: number | null;
  readonly after?: string | null;
}

/**
 * Those behind the one of this id, up to so many; none where nothing has it. One that has left the list since, because somebody decided on it, goes on where it
 * stood: who works through a list a page at a time decides on what is on it.
 */
function pageOf<Item extends { readonly id: string }>(
  items: readonly Item[],
  { first, after }: Page,
  isBehindLeft: (item: Item) => boolean = () => false,
): readonly Item[] {
  const found = after == null ? 0 : items.findIndex(({ id }) => id === after) + 1;
  const next = items.findIndex(isBehindLeft);
  const start = after == null || found > 0 ? found : next < 0 ? items.length : next;
  return items.slice(start, first == null ? undefined : start + first);
}

function isGone(items: readonly { readonly id: string }[], { after }: Page): boolean {
  return after != null && items.every(({ id }) => id !== after);
}

/** Checks of a record whether it stands behind the one that the page begins after, among those that were on the list, in the order of an instant. */
function behind<Item extends { readonly id: string }>(
  every: readonly Item[],
  { after }: Page,
  instantOf: (item: Item) => string,
): (item: Item) => boolean {
  const left = every.find(({ id }) => id === after);
  if (left === undefined) return () => false;
  const from = instantOf(left);
  return (item) => instantOf(item) > from || (instantOf(item) === from && item.id > left.id);
}

interface Asked {
  readonly requestedAt?: string | null;
  readonly decidedAt?: string | null;
}

/** Where a request stands among those of its state: what waits in the order in which it was asked for, what was decided the latest first. */
function placeOf(state: string, { requestedAt, decidedAt }: Asked): string {
  const asked = requestedAt ?? '~';
  if (state === 'PENDING') return asked;
  return `${String(1e15 - (decidedAt == null ? 0 : Date.parse(decidedAt))).padStart(16, '0')} ${asked}`;
}

const noticeId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface DisclosuresArgs {
  readonly by?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly first: number;
  readonly after?: string | null;
}

/** The queries that people make of register and ledger as a whole. */
export function queryResolvers(dependencies: RegisterDependencies) {
  const { register, ledger, vocabulary, contacts } = dependencies;
  const isNetworkId = (about: string): boolean => vocabulary.networkId.test(about);
  const ownAgency = (actor: Requester, extent: 'ALL' | 'OWN'): string | undefined =>
    extent === 'ALL' ? undefined : actor.agency;

  return {
    me: (_root: unknown, _args: object, context: Context) => actorOf(context),

    agencies: () =>
      (typeof contacts === 'function' ? contacts() : contacts).map(({ agency, telephone }) => ({
        name: agency,
        title: vocabulary.titles.get(agency)?.en ?? agency,
        titre: vocabulary.titles.get(agency)?.fr ?? agency,
        dutyTelephone: telephone,
        domains: [...new Set(vocabulary.categories.map(({ domain }) => domain))].filter((domain) => domain === agency),
      })),

    async myChildren(_root: unknown, _args: object, context: Context) {
      const actor = actorOf(context);
      maySee('myChildren', context);
      const candidates = await coded(() => register.childrenOf(actor.user));
      const known = await coded(() => Promise.all(candidates.map((child) => context.loaders.known.load(child))));
      return known
        .filter((each) => readingConditions['holds-an-authority'](each, actor))
        .map(({ child }) => ({ id: child }));
    },

    async approvals(_root: unknown, { state, ...page }: Page & { state?: string | null }, context: Context) {
      const actor = actorOf(context);
      const agency = ownAgency(actor, maySee('approvals', context));
      const { now, rules } = await coded(() => register.read([]));
      const today = dayIn(rules.ruleSet.timeZone, now);
      const requests = agency === undefined ? [] : await coded(() => register.approvalsFor(agency, state));
      const asked = requests.map(approvalView);
      const protocols = (await coded(() => register.protocolsOf(agency ?? null))).map((each) =>
        standingApprovalView(each, today),
      );
      const all = [...asked, ...protocols.filter((each) => state == null || each.state === state)];
      if (state == null || !isGone(all, page)) return pageOf(all, page);
      const ever = agency === undefined ? [] : (await coded(() => register.approvalsFor(agency))).map(approvalView);
      const isProtocol = new Set(protocols.map(({ id }) => id));
      // A protocol was not asked for: it stands behind what was.
      const place = (each: Asked & { readonly id: string }) => (isProtocol.has(each.id) ? '~~' : placeOf(state, each));
      return pageOf(all, page, behind<(typeof all)[number]>([...ever, ...protocols], page, place));
    },

    async emergencyAccesses(
      _root: unknown,
      { reviewed, ...page }: Page & { reviewed?: boolean | null },
      context: Context,
    ) {
      const actor = actorOf(context);
      const agency = ownAgency(actor, maySee('emergencyAccesses', context)) ?? null;
      const { now } = await coded(() => register.read([]));
      const of = async (isReviewed?: boolean | null) =>
        (await coded(() => register.emergencyAccesses(agency, isReviewed))).map((each) => emergencyView(each, now));
      const found = await of(reviewed);
      const every = reviewed != null && isGone(found, page) ? await of() : [];
      return pageOf(
        found,
        page,
        behind(every, page, ({ openedAt }) => openedAt),
      );
    },

    async notices(_root: unknown, { first, after }: { first: number; after?: string | null }, context: Context) {
      const actor = actorOf(context);
      maySee('notices', context);
      if (after != null && !noticeId.test(after)) throw malformedCursor();
      const user = actor.kind === 'officer' ? undefined : actor.user;
      const found = await coded(() =>
        register.noticesFor({ agency: actor.agency, user, role: user && actor.role, first, after: after ?? undefined }),
      );
      return found.map((notice) => noticeView(notice, isNetworkId));
    },

    async checkRules(_root: unknown, { yaml }: { yaml: string }, context: Context) {
      maySee('checkRules', context);
      return rulesCheckView(await coded(() => register.checkRules(yaml)));
    },

    async disclosures(_root: unknown, { by, from, to, first, after }: DisclosuresArgs, context: Context) {
      const actor = actorOf(context);
      const agency = ownAgency(actor, maySee('disclosuresBy', context));
      const query = {
        user: by ?? undefined,
        agency,
        from: instantAsked(from),
        to: instantAsked(to),
        first,
        after: after ?? undefined,
      };
      const page = await coded(() => visiblePage(ledger, query, (entry) => entry));
      await noteLedgerSearch(
        by ?? undefined,
        page.entries.map(({ child }) => child),
        context,
      );
      return disclosuresView(page);
    },

    async rules(_root: unknown, _args: object, context: Context) {
      maySee('rules', context);
      const live = await coded(() => register.ruleSet());
      if (live === undefined) throw new CodedError('CONFLICT');
      return { ...ruleSetView(live), yaml: live.yaml };
    },

    async ruleSet(_root: unknown, { number }: { number: number }, context: Context) {
      maySee('ruleSet', context);
      const found = await coded(() => register.ruleSet(number));
      return found === undefined ? null : { ...ruleSetView(found), yaml: found.yaml };
    },
  };
}
