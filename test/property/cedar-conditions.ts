import type { SharingRule } from '@trellis/decision';
import { today } from './cedar-authority.ts';
import type { cedarConsents } from './cedar-consents.ts';
import { all, any, inCategories, is, not, yes, no, type Expression } from './cedar-words.ts';
import type { World } from './generate-world.ts';

/** The conditions of rules as Cedar expressions over who asks, the category asked for and the day. */
export function cedarConditions(
  { vocabulary, facts }: Omit<World, 'question'>,
  { authority, names }: ReturnType<typeof cedarConsents>,
): (rule: SharingRule) => Expression {
  /** A period that cannot be read always holds: what is recorded here withholds. */
  const isOdd = ({ from, to }: { from: number; to: number | null }) =>
    Number.isNaN(from) || (to !== null && !(from < to));
  const holds = ({ from, to }: { from: number; to: number | null }): Expression =>
    isOdd({ from, to }) ? yes : all(`context.now >= ${from}`, to === null ? yes : `context.now < ${to}`);
  const isRelated = (relations: readonly string[]): Expression =>
    any(
      ...(facts.relations ?? [])
        .filter(({ relation }) => relations.includes(relation))
        .map((each) => all(is('user', each.user), holds(each))),
    );
  const domains = [...new Set(vocabulary.categories.map(({ domain }) => domain))];
  const owned = (custodian: string): Expression => {
    if (!vocabulary.agencies.includes(custodian)) return yes;
    if (!domains.includes(custodian)) return no;
    return inCategories([custodian, ...domains.filter((domain) => !vocabulary.agencies.includes(domain))]);
  };
  const harm = any(
    ...(facts.harmRefusals ?? []).map((each) =>
      all(holds(each), owned(each.custodian), names({ recipients: [each.recipient], categories: each.categories })),
    ),
  );
  const open = facts.involvements.filter((each) => !isOdd(each));
  const isFamily = is('agency', 'family');
  const byAuthority = ({ when, basis }: SharingRule): Expression => {
    const { kinds, standing, beside } = when.authority ?? {
      kinds: [],
      standing: basis === 'BY_LAW' || basis === 'UNLESS_REFUSED' ? 'DECIDES' : 'HOLDS',
      beside: [],
    };
    return any(
      ...authority.rows
        .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
        .map((row) => {
          const { family, decides, reach } = authority.kindOf(row);
          const ofAge = reach.map((each) => authority.ofAge(each, today).surely);
          return all(
            is('role', family ?? ''),
            is('user', row.holder),
            authority.stands(row, today),
            decides === 'SELF' || reach.length === 0 ? yes : any(...ofAge),
            standing === 'HOLDS' ? yes : authority.decides(row, beside),
          );
        }),
    );
  };
  return (rule) => {
    const { when, basis, unlessHarm } = rule;
    const { childAge, notFor, onlyFor, whileOpen } = when;
    const age = authority.ofAge({ fromAge: childAge?.from ?? null, toAge: childAge?.to ?? null }, today);
    return all(
      childAge === null ? yes : basis === 'NEVER' ? age.maybe : age.surely,
      notFor.length === 0 ? yes : not(isRelated(notFor)),
      onlyFor.length === 0 ? yes : isRelated(onlyFor),
      whileOpen.length === 0 ? yes : any(...open.filter(({ kind }) => whileOpen.includes(kind)).map(holds)),
      unlessHarm ? not(harm) : yes,
      basis === 'NEVER' ? yes : any(not(isFamily), byAuthority(rule)),
    );
  };
}
