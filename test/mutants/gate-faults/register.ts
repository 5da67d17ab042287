import type { Fault } from './fault.ts';
import { faultsNoticedBy } from './fault.ts';

const dropped = ['test/contract/register-dropped'];
const twice = ['test/contract/register-twice'];
const counsel = ['test/contract/register-counsel'];
const told = ['test/contract/register-emergencies-told'];
const lapses = ['test/contract/register-lapses'];

/** Guards of the register and of what a family is shown, each with the tests that must notice that it is gone. */
export const registerFaults: readonly Fault[] = [
  ...faultsNoticedBy(
    ['test/contract/register-many-waiting'],
    'register/confirmations.ts',
    ['a list ends where an item left it', 'and (${pending} or e.at < (', 'and (${pending} and e.at < ('],
    [
      'what may not be read takes the place of the rest',
      'found.push(...waiting.filter(isShown));',
      'found.push(...waiting);',
    ],
  ),
  ...faultsNoticedBy(
    dropped,
    'register/conditions.ts',
    [
      'a person of another agency by the same name takes a proposal back',
      'who?.user === actor.user && who.agency === actor.agency;',
      'who?.user === actor.user;',
    ],
    [
      'what nobody proposed is dropped by who could have agreed',
      ' || proposalOf(target) === undefined) return false;',
      ') return false;',
    ],
    ['one condition of those who agree is enough to decline', 'when.every((name) =>', 'when.some((name) =>'],
    [
      'whoever dropped it may not say so again',
      'return own(dropped && { user: dropped.by, agency: dropped.byAgency });',
      'return false;',
    ],
  ),
  ...faultsNoticedBy(dropped, 'register/permissions/mutation-table.ts', [
    'anybody of a family declines a consent that was recorded for another',
    "family('is-a-proposed-consent', 'holds-the-authority-named'),",
    "family('is-a-proposed-consent'),",
  ]),
  ...faultsNoticedBy(
    dropped,
    'register/commands/drop-proposal.ts',
    [
      'what was dropped is dropped again',
      'if (before !== undefined) return { record: target, dropped: before };',
      'if (before !== undefined) return { record: context.write(drop(target, before)) as never, dropped: before };',
    ],
    [
      'an order that is dropped stays for the other children',
      "if (isKind(target, 'order') && act === 'RECORD')",
      "if (isKind(target, 'order') && act === 'END')",
    ],
    [
      'whoever declines is said to have taken it back',
      "outcome: isOwn ? 'TAKEN_BACK' : 'DECLINED',",
      "outcome: 'TAKEN_BACK',",
    ],
  ),
  ...faultsNoticedBy(
    dropped,
    'register/drop.ts',
    [
      'an order that was dropped binds',
      "return left('ENDED', { ...target.body, confirmed: false });",
      'return left(target.state, { ...target.body, confirmed: true });',
    ],
    [
      'a consent that was declined is in force',
      "return left('WITHDRAWN', { ...target.body, state: 'WITHDRAWN' });",
      "return left('ACTIVE', { ...target.body, state: 'ACTIVE' });",
    ],
    [
      'what was to change is not set free',
      "detail: { ...omit(target.detail, 'pending'), dropped, ...more },",
      'detail: { ...target.detail, dropped, ...more },',
    ],
  ),
  ...faultsNoticedBy(dropped, 'register/require-not-dropped.ts', [
    'an authority that was dropped is suspended, restored and ended',
    'if (target.body.confirmed === false && proposalOf(target) === undefined)',
    'if (target.body.confirmed === false && proposalOf(target) !== undefined)',
  ]),
  ...faultsNoticedBy(dropped, 'register/notices.ts', [
    'who proposed it is not told that it was declined',
    'proposer === undefined ? [] : [proposer];',
    '[];',
  ]),
  ...faultsNoticedBy(
    ['test/contract/register-approvals-end'],
    'register/commands/approve-disclosure.ts',
    [
      'an approval lasts as long as anybody likes',
      'const ends = Math.min(end, context.at + context.rules.ruleSet.longestApprovalDays * dayMs);',
      'const ends = end;',
    ],
    [
      'an approval lasts as long as the rules let any',
      'const ends = Math.min(end, context.at',
      'const ends = Math.max(end, context.at',
    ],
    [
      'an approval ends before it begins',
      "if (end <= context.at) throw misfit('until', 'OUT_OF_RANGE', 'has passed');",
      '',
    ],
  ),
  ...faultsNoticedBy(
    twice,
    'register/made-already.ts',
    ['whatever is said, it is the same', 'contentOf(each) === wanted &&', 'wanted.length > 0 &&'],
    [
      'what another person made is one’s own',
      "canonicalJson([without, omit(detail, 'together')])",
      'canonicalJson([without, Object.keys(detail)])',
    ],
    ['what ended stands', 'each.kind !== made.kind || each.state !== made.state ||', 'each.kind !== made.kind ||'],
    ['what begins another day is the same', 'return began === begins ||', 'return began !== undefined ||'],
    ['what a holder decides is said once', 'if (!isOnce(made)) return undefined;', ''],
    ['what waits is made again', 'if (!isOnce(made)) return undefined;', 'return undefined;'],
  ),
  ...faultsNoticedBy(counsel, 'register/commands/request-disclosure.ts', [
    'a parent asks for what no rule opens to parents on approval',
    "if (actor.kind === 'family' && requestRoutes(context, input, purposes).unopened.length > 0) throw forbidden();",
    '',
  ]),
  ...faultsNoticedBy(
    counsel,
    'register/permissions/mutation-table.ts',
    [
      'a lawyer asks about a child of somebody else',
      "requestDisclosure: [worker(), officer(), family('holds-an-authority')],",
      'requestDisclosure: [worker(), officer(), family()],',
    ],
    [
      'a child’s lawyer may not ask',
      "requestDisclosure: [worker(), officer(), family('holds-an-authority')],",
      'requestDisclosure: [worker(), officer()],',
    ],
  ),
  ...faultsNoticedBy(
    told,
    'register/notices-for.ts',
    [
      'who worked with the child once is not told of an emergency access',
      'const custodians = agenciesThatWorkedWith(context).filter(',
      'const custodians = involvedAgencies(context).filter(',
    ],
    [
      'an agency is told of its own emergency access as of another’s',
      '(agency) => agency !== event.body.agency);',
      '(agency) => agency !== undefined);',
    ],
  ),
  ...faultsNoticedBy(
    ['decision/safety/shown-to-member'],
    'decision/safety/shown-to-member.ts',
    [
      'a family’s list names an agency that a member may not know of',
      ': agency(use.requester.agency) && unlistedBy(use).length === 0;',
      ': unlistedBy(use).length === 0;',
    ],
    [
      'a parent is told of the agency about which the child decides',
      'isEmpty(intersect(kept, childs)) && !isEmpty',
      '!isEmpty',
    ],
    [
      'a parent is shown with whom the child lives',
      'return of !== undefined && !of.self && of.reach.length > 0;',
      'return of !== undefined && !of.self;',
    ],
    [
      'a parent is shown that the child was found capable',
      'return of !== undefined && !of.self && of.reach.length > 0;',
      'return of !== undefined && of.reach.length > 0;',
    ],
    [
      'whoever decides and reads nothing of an agency is told of it',
      'isEmpty(intersect(kept, childs)) && !isEmpty(intersect(kept, theirs))',
      'isEmpty(intersect(kept, childs))',
    ],
  ),
  ...faultsNoticedBy(
    ['decision/is-childs-role'],
    'decision/is-childs-role.ts',
    ['a role that a parent shares is the child’s', 'kinds.every(', 'kinds.some('],
    ['a role that nobody has is the child’s', 'kinds.length > 0 && ', ''],
  ),
  ...faultsNoticedBy(
    lapses,
    'register/lapse-by-age.ts',
    [
      'a parent is told that the child was found capable',
      'const told = all.filter((user) => isNewsToAll || isTheChild(user, records, rules));',
      'const told = all;',
    ],
    ['a parent sees that the child was found capable', "...(!shown.whole && { stood: 'ACTIVE' })", ''],
    [
      'a parent sees from what does not lapse that the child had been found capable',
      'if (real.whole || shown.whole) {',
      'if (real.whole) {',
    ],
    ['a suspended parent is told', '!each.suspended && ', ''],
    [
      'a parent is told beforehand of what only a finding takes',
      'const whom = isOpen ? all : all.filter((user) => isTheChild(user, records, rules));',
      'const whom = all;',
    ],
    [
      'what lapses in part is told every day',
      "if (!isNewsToAll && !isNews(real, 'lapsed')) return soon();",
      'if (!isNewsToAll && real.categories.length === 0) return soon();',
    ],
  ),
  ...faultsNoticedBy(
    lapses,
    'register/lapsed-by-age.ts',
    ['a suspension is taken for a birthday', '{ ...giver, suspended: false, to: null };', 'giver;'],
    [
      'what a parent decides for a grown child who cannot lapses',
      'findings ? real : union(real, decidedAt(moment, alone));',
      'findings ? real : decidedAt(moment, alone);',
    ],
  ),
  ...faultsNoticedBy(lapses, 'register/seen-consent.ts', [
    'a parent reads which part the child was found capable of',
    '...(lapsedOpenly !== undefined && { lapsed: lapsedOpenly })',
    "...(record.detail['lapsed'] !== undefined && { lapsed: record.detail['lapsed'] })",
  ]),
  ...faultsNoticedBy(
    ['decision/effect/emergency-effect'],
    'decision/effect/emergency-effect.ts',
    ['an emergency access that opens nothing is in force', 'if (opensMore) return', 'if (asked.length > 0) return'],
    ['an emergency access that is over is in force', 'access.until <= now || ', ''],
    ['an emergency access that was closed is in force', 'access.closedAt !== null && access.closedAt <= now', 'false'],
  ),
  ...faultsNoticedBy(
    ['register/permissions/fits'],
    'register/permissions/fits.ts',
    [
      'whoever works for an agency covers its team',
      "(roles === 'SUPERVISORS' ? (supervisorRoles.get(agency) ?? []) : roles).includes(role)",
      "(roles === 'SUPERVISORS' ? [role] : roles).includes(role)",
    ],
    [
      'a role that covers a team of one agency covers every agency’s',
      '(supervisorRoles.get(agency) ?? [])',
      '[...supervisorRoles.values()].flat()',
    ],
  ),
];
