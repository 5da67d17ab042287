import type { InboxQuery, WaitingActFragment } from '../../generated/graph.ts';
import { words } from '../../shared/words.ts';
import { titleOf } from '../confirm/acts.ts';

/** One thing that waits for the officer, or that was done. */
export interface Task {
  readonly id: string;
  readonly kind: 'request' | 'emergency' | 'protocol' | 'confirmation';
  readonly title: string;
  readonly more: string;
  readonly who: { readonly agency: string; readonly role?: string | null; readonly user?: string | null };
  readonly child: string | undefined;
  /** By when; tasks without a day come after those that have one. */
  readonly due: string | undefined;
  /** Since when it waits. */
  readonly since: string | undefined;
  readonly late: boolean;
  readonly done: string | undefined;
}

const soonMs = 90 * 86_400_000;
type Approval = InboxQuery['approvals'][number];
type Emergency = InboxQuery['emergencyAccesses'][number];

/** The tasks that wait, by deadline, and those that are done. */
export function tasksIn(
  { approvals, emergencyAccesses, confirmations }: InboxQuery,
  own: string,
  now: number,
): readonly Task[] {
  // A protocol is its custodian's to review; the network's officers see them all elsewhere.
  const mine = approvals.filter(({ custodian }) => custodian === own);
  const asked = new Set(confirmations.map(({ record }) => record));
  return [
    ...mine
      .filter(({ id }) => !asked.has(id))
      .map((each) => (each.child === null ? protocol(each, now) : request(each))),
    ...emergencyAccesses.map(emergency),
    ...confirmations.map(confirmation),
  ].sort((one, other) => rank(one).localeCompare(rank(other)));
}

const rank = ({ due, since }: Task): string => due ?? `9999 ${since ?? ''}`;

function kindsFor(categories: readonly string[], purposes: readonly string[]): string {
  const kinds = categories.length === 1 ? 'One kind of data' : `${String(categories.length)} kinds of data`;
  return `${kinds}, for ${purposes.map(words).join(', ')}`;
}

function request({ id, child, recipient, categories, purposes, state, requestedAt }: Approval): Task {
  return {
    id,
    kind: 'request',
    title: 'Decide a request',
    more: kindsFor(categories, purposes),
    who: recipient,
    child: child?.id,
    due: undefined,
    since: requestedAt ?? undefined,
    late: false,
    done: state === 'PENDING' ? undefined : state.toLowerCase(),
  };
}

function protocol({ id, recipient, categories, purposes, reviewOn, state }: Approval, now: number): Task {
  const review = reviewOn !== null && state === 'APPROVED' && Date.parse(reviewOn) < now + soonMs;
  return {
    id,
    kind: 'protocol',
    title: 'Review a protocol',
    more: kindsFor(categories, purposes),
    who: recipient,
    child: undefined,
    due: reviewOn ?? undefined,
    since: undefined,
    late: review && Date.parse(reviewOn) < now,
    done: review ? undefined : state === 'APPROVED' ? 'in force' : words(state),
  };
}

function emergency({ id, child, agency, user, openedAt, reviewBy, overdue, justified }: Emergency): Task {
  return {
    id,
    kind: 'emergency',
    title: 'Review an emergency access',
    more: 'Was it justified, and is the family told?',
    who: { agency, user },
    child: child?.id,
    due: reviewBy,
    since: openedAt,
    late: overdue,
    done: justified === null ? undefined : justified ? 'justified' : 'not justified',
  };
}

function confirmation(each: WaitingActFragment): Task {
  const { record, child, by, byAgency, reason, askedAt } = each;
  return {
    id: record,
    kind: 'confirmation',
    title: titleOf(each),
    more: reason ?? 'It takes two people: you are the second.',
    who: { agency: byAgency ?? 'network', user: by },
    child: child?.id,
    due: undefined,
    since: askedAt,
    late: false,
    done: undefined,
  };
}
