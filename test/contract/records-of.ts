import type { Authority, Involvement } from '@trellis/decision';

type Of<Body> = Body & { readonly child: string };

/** An authority over a child as tests mostly want it: since 2016, for every domain, joint with nobody. */
export function authorityOver(
  child: string,
  own: Pick<Authority, 'id' | 'holder'> & Partial<Authority>,
): Of<Authority> {
  const usual = { kind: 'custodial-parent', domains: null, jointWith: [], from: '2016-01-01', to: null };
  return { child, ...usual, suspended: false, ...own };
}

/** An agency's work with a child that has begun and not ended. */
export function involvementWith(
  child: string,
  own: Pick<Involvement, 'id' | 'agency' | 'kind'> & Partial<Involvement>,
): Of<Involvement> {
  return { child, assigned: [], evidence: 'file', from: 0, to: null, ...own };
}
