import type { Instant } from '@trellis/decision';

/** An instant as the graph writes it. */
export function shown(instant: Instant): string {
  return new Date(instant).toISOString();
}

export function shownOrNull(instant: Instant | null): string | null {
  return instant === null ? null : shown(instant);
}
