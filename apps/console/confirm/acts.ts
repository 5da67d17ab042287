import type { WaitingActFragment } from '../../generated/graph.ts';

const titles: Readonly<Record<string, string>> = {
  'AUTHORITY RECORD': 'Confirm who may decide for a child',
  'AUTHORITY RESTORE': 'Confirm that somebody may decide again',
  'AUTHORITY END': 'Confirm that somebody no longer decides',
  'ORDER RECORD': 'Confirm a court order',
  'ORDER END': 'Confirm that a court order ends',
  'RELATION END': 'Confirm that a person is no longer left out',
  'HARM_REFUSAL END': 'Confirm that a finding of harm ends',
  'CONSENT RECORD': 'Answer for a consent that was recorded for somebody',
  'PROTOCOL RECORD': 'Confirm a protocol between agencies',
  'LINKAGE MERGE': 'Confirm that two records are one child',
  'LINKAGE SPLIT': 'Confirm that one record is two children',
  'ERASURE ERASE': 'Confirm that a child is erased',
  'RULES PUBLISH': 'Approve a set of rules',
};

/** The question to the second person, in a sentence. */
export function titleOf({ kind, act }: Pick<WaitingActFragment, 'kind' | 'act'>): string {
  return titles[`${kind} ${act}`] ?? 'Confirm what another person asked for';
}

const effects: Readonly<Record<string, string>> = {
  'AUTHORITY RECORD':
    'From then on this person reads and decides for the child, as far as the rules let that kind of authority.',
  'AUTHORITY RESTORE': 'From then on this person reads and decides for the child again.',
  'AUTHORITY END':
    'From that day this person reads nothing and decides nothing. What they permitted opens nothing any more.',
  'ORDER RECORD':
    'What the order permits opens from then on. What it forbids is withheld already, since it was recorded.',
  'ORDER END': 'The order no longer counts: what it forbade may be shown again where a rule or a consent lets it.',
  'RELATION END': 'From then on this person may be shown again what a rule or a consent lets them see.',
  'HARM_REFUSAL END': 'From then on it may be shown again where a rule or a consent lets it.',
  'CONSENT RECORD': 'You say that you have seen evidence of it. From then on it opens what it names.',
  'PROTOCOL RECORD': 'From then on it opens what it names, for every child that fits it, until its review day.',
  'LINKAGE MERGE': 'From then on both ids answer as one child, everywhere.',
  'LINKAGE SPLIT': 'From then on each id answers for itself.',
  'ERASURE ERASE': 'Everything the register holds of the child is destroyed. This cannot be taken back.',
};

/** The effect of confirming, told before it is done. */
export function effectOfConfirming({ kind, act }: Pick<WaitingActFragment, 'kind' | 'act'>): string {
  return effects[`${kind} ${act}`] ?? '';
}
