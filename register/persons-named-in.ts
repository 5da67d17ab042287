import { isKind } from './record-kind.ts';
import type { Recorded } from './records.ts';

/** The persons whom a record gives something, or takes something from: who holds an authority, who receives, who is related. */
export function personsNamedIn(record: Recorded | undefined): readonly string[] {
  if (record === undefined) return [];
  if (isKind(record, 'authority')) return [record.body.holder];
  if (isKind(record, 'relation')) return [record.body.user];
  if (isKind(record, 'consent') || isKind(record, 'order')) return usersOf(record.body.recipients);
  if (isKind(record, 'approval') || isKind(record, 'standing-approval') || isKind(record, 'harm-refusal'))
    return usersOf([record.body.recipient]);
  return [];
}

function usersOf(recipients: readonly { readonly user?: string | undefined }[]): readonly string[] {
  return recipients.flatMap(({ user }) => user ?? []);
}
