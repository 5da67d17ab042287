import { CombinedGraphQLErrors } from '@apollo/client';

const sentences: Record<string, string> = {
  FORBIDDEN: 'You may not do this under this purpose, or not for this child.',
  CONFLICT:
    'An earlier emergency access of yours to this child waits for its review. Your supervisor can let one more pass.',
  BAD_REQUEST: 'No single child fits. Write the name in full, with the day of birth if you know it.',
  LIMIT_EXCEEDED: 'Too many at once. Wait a minute, then try again.',
};
const otherwise = 'The network could not answer. If a child may be in danger now, call the agency.';

/** An error in words that a person can act on: a code is for programs. */
export function say(error: unknown): string {
  const code = CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions?.['code'] : undefined;
  return sentences[String(code)] ?? otherwise;
}

/** A code of the records as words: `HIGH` is "High", `NOT_STARTED` is "Not started". */
export function plain(code: string | null | undefined): string | undefined {
  const text = code?.replaceAll(/[-_]/g, ' ').toLowerCase();
  return text === undefined ? undefined : text.charAt(0).toUpperCase() + text.slice(1);
}
