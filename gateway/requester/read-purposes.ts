import { TrellisError } from '../errors.ts';

/** Of more, each would cost a decision for every child of the answer. */
const mostPurposes = 4;
/** Asked for alone: what was opened in an emergency is reviewed by what was asked in it. */
const emergency = 'emergency';

/**
 * The purposes of this request: the header `purpose-of-use`, one of the token's purposes or up to four of them, separated by commas. One
 * that the network does not know is in no token, and so refused like any other.
 */
export function readPurposes(
  header: string | readonly string[] | undefined,
  purposes: readonly string[],
): readonly string[] {
  if (header === undefined || header.length === 0) throw new TrellisError('PURPOSE_REQUIRED');
  const named = [header]
    .flat()
    .join()
    .split(',')
    .map((purpose) => purpose.trim());
  if (named.length > mostPurposes) throw new TrellisError('BAD_REQUEST', { reason: 'PURPOSES_TOO_MANY' });
  if (!named.every((purpose) => purposes.includes(purpose))) throw new TrellisError('PURPOSE_NOT_PERMITTED');
  if (new Set(named).size < named.length) throw new TrellisError('BAD_REQUEST', { reason: 'PURPOSE_REPEATED' });
  if (named.length > 1 && named.includes(emergency))
    throw new TrellisError('BAD_REQUEST', { reason: 'EMERGENCY_ALONE' });
  return named;
}
