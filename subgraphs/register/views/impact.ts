import type { Impact } from '@trellis/decision';

export interface Change {
  readonly agency: string;
  readonly role: string;
  readonly purpose: string;
  readonly category: string;
  readonly level: 'SUMMARY' | 'FULL';
  readonly opens: boolean;
}

/** An impact as counts: who would be told more or less of what, never of which child. */
export function impactView({ asked, changed }: Impact, complete: boolean) {
  const counts = new Map<string, Change & { questions: number }>();
  for (const { recorded, difference } of changed) {
    const { requester, purpose } = recorded.question;
    for (const [effect, levels] of Object.entries(difference)) {
      for (const level of ['FULL', 'SUMMARY'] as const) {
        for (const category of levels[level]) {
          const opens = effect === 'opened';
          const change: Change = { agency: requester.agency, role: requester.role, purpose, category, level, opens };
          const name = JSON.stringify(change);
          counts.set(name, { ...change, questions: (counts.get(name)?.questions ?? 0) + 1 });
        }
      }
    }
  }
  const changes = [...counts.values()].sort((one, other) => other.questions - one.questions);
  return { questions: asked, changed: changed.length, complete, changes };
}
