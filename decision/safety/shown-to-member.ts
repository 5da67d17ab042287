import { dayIn, type Requester } from '@trellis/vocabulary';
import { ageOn } from '../age.ts';
import { codesOf, intersect, isEmpty, minus, union } from '../bits.ts';
import type { CompiledRules } from '../compile-rules.ts';
import { decide } from '../decide.ts';
import type { Authority, ChildFacts, Consent, Instant, NetworkFacts } from '../facts.ts';
import { decidedBy } from '../held-authorities.ts';
import { isChildsRole } from '../is-childs-role.ts';
import { sharesDecision } from '../shares-decision.ts';
import { decidedByChild } from './decided-by-child.ts';
import type { UnlistedDisclosures } from './family-safety.ts';

/** One disclosure, as far as it must be known to say what of it a family member may learn. */
export interface RecordedUse {
  readonly requester: Pick<Requester, 'agency' | 'user'>;
  readonly purpose: string;
  readonly at: Instant;
  readonly categories: { readonly FULL: readonly string[]; readonly SUMMARY: readonly string[] };
  readonly grounds: readonly UsedGround[];
}

interface UsedGround {
  readonly kind: string;
  readonly id: string;
  readonly categories: readonly string[];
}

/** The part of a disclosure that is shown: some of its categories, with the grounds of these. */
export type ShownUse = Pick<RecordedUse, 'categories' | 'grounds'>;

/** An emergency access of which its reviewer said that this member is told. */
export interface ToldAccess {
  readonly id: string;
  readonly agency: string;
  readonly user: string;
  readonly openedAt: Instant;
  readonly until: Instant;
}

export interface MemberView {
  /** The categories of a disclosure that this member may learn of, with their grounds; undefined where there is none. */
  use(use: RecordedUse): ShownUse | undefined;
  /** Checks whether this member may learn that an agency works with the child, as every disclosure to it tells. */
  agency(agency: string): boolean;
  /** The pack's rules that keep a disclosure off this member's list altogether, at this moment. */
  unlistedBy(use: Pick<RecordedUse, 'requester' | 'purpose' | 'at'>): readonly UnlistedDisclosures[];
  /** Checks whether this member may learn that something rested on this. */
  ground(ground: Pick<UsedGround, 'kind' | 'id'>): boolean;
  consent(consent: Pick<Consent, 'by' | 'state' | 'categories'>): boolean;
  authority(authority: Pick<Authority, 'kind' | 'holder'>): boolean;
  /** Checks whether this member may learn what somebody of the family said or asked for. */
  actOf(user: unknown): boolean;
}

/**
 * The part of what others did about a child that one family member may learn of. The single place where it is decided that nobody in a
 * family learns what another member, or a child who decides alone, looked up, consented to, asked for or said: no pack can change that. The
 * pack's `familySafety` adds what is left out for everybody in the family.
 */
export function shownToMember(
  rules: CompiledRules,
  network: NetworkFacts,
  facts: ChildFacts,
  member: Requester,
  now: Instant,
  told: readonly ToldAccess[],
): MemberView {
  const isChild = isChildsRole(rules, member.role);
  const isAdult = isChild && ageOn(dayIn(rules.ruleSet.timeZone, now), facts.birthDate).least >= 18;
  const held = facts.authorities.filter(({ holder }) => holder === member.user);
  const byId = new Map(facts.authorities.map((each) => [each.id, each]));
  const kindOf = new Map(facts.authorities.map(({ id, kind }) => [id, rules.authorityKinds.get(kind)]));

  const isShared = ({ by, categories }: Pick<Consent, 'by' | 'categories'>): boolean => {
    const giver = byId.get(by);
    return (
      giver !== undefined && held.some((own) => own.id === by || sharesDecision(rules, { categories }, giver, own))
    );
  };
  const consent: MemberView['consent'] = ({ by, state, categories }) =>
    isShared({ by, categories }) ||
    // Nobody else decides for an adult any more, and what was decided is theirs to know.
    isAdult ||
    (isChild && state === 'NEEDS_CONFIRMATION') ||
    // An institution in the place of a parent is no member of the family.
    (isChild && kindOf.get(by)?.family === null && kindOf.get(by)?.self === false);
  const shownConsents = new Set(facts.consents.filter(consent).map(({ id }) => id));

  const { yes } = decide(rules, network, facts, { requester: member, purpose: familyPurpose, now });
  const childs = decidedByChild(rules, facts, now);
  const own = new Set(codesOf(rules.vocabulary, minus(yes.SUMMARY, childs)));
  const { mayPermit, mayRefuse } = decidedBy(rules, facts, member, now);
  const theirs = [yes.SUMMARY, mayPermit, mayRefuse].reduce(union);
  const agency: MemberView['agency'] = (name) => {
    // The network's own services, and who only receives, keep no records that would tell.
    const kept = rules.domains.get(name);
    if (isChild || kept === undefined) return true;
    return isEmpty(intersect(kept, childs)) && !isEmpty(intersect(kept, theirs));
  };
  const toldIds = new Set(told.map(({ id }) => id));
  const unlisted = rules.ruleSet.familySafety.filter((rule): rule is UnlistedDisclosures => 'unlisted' in rule);

  const unlistedBy: MemberView['unlistedBy'] = ({ requester, purpose, at }) => {
    const said = unlisted.filter((rule) => rule.unlisted.includes(purpose));
    const isTold = told.some(
      (each) =>
        each.agency === requester.agency && each.user === requester.user && each.openedAt <= at && at < each.until,
    );
    return said.filter(({ untilFamilyIsTold }) => !(untilFamilyIsTold && isTold));
  };
  const isListed = (use: RecordedUse): boolean =>
    use.requester.agency === 'family'
      ? use.requester.user === member.user
      : agency(use.requester.agency) && unlistedBy(use).length === 0;
  const ground: MemberView['ground'] = ({ kind, id }) =>
    kind === 'CONSENT' ? shownConsents.has(id) : kind !== 'EMERGENCY' || toldIds.has(id);

  return {
    consent,
    unlistedBy,
    agency,
    ground,
    actOf: (user) => user === member.user,
    authority({ kind, holder }) {
      if (holder === member.user || isChild) return true;
      const of = rules.authorityKinds.get(kind);
      // That a child was found capable tells that it decides about its counselling; who decides nothing may be whom the child lives with, or talks to.
      return of !== undefined && !of.self && of.reach.length > 0;
    },
    use(use) {
      if (!isListed(use)) return undefined;
      const isOwn = use.requester.agency === 'family';
      const hidden = new Set(use.grounds.filter((each) => !ground(each)).flatMap(({ categories }) => categories));
      const keeps = (code: string): boolean => !hidden.has(code) && (isOwn || isChild || own.has(code));
      const categories = {
        FULL: use.categories.FULL.filter(keeps),
        SUMMARY: use.categories.SUMMARY.filter(keeps),
      };
      if (categories.FULL.length + categories.SUMMARY.length === 0) return undefined;
      const grounds = use.grounds
        .map((each) => ({ ...each, categories: each.categories.filter(keeps) }))
        .filter((each) => each.categories.length > 0);
      return { categories, grounds };
    },
  };
}

const familyPurpose = 'family-access';
