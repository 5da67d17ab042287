import { ServerError } from '@apollo/client';

const sentences: Record<string, string> = {
  UNAUTHENTICATED:
    'This was not done: your session had ended. What you wrote is still here: sign in again, then send it once more.',
  FORBIDDEN: 'You may not do this under this purpose, or not for this child.',
  CONFLICT:
    'An earlier emergency access of yours to this child waits for its review. Your supervisor can let one more pass.',
  BAD_REQUEST: 'No single child fits. Write the name in full, with the day of birth if you know it.',
  LIMIT_EXCEEDED: 'Too many at once. Wait a minute, then try again.',
};
const otherwise = 'The network could not answer. If a child may be in danger now, call the agency.';

/** An error in words that a person can act on: a code is for programs. */
export function say(error: unknown): string {
  return sentences[codeOf(error) ?? ''] ?? otherwise;
}

/** Whether an answer, or the error in its place, says that the network no longer takes the token. */
export function isSessionOver(answer: unknown): boolean {
  return codeOf(answer) === 'UNAUTHENTICATED';
}

/** The first code of an answer's errors, or of an error's. */
function codeOf(answer: unknown): string | undefined {
  if (ServerError.is(answer) && answer.statusCode === 401) return 'UNAUTHENTICATED';
  const { errors } = answer as { errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[] };
  const code = errors?.[0]?.extensions?.['code'];
  return typeof code === 'string' ? code : undefined;
}

/** A code of the records as words: `HIGH` is "High", `NOT_STARTED` is "Not started". */
export function plain(code: string | null | undefined): string | undefined {
  const text = code?.replaceAll(/[-_]/g, ' ').toLowerCase();
  return text === undefined ? undefined : text.charAt(0).toUpperCase() + text.slice(1);
}
