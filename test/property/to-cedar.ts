import type { SharingRule } from '@trellis/decision';
import { dayNumber, isCalendarDay, today } from './cedar-authority.ts';
import { cedarConditions } from './cedar-conditions.ts';
import { cedarConsents } from './cedar-consents.ts';
import {
  all,
  any,
  inCategories,
  inFull,
  inSummary,
  is,
  isOneOf,
  no,
  not,
  yes,
  type Expression,
} from './cedar-words.ts';
import type { World } from './generate-world.ts';

/** Rules and facts of a world as Cedar policies, whatever is asked: one request asks for one category at one level. */
export function toCedar(world: Omit<World, 'question'>): string {
  const { vocabulary, ruleSet, network, facts } = world;
  const consents = cedarConsents(world);
  const isOdd = ({ from, to }: { from: number; to: number | null }) =>
    Number.isNaN(from) || (to !== null && !(from < to));
  const holds = ({ from, to }: { from: number; to: number | null }): Expression =>
    all(`context.now >= ${from}`, to === null ? yes : `context.now < ${to}`);
  const knows = (code: string) => vocabulary.categories.some((each) => each.code === code || each.domain === code);

  const concerns = (rule: SharingRule): Expression =>
    all(
      rule.purposes === 'EVERY' ? yes : isOneOf('purpose', rule.purposes),
      rule.recipients === 'EVERYONE'
        ? yes
        : any(
            ...rule.recipients.map(({ agency, roles, kinds }) =>
              all(is('agency', agency), isOneOf('role', roles), isOneOf('kind', kinds)),
            ),
          ),
    );
  const involved = ({ involvement: { need, kinds } }: SharingRule): Expression =>
    need === 'NONE'
      ? yes
      : any(
          ...facts.involvements
            .filter((each) => kinds.includes(each.kind) && !isOdd(each))
            .map((each) =>
              all(
                is('agency', each.agency),
                holds(each),
                need === 'AGENCY' ? yes : `${JSON.stringify(each.assigned)}.contains(context.user)`,
              ),
            ),
        );
  const suits = cedarConditions(world, consents);
  const gives = (rule: SharingRule): Expression =>
    all(inCategories(rule.categories), rule.level === 'FULL' ? yes : inSummary, suits(rule));
  const says = (basis: SharingRule['basis']): Expression =>
    any(
      ...ruleSet.rules
        .filter((rule) => rule.basis === basis && !rule.lockBinds)
        .map((rule) => all(concerns(rule), involved(rule), gives(rule))),
    );
  const never = any(
    ...ruleSet.rules
      .filter(({ basis }) => basis === 'NEVER')
      .map((rule) =>
        all(concerns(rule), inCategories(rule.categories), rule.level === 'SUMMARY' ? yes : inFull, suits(rule)),
      ),
  );

  const consented = any(
    ...ruleSet.rules
      .filter(({ basis }) => basis === 'WITH_CONSENT')
      .map((rule) => all(concerns(rule), involved(rule), gives(rule), consents.consentedBy(rule.when.consentBy))),
  );

  const owned = (custodian: string): Expression => {
    const domains = new Set(vocabulary.categories.map(({ domain }) => domain));
    if (!vocabulary.agencies.includes(custodian) || !domains.has(custodian)) return no;
    return inCategories([custodian, ...[...domains].filter((domain) => !vocabulary.agencies.includes(domain))]);
  };
  const approvals = facts.approvals
    .filter(
      ({ state, until, recipient, categories }) =>
        state === 'APPROVED' &&
        until !== null &&
        consents.isKnown(recipient) &&
        recipient.user !== undefined &&
        categories.every(knows),
    )
    .map((each) =>
      all(
        is('purpose', each.purpose),
        `context.now < ${each.until}`,
        consents.matches(each.recipient),
        inCategories(each.categories),
        owned(each.custodian),
      ),
    );
  const protocols = network.standingApprovals
    .filter(
      ({ reviewOn, recipient, purposes, categories, involvement }) =>
        isCalendarDay(reviewOn) &&
        consents.isKnown(recipient) &&
        purposes.every((each) => vocabulary.purposes.has(each)) &&
        categories.every(knows) &&
        vocabulary.involvementKinds.includes(involvement),
    )
    .map((each) =>
      all(
        isOneOf('purpose', each.purposes),
        `context.now >= ${each.from}`,
        `${today} < ${dayNumber(each.reviewOn)}`,
        consents.matches(each.recipient),
        inCategories(each.categories),
        owned(each.custodian),
        any(
          ...facts.involvements
            .filter(({ kind, ...span }) => kind === each.involvement && !isOdd(span))
            .map((involvement) => all(is('agency', involvement.agency), holds(involvement))),
        ),
      ),
    );
  const open = any(
    ...facts.emergencies.map((each) =>
      all(
        is('agency', each.agency),
        is('user', each.user),
        `context.now >= ${each.openedAt}`,
        `context.now < ${each.until}`,
        each.closedAt === null ? yes : `context.now < ${each.closedAt}`,
      ),
    ),
  );
  const opening = ruleSet.rules.filter(({ inEmergency }) => inEmergency);
  const openable = any(...opening.map((rule) => all(concerns(rule), gives(rule))));
  const locked = any(
    ...opening.map((rule) =>
      all(concerns(rule), inCategories(rule.categories), suits(rule), consents.locked(rule.lockableBy)),
    ),
  );
  const bindable = ruleSet.rules.filter(({ lockBinds }) => lockBinds);
  const byLawUnlessLocked = any(...bindable.map((rule) => all(concerns(rule), involved(rule), gives(rule))));
  const bound = any(
    ...bindable.map((rule) =>
      all(concerns(rule), involved(rule), inCategories(rule.categories), suits(rule), consents.locked(rule.lockableBy)),
    ),
  );
  const notClosed = any(not(consents.urgent), open);

  const orders = facts.orders
    .filter(({ confirmed }) => confirmed)
    .map((order) => ({ order, node: { ...order, purposes: order.purposes ?? undefined } }));
  const forbidden = any(
    ...orders
      .filter(({ order }) => order.decision === 'REFUSE')
      .map(({ order, node }) => all(isOdd(order) ? yes : holds(order), consents.names(node))),
  );
  const ordered = any(
    ...orders
      .filter(({ order }) => order.decision === 'PERMIT' && !isOdd(order))
      .map(({ order, node }) => all(holds(order), consents.permits(node))),
  );

  const recipients = ['family', 'network', ...vocabulary.agencies].map((agency) => {
    const own = vocabulary.roles[agency] ?? [];
    return all(
      is('agency', agency),
      isOneOf('role', agency === 'family' ? own : [...own, 'system', 'privacy-officer']),
      agency === 'family' ? is('kind', 'family') : not(is('kind', 'family')),
    );
  });
  const known = all(
    not(is('user', '')),
    any(...recipients),
    any(all(is('role', 'system'), is('kind', 'system')), all(not(is('role', 'system')), not(is('kind', 'system')))),
    isOneOf(
      'purpose',
      [...vocabulary.purposes.keys()].filter((purpose) => purpose !== 'research'),
    ),
  );
  const family = any(
    ...consents.authority.rows.map((row) => {
      const { family: role, decides, reach } = consents.authority.kindOf(row);
      const ofAge = reach.map((each) => consents.authority.ofAge(each, today).surely);
      return all(
        is('role', role ?? ''),
        is('user', row.holder),
        consents.authority.stands(row, today),
        decides === 'SELF' || reach.length === 0 ? yes : any(...ofAge),
      );
    }),
  );
  const policy = (effect: string, when: Expression, unless?: Expression) =>
    `${effect}(principal, action, resource) when { ${when} }${unless === undefined ? '' : ` unless { ${unless} }`};`;
  return [
    policy('forbid', not(all(known, any(not(is('agency', 'family')), family)))),
    policy('forbid', never),
    policy('forbid', forbidden),
    policy('permit', ordered),
    policy('permit', says('BY_LAW')),
    policy('permit', byLawUnlessLocked, bound),
    policy('permit', all(says('ON_APPROVAL'), any(...approvals, all(notClosed, any(...protocols))))),
    policy('permit', all(open, openable), locked),
    policy('permit', all(notClosed, says('UNLESS_REFUSED')), consents.refused),
    policy('permit', all(notClosed, consented), consents.refused),
  ].join('\n');
}
