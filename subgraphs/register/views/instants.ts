import type { Instant } from '@trellis/decision';

/** An instant as the graph writes it. */
export function shown(instant: Instant): string {
  return new Date(instant).toISOString();
}

export function shownOrNull(instant: unknown): string | null {
  return typeof instant === 'number' ? shown(instant) : null;
}

/** A text that a record may carry beside what it is decided on. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** An instant as it was asked for; undefined where it was not. */
export function instantAsked(text: string | null | undefined): Instant | undefined {
  return typeof text === 'string' ? Date.parse(text) : undefined;
}
