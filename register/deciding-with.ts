import type { Authority } from '@trellis/decision';
import type { Recorded } from './records.ts';

/** An authority that decides with these as well, unless a court order said with whom it does. */
export function decidingWith<Body extends Authority>(
  { body, detail }: Pick<Recorded<'authority'>, 'detail'> & { readonly body: Body },
  others: readonly string[],
): Body {
  if (typeof detail['order'] === 'string') return body;
  return { ...body, jointWith: [...new Set([...body.jointWith, ...others])] };
}
