import { dayOf } from '../../shared/days.ts';
import { capital, words } from '../../shared/code-words.ts';
import type { RuleInFullFragment } from '../../generated/graph.ts';
import { basisMeaning } from './basis-words.ts';

/** One thing that a rule says, in words. */
export interface RuleFact {
  readonly title: string;
  readonly values: readonly string[];
  /** Of a rule that gives something: whether a value more lets more be seen, or less. */
  readonly more?: 'OPENS' | 'CLOSES';
  /** Of one value out of few: the higher, the more is seen. */
  readonly rank?: number;
}

/** The network's words for an agency and for a kind of data. */
export interface Titles {
  readonly agency: (name: string) => string;
  readonly category: (code: string) => string;
}

type Rule = RuleInFullFragment;

const involvements: Readonly<Record<string, readonly [text: string, rank: number]>> = {
  ASSIGNED: ['This very person must be assigned to the child', 0],
  AGENCY: ['Their agency must work with the child', 1],
  NONE: ['Whether or not they work with the child', 2],
};

const relations: Readonly<Record<string, string>> = {
  ALLEGED: 'people who are alleged to have harmed the child',
  OWN_FAMILY: 'workers who are of the child’s own family',
};

/** Everything that a rule says, from its data: whatever sentence its author wrote of it. */
export function factsOf(rule: Rule, titles: Titles): readonly RuleFact[] {
  const { basis, level, inEmergency } = rule;
  const isNever = basis === 'NEVER';
  const [need, rank] = involvements[rule.involvement] ?? [words(rule.involvement), 2];
  const all: readonly RuleFact[] = [
    { title: 'To whom', values: recipientsIn(rule, titles), more: 'OPENS' },
    { title: 'What for', values: rule.purposes?.map(capital) ?? ['Every purpose'], more: 'OPENS' },
    { title: 'Kinds of data', values: rule.categories.map(titles.category), more: 'OPENS' },
    { title: 'How much', values: [levelText(level, isNever)], rank: level === 'FULL' ? 1 : 0 },
    { title: 'On what it rests', values: [capital(basisMeaning(basis))] },
    { title: 'Must they work with the child?', values: [need], rank },
    { title: 'In which kind of work', values: rule.involvementKinds.map(capital), more: 'OPENS' },
    { title: 'Only where', values: conditionsIn(rule), more: 'CLOSES' },
    {
      title: 'In an emergency',
      values: isNever ? [] : [inEmergency ? 'Opens to emergency access' : 'Does not open to emergency access'],
      rank: inEmergency ? 1 : 0,
    },
    { title: '“Not even in an emergency” holds if said by', values: rule.lockableBy.map(capital), more: 'CLOSES' },
    { title: 'What they must heed', values: rule.obligations.map(({ text }) => text), more: 'CLOSES' },
    { title: 'The law', values: lawIn(rule) },
    { title: 'Its author’s sentence', values: [rule.sentence] },
    { title: 'In French', values: [rule.phrase, rule.devoir].filter((each) => each !== null) },
  ];
  return all;
}

function recipientsIn({ recipients }: Rule, { agency }: Titles): readonly string[] {
  if (recipients === null) return ['Everybody'];
  return recipients.flatMap(({ agency: name, roles, kinds }) => {
    const other = kinds.filter((kind) => kind !== 'worker' && kind !== 'family' && !roles.includes(kind));
    return roles.map(
      (role) => `${capital(role)}, ${agency(name)}${other.length === 0 ? '' : ` (${other.join(', ')})`}`,
    );
  });
}

function levelText(level: string, isNever: boolean): string {
  if (isNever)
    return level === 'SUMMARY' ? 'Neither in full nor in summary' : 'Not in full; a summary is left to others';
  return level === 'SUMMARY' ? 'In summary only' : 'In full';
}

function conditionsIn({ when, unlessHarm, lockBinds }: Rule): readonly string[] {
  const { ageFrom, ageTo, notFor, onlyFor, whileOpen, authority, consentBy } = when;
  return [
    ...(ageFrom === null ? [] : [`The child is ${String(ageFrom)} or older`]),
    ...(ageTo === null ? [] : [`The child is younger than ${String(ageTo)}`]),
    ...notFor.map((each) => `Not for ${relations[each] ?? words(each)}`),
    ...(onlyFor.length === 0 ? [] : [`For ${onlyFor.map((each) => relations[each] ?? words(each)).join(', ')} alone`]),
    ...(whileOpen.length === 0 ? [] : [`While some agency has this work open: ${whileOpen.map(words).join(', ')}`]),
    ...(authority === null ? [] : [authorityText(authority)]),
    ...(consentBy.length === 0 ? [] : [`With the consent of ${consentBy.map(words).join(' or ')}, nobody else’s`]),
    ...(unlessHarm ? ['Without what a custodian found would do harm'] : []),
    ...(lockBinds ? ['Unless somebody entitled locked it: that holds against the custodian’s own staff'] : []),
  ];
}

function authorityText({ kinds, standing, beside }: NonNullable<Rule['when']['authority']>): string {
  const who = kinds.length === 0 ? 'somebody with any kind of authority' : kinds.map(words).join(', ');
  const how = standing === 'DECIDES' ? 'who now decides on that kind of data' : 'whose authority is in force';
  return `By ${who}, ${how}${beside.length === 0 ? '' : ` (also beside: ${beside.map(words).join(', ')})`}`;
}

function lawIn({ citation, jurisdiction, confidence, asOf, force, duty }: Rule): readonly string[] {
  return [
    `${citation} (${jurisdiction}; ${words(confidence)}, looked at ${dayOf(asOf) ?? asOf}; ${words(force)})`,
    ...(duty === null ? [] : [`Duty: ${duty}`]),
  ];
}
