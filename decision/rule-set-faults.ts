import { expandCategories, isTimeZone, type Vocabulary } from '@trellis/vocabulary';
import { familySafetyFaults } from './safety/safety-faults.ts';
import { kindFits, knowsRecipientAgency, knowsRole, servesPurpose, unservedPurpose } from './known.ts';
import type { RuleSetText } from './rule-set-shape.ts';

export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

type Report = (path: readonly PropertyKey[], message: string) => void;
type RuleText = RuleSetText['rules'][number];

/** Everything a well-shaped pack may still say that the vocabulary or the decision has no place for. */
export function findRuleSetFaults(text: RuleSetText, vocabulary: Vocabulary): readonly Fault[] {
  const faults: Fault[] = [];
  const report: Report = (path, message) => faults.push({ path, message });
  if (!isTimeZone(text.timeZone)) report(['timeZone'], `unknown time zone \`${text.timeZone}\``);
  repeated(text.rules, ({ id }) => id).forEach((index) => report(['rules', index, 'id'], 'this id is taken'));
  repeated(text.authorities, ({ kind }) => kind).forEach((index) =>
    report(['authorities', index, 'kind'], 'this kind is taken'),
  );
  const categories = (codes: readonly string[], ...path: PropertyKey[]) =>
    codes.forEach((code, index) => {
      if (!expandCategories(vocabulary, code)) report([...path, index], `unknown category \`${code}\``);
    });

  const kinds = new Set(text.authorities.map(({ kind }) => kind));
  const closed = new Set(text.onlyByOrder.flatMap((code) => expandCategories(vocabulary, code) ?? []));
  categories(text.onlyByOrder, 'onlyByOrder');
  text.rules.forEach((rule, index) => {
    categories(rule.categories, 'rules', index, 'categories');
    ruleFaults(rule, vocabulary, kinds, (path, message) => report(['rules', index, ...path], message));
    const opened = rule.categories
      .flatMap((code) => expandCategories(vocabulary, code) ?? [])
      .find((code) => closed.has(code));
    if (rule.basis !== 'NEVER' && opened !== undefined) {
      report(['rules', index, 'categories'], `\`${opened}\` is in onlyByOrder, so no rule may open it`);
    }
  });
  text.authorities.forEach((kind, index) => {
    const path = ['authorities', index];
    if (kind.family !== null && !knowsRole(vocabulary, 'family', kind.family)) {
      report([...path, 'family'], `unknown family role \`${kind.family}\``);
    }
    kind.reach.forEach((reach, place) => {
      categories(reach.categories, ...path, 'reach', place, 'categories');
      reachFaults(reach, kind.decides).forEach((message) => report([...path, 'reach', place], message));
    });
  });
  text.accessPeriods.forEach((periods, index) => {
    for (const side of ['within', 'after'] as const) {
      if (!vocabulary.bit.has(periods[side])) {
        report(['accessPeriods', index, side], `unknown category \`${periods[side]}\``);
      }
    }
  });
  faults.push(...familySafetyFaults(text, vocabulary));
  return faults;
}

function ruleFaults(rule: RuleText, vocabulary: Vocabulary, kinds: ReadonlySet<string>, report: Report): void {
  const never = rule.basis === 'NEVER';
  if (rule.recipients === 'EVERYONE') {
    if (!never) report(['recipients'], 'only NEVER may name EVERYONE');
  } else {
    rule.recipients.forEach((recipient, index) => {
      const path = ['recipients', index];
      if (!knowsRecipientAgency(vocabulary, recipient.agency)) {
        report([...path, 'agency'], `unknown agency \`${recipient.agency}\``);
      }
      recipient.roles.forEach((role, place) => {
        if (!knowsRole(vocabulary, recipient.agency, role)) {
          report([...path, 'roles', place], `unknown role \`${role}\` of \`${recipient.agency}\``);
        } else if (!recipient.kinds.some((kind) => kindFits(recipient.agency, role, kind))) {
          report([...path, 'kinds'], `no requester of role \`${role}\` has such a kind`);
        }
      });
      if (recipient.agency === 'family' && rule.involvement.need !== 'NONE') {
        report(['involvement', 'need'], 'a family member has no involvement: say NONE');
      }
    });
  }
  if (rule.purposes === 'EVERY') {
    if (!never) report(['purposes'], 'only NEVER may name EVERY purpose');
  } else {
    rule.purposes.forEach((purpose, index) => {
      if (purpose === unservedPurpose) report(['purposes', index], `no rule may name \`${purpose}\``);
      else if (!servesPurpose(vocabulary, purpose)) report(['purposes', index], `unknown purpose \`${purpose}\``);
    });
  }
  rule.when.whileOpen.forEach((kind, index) => {
    if (!vocabulary.involvementKinds.includes(kind)) {
      report(['when', 'whileOpen', index], `unknown involvement kind \`${kind}\``);
    }
  });
  rule.involvement.kinds.forEach((kind, index) => {
    if (!vocabulary.involvementKinds.includes(kind)) {
      report(['involvement', 'kinds', index], `unknown involvement kind \`${kind}\``);
    }
  });
  if ((rule.involvement.need === 'NONE') !== (rule.involvement.kinds.length === 0)) {
    report(['involvement', 'kinds'], 'AGENCY and ASSIGNED name at least one kind, NONE names none');
  }
  if (never && rule.involvement.need !== 'NONE')
    report(['involvement', 'need'], 'NEVER holds whatever the involvement');
  if (never && rule.inEmergency) report(['inEmergency'], 'nothing opens what is NEVER disclosed');
  conditionFaults(rule, kinds, report);
  if (rule.inEmergency && rule.lockableBy === undefined) report(['lockableBy'], 'say who may lock this, or []');
  rule.lockableBy?.forEach((kind, index) => {
    if (!kinds.has(kind)) report(['lockableBy', index], `unknown kind of authority \`${kind}\``);
  });
  if (rule.basis === 'BY_LAW' && rule.authority.duty === null) {
    report(['authority', 'duty'], 'BY_LAW names the duty it serves');
  }
}

/** Reports the conditions of a rule that could not be judged, or would be judged of nobody. */
function conditionFaults({ when, ...rule }: RuleText, kinds: ReadonlySet<string>, report: Report): void {
  const never = rule.basis === 'NEVER';
  const { childAge, notFor, onlyFor, whileOpen, authority } = when;
  if (childAge?.to != null && (childAge.from ?? 0) >= childAge.to)
    report(['when', 'childAge'], 'the ages are reversed');
  if (onlyFor.length > 0 && !never) report(['when', 'onlyFor'], 'only NEVER is for recorded persons alone');
  const both = notFor.find((relation) => onlyFor.includes(relation));
  if (both !== undefined) report(['when', 'onlyFor'], `\`${both}\` is left out by notFor`);
  (['kinds', 'beside'] as const).forEach((list) =>
    authority?.[list].forEach((kind, index) => {
      if (!kinds.has(kind)) report(['when', 'authority', list, index], `unknown kind of authority \`${kind}\``);
    }),
  );
  if (
    authority !== null &&
    (rule.recipients === 'EVERYONE' || rule.recipients.some(({ agency }) => agency !== 'family'))
  ) {
    report(['when', 'authority'], 'only a family member asks by an authority');
  }
  if (whileOpen.length > 0 && never) report(['when', 'whileOpen'], 'NEVER holds whatever is open');
  if (authority !== null && never) report(['when', 'authority'], 'NEVER holds whatever the authority');
  if (authority?.standing === 'HOLDS' && authority.beside.length > 0) {
    report(['when', 'authority', 'beside'], 'HOLDS asks for no rank: leave beside out');
  }
  if (never && rule.unlessHarm) report(['unlessHarm'], 'nothing is taken out of what is NEVER disclosed');
  if (rule.lockBinds && (rule.basis !== 'BY_LAW' || (rule.lockableBy ?? []).length === 0)) {
    report(['lockBinds'], 'only a BY_LAW rule that says who may lock is bound by a lock');
  }
}

function reachFaults(
  reach: RuleSetText['authorities'][number]['reach'][number],
  decides: 'SELF' | 'FOR_CHILD',
): string[] {
  const faults: string[] = [];
  if (decides === 'SELF' && reach.of.includes('ADULT')) faults.push('a child decides only on what is of the child');
  if (decides === 'SELF' && reach.yieldsAt !== null) faults.push('yieldsAt is for those who decide FOR_CHILD');
  if (decides === 'FOR_CHILD' && reach.presumedFrom !== null) faults.push('presumedFrom is for the child itself');
  if (reach.toAge !== null && (reach.fromAge ?? 0) >= reach.toAge) faults.push('the ages are reversed');
  return faults;
}

function repeated<Item>(items: readonly Item[], key: (item: Item) => string): number[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const again = seen.has(key(item));
    seen.add(key(item));
    return again ? [index] : [];
  });
}
