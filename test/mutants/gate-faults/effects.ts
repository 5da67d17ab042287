import type { Fault } from './fault.ts';
import { faultsNoticedBy } from './fault.ts';

/** Guards of what somebody is told that an act does, each with the tests that must notice that it is gone. */
export const effectFaults: readonly Fault[] = [
  ...faultsNoticedBy(
    ['subgraphs/register/effect-for'],
    'subgraphs/register/effect-for.ts',
    [
      'a parent reads from the effect of a consent that an investigation names them',
      '    relations: [],\n    harmRefusals: [],\n  };',
      '    harmRefusals: [],\n  };',
    ],
    ['a parent reads from it that a court forbade it', '    orders: [],\n    // Who', '    // Who'],
    [
      'a parent reads from it what another refused',
      '.filter((each) => isShared(each) || ',
      '.filter((each) => true || ',
    ],
    [
      'a parent reads from it that the child was found able to decide',
      '(each) => isChild || standing.rules.authorityKinds.get(each.kind)?.self === false,',
      '() => true,',
    ],
    ['a child reads no effect of its own decision', '(each) => isChild || standing', '(each) => standing'],
    [
      'parents who decide together do not read that the other has consented',
      'held.some((own) => own.id === by || sharesDecision(',
      'held.some((own) => own.id === by && sharesDecision(',
    ],
    [
      'the network’s officers are told no more than a parent',
      "if (actor.agency === 'network' && standing.facts !== undefined) return",
      'if (false) return',
    ],
  ),
  ...faultsNoticedBy(['decision/unmet-rules'], 'decision/effect/lines-above.ts', [
    'a parent’s consent to what only the child may show has no reason of its own',
    "line === 10 && isAnothersToGive(child, act, bit, level) ? 'CONSENT_BY' : byLine(line, bit)",
    'byLine(line, bit)',
  ]),
  ...faultsNoticedBy(['decision/unmet-rules'], 'decision/effect/lines-above.ts', [
    'an order without effect names itself as what stands above',
    "act.kind === 'ORDER' ? withoutAct(world, act) : withAct(world, act)",
    'withAct(world, act)',
  ]),
  ...faultsNoticedBy(['decision/unmet-rules'], 'decision/effect/lines-above.ts', [
    'whoever decides nothing of these records is told that there is no rule',
    "!hasBit(reach, bit) ? 'DOMAIN' :",
    "!hasBit(reach, bit) ? 'NO_RULE' :",
  ]),
  ...faultsNoticedBy(['decision/unmet-rules'], 'decision/grounds-of.ts', [
    'a yes rests also on a consent that the rule does not ask for',
    'return consentBy.length === 0 || (kind !== undefined && consentBy.includes(kind));',
    'return true;',
  ]),
  ...faultsNoticedBy(['decision/unmet-rules'], 'decision/terms.ts', [
    'a parent’s consent opens what only the child may show',
    'if (each.kind === kind) given',
    'given',
  ]),
  ...faultsNoticedBy(['decision/effect/effect-of'], 'decision/effect/obstacles.ts', [
    'a refusal that was said twice is said to have no rule',
    'withPartners(withSomethingToRefuse(alone, now))',
    'withPartners(alone)',
  ]),
];
