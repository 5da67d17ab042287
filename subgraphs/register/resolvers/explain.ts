import {
  explain,
  whatCanSee,
  whatIf,
  whoCanSee,
  type ChildFacts,
  type Consent,
  type Question,
} from '@trellis/decision';
import type { Actor } from '@trellis/register';
import { expandCategories, type Requester } from '@trellis/vocabulary';
import { CodedError } from '@trellis/subgraph-kit';
import { actorOf, type Context } from '../context.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { domainOf } from '../domain-of.ts';
import { noteLookUp } from './seen-child.ts';
import { maySee } from '../may-see.ts';
import type { Extent } from '@trellis/register';
import { coded } from '../refusals.ts';
import { categoryView } from '../views/explanation.ts';
import { instantAsked, shown } from '../views/instants.ts';
import { knownTo, type Standing } from './known-to.ts';

interface RequesterInput {
  readonly agency: string;
  readonly role: string;
  readonly user?: string | null;
  readonly kind?: string | null;
}
interface Asked {
  readonly child: string;
  readonly requester: RequesterInput;
  readonly purpose: string;
  readonly at?: string | null;
  readonly categories?: readonly string[] | null;
}
interface ConsentInput extends Partial<Consent> {
  readonly by: string;
  readonly decision: Consent['decision'];
  readonly recipients: Consent['recipients'];
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
}
interface Supposed extends Asked {
  readonly consent?: ConsentInput | null;
  readonly consents?: readonly ConsentInput[] | null;
  readonly ruleSet?: number | null;
}

/** The decision and the reasons for it: for officers, of their own agency's data, on what they may know of the child. */
export function explainResolvers({ register, vocabulary }: Pick<RegisterDependencies, 'register' | 'vocabulary'>) {
  /** The state that stands about a child at a moment, as this officer may know it. */
  const standing = async (child: string, context: Context, user?: Requester, at?: string | null) => {
    const actor = actorOf(context);
    const known = await coded(() => context.loaders.known.load(child));
    const extent = maySee('explain', context, known);
    await noteLookUp('explain', child, context);
    const instant = instantAsked(at);
    const whole: Standing = await coded(
      async () => {
        if (instant !== undefined) return register.readAt(child, instant);
        const { facts, ...reading } = await register.read([child], user);
        return { ...reading, facts: facts.get(child) ?? known.facts };
      },
      { at },
    );
    return { actor, extent, ...whole, facts: knownTo(actor, extent, whole) };
  };
  const codes = (actor: Actor, extent: Extent, asked: readonly string[] | null | undefined): readonly string[] => {
    const all = (asked ?? vocabulary.categories.map(({ code }) => code)).flatMap((code) => {
      const expanded = expandCategories(vocabulary, code);
      if (expanded === undefined) throw unknownCode('categories');
      return expanded;
    });
    return [...new Set(all)].filter((code) => extent === 'ALL' || domainOf(code) === actor.agency);
  };
  const readRequester = ({ agency, role, user, kind }: RequesterInput): Requester => {
    const known = vocabulary.kinds.find((each) => each === (kind ?? 'worker'));
    const isAgency = vocabulary.agencies.includes(agency) || Object.hasOwn(vocabulary.roles, agency);
    if (!isAgency) throw unknownCode('requester', 'agency');
    if (known === undefined) throw unknownCode('requester', 'kind');
    // Nobody in particular: what needs this very user assigned does not apply.
    return { agency, role, user: user ?? '', kind: known };
  };
  const questionOf = ({ requester, purpose }: Pick<Asked, 'requester' | 'purpose'>): Omit<Question, 'now'> => {
    if (!vocabulary.purposes.has(purpose)) throw unknownCode('purpose');
    return { requester: readRequester(requester), purpose };
  };

  return {
    async explain(_root: unknown, args: Asked, context: Context) {
      const asked = questionOf(args);
      const { actor, extent, rules, network, facts, now } = await standing(
        args.child,
        context,
        asked.requester,
        args.at,
      );
      return {
        child: args.child,
        ...asked,
        at: shown(now),
        ruleSet: network.ruleSet,
        categories: codes(actor, extent, args.categories).map((code) =>
          categoryView(explain(rules, network, facts, { ...asked, now }, code)),
        ),
      };
    },

    async whatCanSee(_root: unknown, args: Asked, context: Context) {
      const asked = questionOf(args);
      const { actor, extent, rules, network, facts, now } = await standing(args.child, context, asked.requester);
      const shownCodes = new Set(codes(actor, extent, args.categories));
      return whatCanSee(rules, network, facts, { ...asked, now }).filter(({ category }) => shownCodes.has(category));
    },

    async whoCanSee(_root: unknown, { child, category }: { child: string; category: string }, context: Context) {
      const { actor, extent, rules, network, facts, now } = await standing(child, context);
      if (!codes(actor, extent, [category]).includes(category)) throw new CodedError('FORBIDDEN');
      return whoCanSee(rules, network, facts, category, now).map(({ requester, named, ...seer }) => ({
        ...seer,
        requester: named ? requester : { ...requester, user: '' },
        named,
      }));
    },

    async whatIf(_root: unknown, args: Supposed, context: Context) {
      const asked = questionOf(args);
      const { actor, extent, rules, network, facts, now } = await standing(args.child, context, asked.requester);
      const shownCodes = new Set(codes(actor, extent, args.categories));
      if (args.ruleSet != null) maySee('impact', context);
      if (args.ruleSet != null && (await coded(() => register.ruleSet(args.ruleSet ?? 0))) === undefined)
        throw unknownCode('ruleSet');
      const supposedRules = args.ruleSet == null ? rules : await coded(() => register.compiledRules(args.ruleSet ?? 0));
      const given = [...(args.consent == null ? [] : [args.consent]), ...(args.consents ?? [])];
      const consents = given.map((each, place) => supposedConsent(each, place, now));
      const { difference } = whatIf(
        rules,
        network,
        facts,
        { ...asked, now },
        { rules: supposedRules, facts: { consents } },
      );
      const own = (found: readonly string[]): readonly string[] => found.filter((code) => shownCodes.has(code));
      const { opened, closed } = difference;
      return {
        opened: own(opened.FULL),
        openedInSummary: own(opened.SUMMARY).filter((code) => !opened.FULL.includes(code)),
        closed: own(closed.FULL),
        closedInSummary: own(closed.SUMMARY),
      };
    },
  };
}

/** An argument, or a field of one, that names what the network does not have. */
function unknownCode(...input: readonly string[]): CodedError {
  return new CodedError('BAD_REQUEST', { reason: 'UNKNOWN_CODE', input });
}

/** A consent as it would bind from now on. */
function supposedConsent(input: ConsentInput, place: number, now: number): ChildFacts['consents'][number] {
  const instant = (given: unknown): number | undefined => (typeof given === 'string' ? Date.parse(given) : undefined);
  return {
    id: `supposed-${String(place)}`,
    decision: input.decision,
    by: input.by,
    recipients: input.recipients,
    purposes: input.purposes,
    categories: input.categories,
    level: input.level ?? (input.decision === 'REFUSE' ? 'SUMMARY' : 'FULL'),
    from: Math.min(instant(input.from) ?? now, now),
    to: instant(input.to) ?? null,
    recordsFrom: input.recordsFrom ?? null,
    recordsTo: input.recordsTo ?? null,
    notEvenInEmergency: input.notEvenInEmergency ?? false,
    except: input.except ?? [],
    state: 'ACTIVE',
    evidence: null,
    language: 'en',
    recordedAt: now,
  };
}
