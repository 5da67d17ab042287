import { capital } from '../../shared/words.ts';

const sentences: Readonly<Record<string, string>> = {
  DISCLOSURE_REQUESTED: 'Somebody asks your agency for a disclosure.',
  DISCLOSURE_APPROVED: 'A request of your agency was approved.',
  DISCLOSURE_DECLINED: 'A request of your agency was declined.',
  APPROVAL_WITHDRAWN: 'An approval was taken back.',
  EMERGENCY_TO_REVIEW: 'An emergency access must be reviewed.',
  EMERGENCY_OVERDUE: 'A review of an emergency access is overdue.',
  EMERGENCY_REVIEWED: 'An emergency access was reviewed.',
  EMERGENCY_OPENED: 'Your records were opened by an emergency access.',
  EMERGENCY_ALLOWED: 'One more emergency access was let pass.',
  CONSENT_TO_CONFIRM: 'A consent waits to be confirmed.',
  CONSENT_RECORDED: 'A consent was recorded that opens your records.',
  CONSENT_LAPSES: 'A consent lapses soon: the child will decide.',
  CONSENT_NEEDS_CONFIRMATION: 'A consent lapsed: the child decides now.',
  ORDER_TO_CONFIRM: 'A court order waits for a second person.',
  ORDER_RECORDED: 'A court order was recorded.',
  AUTHORITY_TO_CONFIRM: 'Who may decide for a child waits for a second person.',
  AUTHORITY_CHANGED: 'Who may decide for a child changed.',
  RELATION_RECORDED: 'A person was recorded whom the rules leave out.',
  RELATION_TO_CONFIRM: 'The end of a recorded relation waits for a second person.',
  HARM_REFUSAL_TO_CONFIRM: 'The end of a finding of harm waits for a second person.',
  PROPOSAL_DROPPED: 'Something that waited for a second person was taken back or declined.',
  PROTOCOL_TO_CONFIRM: 'A protocol waits for a second person.',
  PROTOCOL_CONFIRMED: 'A protocol is in force.',
  CORRECTION_REQUESTED: 'A family asks your agency to correct its record.',
  CORRECTION_ANSWERED: 'A request for a correction was answered.',
  RULES_TO_APPROVE: 'A set of rules waits to be approved.',
  RULES_OPEN_RECORDS: 'A set of rules will open records of your agency.',
  ERASURE_TO_CONFIRM: 'An erasure waits for a second person.',
  LINKAGE_TO_CONFIRM: 'A merge or split of children waits for a second person.',
  CHILD_MERGED: 'Two ids are one child from now on.',
  CHILD_SPLIT: 'One id is two children from now on.',
  STATEMENT_FOR_YOU: 'A child or family put something on the record for you.',
  HARM_REPORTED: 'A child or family tells of harm.',
};

/** The sentence on what happened; a kind that is not known here by its own words. */
export function noticeText(kind: string): string {
  return sentences[kind] ?? `${capital(kind)}.`;
}
