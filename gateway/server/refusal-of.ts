import { TrellisError } from '../errors.ts';
import { trellisErrorIn } from '../format-error.ts';

/** A thrown value as a client sees it: itself where it is a refusal of ours, a table entry where it is the server's, else INTERNAL. */
export function refusalOf(thrown: unknown, bodyBytes: number): TrellisError {
  const known = trellisErrorIn(thrown);
  if (known !== undefined) return known;
  const { code, statusCode } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as {
    code?: unknown;
    statusCode?: unknown;
  };
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new TrellisError('LIMIT_EXCEEDED', { limit: 'bodyBytes', allowed: bodyBytes, status: 413 });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new TrellisError('BAD_REQUEST', { reason: 'CONTENT_TYPE' });
    case 'FST_ERR_BAD_URL':
      return new TrellisError('BAD_REQUEST', { reason: 'NOT_FOUND' });
    default:
  }
  // A request that broke off or lied about its length.
  if (statusCode === 400) return new TrellisError('BAD_REQUEST', { reason: 'JSON' });
  return new TrellisError('INTERNAL', {}, { cause: thrown });
}
