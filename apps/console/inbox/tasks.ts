import type { InboxQuery } from '../../generated/graph.ts';

/** One thing that waits for the officer, or that was done. */
export interface Task {
  readonly id: string;
  readonly kind: 'request' | 'emergency' | 'protocol';
  readonly title: string;
  readonly who: string;
  readonly child: string | undefined;
  /** By when; tasks without a day come last. */
  readonly due: string | undefined;
  readonly late: boolean;
  readonly done: string | undefined;
}

const soonMs = 90 * 86_400_000;

/** What waits, by deadline, and what is done. */
export function tasksIn({ approvals, emergencyAccesses }: InboxQuery, own: string, now: number): readonly Task[] {
  const requests = approvals
    .filter(({ custodian }) => own === 'network' || custodian === own)
    .map((each): Task => {
      const { id, state, child, recipient, reviewOn, categories } = each;
      const who = recipient.user ?? [recipient.role, recipient.agency].filter(Boolean).join(' of ');
      const protocol = child === null;
      const review = protocol && reviewOn !== null && Date.parse(reviewOn) < now + soonMs;
      return {
        id,
        kind: protocol ? 'protocol' : 'request',
        title: protocol ? 'Review a protocol' : `Decide a request for ${String(categories.length)} kind(s) of data`,
        who,
        child: child?.id,
        due: reviewOn ?? undefined,
        late: reviewOn !== null && Date.parse(reviewOn) < now,
        done: state === 'PENDING' || review ? undefined : protocol ? 'In force' : state.toLowerCase(),
      };
    });
  const emergencies = emergencyAccesses.map(({ id, child, user, reviewBy, overdue, justified }): Task => ({
    id,
    kind: 'emergency',
    title: 'Review an emergency access',
    who: user,
    child: child?.id,
    due: reviewBy,
    late: overdue,
    done: justified === null ? undefined : justified ? 'justified' : 'not justified',
  }));
  return [...requests, ...emergencies].sort((one, other) => (one.due ?? '9999').localeCompare(other.due ?? '9999'));
}
