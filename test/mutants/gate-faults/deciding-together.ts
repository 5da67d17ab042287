import type { Fault } from './fault.ts';
import { faultsNoticedBy } from './fault.ts';

const cases = ['test/cases/register'];

/** Guards of who decides together, who suspended whom, and what a member learns of another, each with the tests that must notice that it is gone. */
export const decidingTogetherFaults: readonly Fault[] = [
  ...faultsNoticedBy(
    cases,
    'register/commands/confirm-authority.ts',
    [
      'a parent confirmed after another decides alone',
      "decidesWith(context, body, ofKind(context.records, 'authority'))",
      'decidesWith(context, body, [])',
    ],
    [
      'one of two agencies that suspended gives back what the other took',
      "lifting === 'network' ? [] :",
      "lifting !== '' ? [] :",
    ],
    [
      'a proposal from before the suspension is confirmed',
      "requireNotSuspended(context, body.holder, { proposer: pending.byAgency, order: target.detail['order'] });",
      '',
    ],
  ),
  ...faultsNoticedBy(cases, 'register/commands/record-authority.ts', [
    'whoever is suspended is recorded anew by another agency',
    'requireNotSuspended(context, input.holder, { proposer: actor.agency, order: input.order });',
    '',
  ]),
  ...faultsNoticedBy(cases, 'register/commands/suspend-authority.ts', [
    'the suspension of a second agency is not kept',
    'if (already.includes(actor.agency)) return target;',
    'if (already.length > 0) return target;',
  ]),
  ...faultsNoticedBy(cases, 'register/merge-records.ts', [
    'two ids that are one child do not join those who decide',
    'decidesWith(context, record.body, others)',
    'decidesWith(context, record.body, [])',
  ]),
  ...faultsNoticedBy(cases, 'register/split-records.ts', [
    'a parent waits for a parent of another child',
    'filter((id) => goes.has(id) === goes.has(record.id))',
    'filter(() => true)',
  ]),
  ...faultsNoticedBy(
    cases,
    'register/commands/hide-whereabouts.ts',
    [
      'whoever an investigation names hides the child from the others',
      'const binds = !all.some(isAlleged);',
      'const binds = true;',
    ],
    ['a member learns who hid where the child is', "(actor.kind !== 'family' || detail['by'] === actor.user)", 'true'],
    [
      'what an agency hides ends with what a member hid for a week',
      'return agency === agencyOf(actor) &&',
      'return agency !== null &&',
    ],
  ),
  ...faultsNoticedBy(
    cases,
    'register/notices-for.ts',
    [
      'a child is not told who comes to decide for it',
      'return [...audience, ...othersWhoDecide(context, event)];',
      'return othersWhoDecide(context, event);',
    ],
    [
      'a parent is told that the child’s own say was suspended',
      'return of !== undefined && !of.self && of.reach.length > 0;',
      'return of !== undefined && of.reach.length > 0;',
    ],
  ),
  ...faultsNoticedBy(cases, 'register/notices.ts', [
    'the officers of an agency are not told that a protocol was withdrawn',
    '[recipient, { agency: recipient.agency }, ...own]',
    '[recipient]',
  ]),
  ...faultsNoticedBy(
    cases,
    'subgraphs/register/effect-for.ts',
    [
      'whoever hid a child learns that it binds nobody',
      "return isOwnHiding && record.state === 'UNCONFIRMED'",
      'return isOwnHiding && false',
    ],
    [
      'a protocol that was withdrawn is in force',
      'waits: confirmed === false, ended }',
      'waits: confirmed === false }',
    ],
    ['an order that ended before it began waits', "record.state === 'ENDED' ? 'OVER' : undefined", 'undefined'],
    ['an approval that was taken back is only over', "isTakenBack(record) ? 'WITHDRAWN' : undefined", 'undefined'],
  ),
  ...faultsNoticedBy(
    cases,
    'register/commands/end-order.ts',
    [
      'an order that was ended permits on for brothers and sisters',
      'for (const other of together) endOrderNow(context, other, why);',
      '',
    ],
    [
      'an order that restricts ends at once',
      "if (target.body.decision !== 'PERMIT') return",
      "if (target.body.decision === 'PERMIT') return",
    ],
  ),
  ...faultsNoticedBy(cases, 'subgraphs/register/resolvers/child-erasures.ts', [
    'what came to stand against an erasure is not said',
    "erasure.state === 'REQUESTED' ? { ...view, against } : view",
    'view',
  ]),
  ...faultsNoticedBy(['test/contract/register-told'], 'register/against-merge.ts', [
    'twins are merged unwarned',
    "...(areStrange(names ?? [], theirs ?? []) ? ['NAMES_DIFFER'] : []),",
    '',
  ]),
];
