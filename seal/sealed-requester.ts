/** The requester, as it travels to an agency that may know who asks. The same shape as the vocabulary's `Requester`. */
export interface SealedRequester {
  readonly agency: string;
  readonly role: string;
  readonly user: string;
  readonly kind: 'worker' | 'officer' | 'family' | 'system';
}

const kinds: readonly string[] = ['worker', 'officer', 'family', 'system'];

export function writeRequester({ agency, role, user, kind }: SealedRequester): string {
  return Buffer.from(JSON.stringify({ agency, role, user, kind })).toString('base64url');
}

/** The requester in a header; undefined for anything that is not exactly one. */
export function readRequester(header: string): SealedRequester | undefined {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
  if (!isRequester(value)) return undefined;
  return { agency: value.agency, role: value.role, user: value.user, kind: value.kind };
}

function isRequester(value: unknown): value is SealedRequester {
  if (typeof value !== 'object' || value === null) return false;
  const { agency, role, user, kind } = value as Record<string, unknown>;
  return (
    [agency, role, user].every((part) => typeof part === 'string' && part.length > 0) &&
    typeof kind === 'string' &&
    kinds.includes(kind)
  );
}
