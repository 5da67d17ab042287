import { expandCategories, isTimeZone, type Vocabulary } from '@trellis/vocabulary';
import { familySafetyFaults } from './safety/safety-faults.ts';
import { kindFits, knowsRecipientAgency, knowsRole, servesPurpose, unservedPurpose } from './known.ts';
import { faultSentences as says, unknownWord } from './fault-sentences.ts';
import type { RuleSetText } from './rule-set-shape.ts';
import type { Fault } from './fault.ts';
import type { Sentence } from './sentence.ts';

type Report = (path: readonly PropertyKey[], message: Sentence) => void;
type RuleText = RuleSetText['rules'][number];

/** Everything a well-shaped pack may still say that the vocabulary or the decision has no place for. */
export function findRuleSetFaults(text: RuleSetText, vocabulary: Vocabulary): readonly Fault[] {
  const faults: Fault[] = [];
  const report: Report = (path, message) => faults.push({ path, message });
  if (!isTimeZone(text.timeZone)) report(['timeZone'], unknownWord('time zone', text.timeZone));
  repeated(text.rules, ({ id }) => id).forEach((index) => report(['rules', index, 'id'], says.idTaken));
  repeated(text.authorities, ({ kind }) => kind).forEach((index) =>
    report(['authorities', index, 'kind'], says.kindTaken),
  );
  const categories = (codes: readonly string[], ...path: PropertyKey[]) =>
    codes.forEach((code, index) => {
      if (!expandCategories(vocabulary, code)) report([...path, index], unknownWord('category', code));
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
      report(['rules', index, 'categories'], {
        en: `\`${opened}\` is in onlyByOrder, so no rule may open it`,
        fr: `\`${opened}\` est dans onlyByOrder : aucune règle ne peut l'ouvrir`,
      });
    }
  });
  text.authorities.forEach((kind, index) => {
    const path = ['authorities', index];
    if (kind.family !== null && !knowsRole(vocabulary, 'family', kind.family)) {
      report([...path, 'family'], unknownWord('family role', kind.family));
    }
    kind.reach.forEach((reach, place) => {
      categories(reach.categories, ...path, 'reach', place, 'categories');
      reachFaults(reach, kind.decides).forEach((message) => report([...path, 'reach', place], message));
    });
  });
  text.accessPeriods.forEach((periods, index) => {
    for (const side of ['within', 'after'] as const) {
      if (!vocabulary.bit.has(periods[side])) {
        report(['accessPeriods', index, side], unknownWord('category', periods[side]));
      }
    }
  });
  faults.push(...familySafetyFaults(text, vocabulary));
  return faults;
}

function ruleFaults(rule: RuleText, vocabulary: Vocabulary, kinds: ReadonlySet<string>, report: Report): void {
  const never = rule.basis === 'NEVER';
  if (rule.recipients === 'EVERYONE') {
    if (!never) report(['recipients'], says.onlyNeverForEveryone);
  } else {
    rule.recipients.forEach((recipient, index) => {
      const path = ['recipients', index];
      if (!knowsRecipientAgency(vocabulary, recipient.agency)) {
        report([...path, 'agency'], unknownWord('agency', recipient.agency));
      }
      recipient.roles.forEach((role, place) => {
        if (!knowsRole(vocabulary, recipient.agency, role)) {
          report([...path, 'roles', place], unknownWord('role', role, recipient.agency));
        } else if (!recipient.kinds.some((kind) => kindFits(recipient.agency, role, kind))) {
          report([...path, 'kinds'], {
            en: `no requester of role \`${role}\` has such a kind`,
            fr: `personne de ce rôle (\`${role}\`) n'est de ce genre`,
          });
        }
      });
      if (recipient.agency === 'family' && rule.involvement.need !== 'NONE') {
        report(['involvement', 'need'], says.familyHasNoInvolvement);
      }
    });
  }
  if (rule.purposes === 'EVERY') {
    if (!never) report(['purposes'], says.onlyNeverForEvery);
  } else {
    rule.purposes.forEach((purpose, index) => {
      if (purpose === unservedPurpose) report(['purposes', index], unserved(purpose));
      else if (!servesPurpose(vocabulary, purpose)) report(['purposes', index], unknownWord('purpose', purpose));
    });
  }
  rule.when.whileOpen.forEach((kind, index) => {
    if (!vocabulary.involvementKinds.includes(kind)) {
      report(['when', 'whileOpen', index], unknownWord('involvement kind', kind));
    }
  });
  rule.involvement.kinds.forEach((kind, index) => {
    if (!vocabulary.involvementKinds.includes(kind)) {
      report(['involvement', 'kinds', index], unknownWord('involvement kind', kind));
    }
  });
  if ((rule.involvement.need === 'NONE') !== (rule.involvement.kinds.length === 0)) {
    report(['involvement', 'kinds'], says.kindsOfInvolvement);
  }
  if (never && rule.involvement.need !== 'NONE') report(['involvement', 'need'], says.neverWhateverInvolvement);
  if (never && rule.inEmergency) report(['inEmergency'], says.neverOpened);
  conditionFaults(rule, kinds, report);
  if (rule.inEmergency && rule.lockableBy === undefined) report(['lockableBy'], says.sayWhoLocks);
  rule.lockableBy?.forEach((kind, index) => {
    if (!kinds.has(kind)) report(['lockableBy', index], unknownWord('kind of authority', kind));
  });
  if (rule.basis === 'BY_LAW' && rule.authority.duty === null) {
    report(['authority', 'duty'], says.nameTheDuty);
  }
}

/** Reports the conditions of a rule that could not be judged, or would be judged of nobody. */
function conditionFaults({ when, ...rule }: RuleText, kinds: ReadonlySet<string>, report: Report): void {
  const never = rule.basis === 'NEVER';
  const { childAge, notFor, onlyFor, whileOpen, authority, consentBy } = when;
  if (childAge?.to != null && (childAge.from ?? 0) >= childAge.to) report(['when', 'childAge'], says.agesReversed);
  if (onlyFor.length > 0 && !never) report(['when', 'onlyFor'], says.onlyNeverForPersons);
  const both = notFor.find((relation) => onlyFor.includes(relation));
  if (both !== undefined) report(['when', 'onlyFor'], leftOut(both));
  (['kinds', 'beside'] as const).forEach((list) =>
    authority?.[list].forEach((kind, index) => {
      if (!kinds.has(kind)) report(['when', 'authority', list, index], unknownWord('kind of authority', kind));
    }),
  );
  if (
    authority !== null &&
    (rule.recipients === 'EVERYONE' || rule.recipients.some(({ agency }) => agency !== 'family'))
  ) {
    report(['when', 'authority'], says.onlyFamilyByAuthority);
  }
  consentBy.forEach((kind, index) => {
    if (!kinds.has(kind)) report(['when', 'consentBy', index], unknownWord('kind of authority', kind));
  });
  if (consentBy.length > 0 && rule.basis !== 'WITH_CONSENT') report(['when', 'consentBy'], says.consentByWithConsent);
  if (whileOpen.length > 0 && never) report(['when', 'whileOpen'], says.neverWhateverOpen);
  if (authority !== null && never) report(['when', 'authority'], says.neverWhateverAuthority);
  if (authority?.standing === 'HOLDS' && authority.beside.length > 0) {
    report(['when', 'authority', 'beside'], says.holdsAsksNoRank);
  }
  if (never && rule.unlessHarm) report(['unlessHarm'], says.nothingTakenFromNever);
  if (rule.lockBinds && (rule.basis !== 'BY_LAW' || (rule.lockableBy ?? []).length === 0)) {
    report(['lockBinds'], says.lockBindsByLaw);
  }
}

function reachFaults(
  reach: RuleSetText['authorities'][number]['reach'][number],
  decides: 'SELF' | 'FOR_CHILD',
): Sentence[] {
  const faults: Sentence[] = [];
  if (decides === 'SELF' && reach.of.includes('ADULT')) faults.push(says.childDecidesOfChild);
  if (decides === 'SELF' && reach.yieldsAt !== null) faults.push(says.yieldsAtIsForOthers);
  if (decides === 'FOR_CHILD' && reach.presumedFrom !== null) faults.push(says.presumedFromIsForChild);
  if (reach.toAge !== null && (reach.fromAge ?? 0) >= reach.toAge) faults.push(says.agesReversed);
  return faults;
}

const unserved = (purpose: string): Sentence => ({
  en: `no rule may name \`${purpose}\``,
  fr: `aucune règle ne peut nommer \`${purpose}\``,
});

const leftOut = (relation: string): Sentence => ({
  en: `\`${relation}\` is left out by notFor`,
  fr: `\`${relation}\` est exclu par notFor`,
});

function repeated<Item>(items: readonly Item[], key: (item: Item) => string): number[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const again = seen.has(key(item));
    seen.add(key(item));
    return again ? [index] : [];
  });
}
