import { words } from '../shared/code-words.ts';
import { isolated } from '../shared/isolated.ts';

/** Somebody who holds an authority, by what they are to the child and the name they sign in by: "custodial parent (user mother-7)". */
export function holderIs({ holder, kind }: { readonly holder: string; readonly kind: string }): string {
  return `${words(kind)} (user ${isolated(holder)})`;
}
