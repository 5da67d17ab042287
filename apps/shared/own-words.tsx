import type { ReactNode } from 'react';

/** Somebody's name, or what somebody wrote, in whichever direction it is written: nothing around it changes its order. In a sentence that is text alone, that is `isolated`. */
export function OwnWords({ children }: { readonly children: ReactNode }) {
  return <bdi className="own-words">{children}</bdi>;
}
