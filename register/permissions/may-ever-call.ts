import type { Requester, Vocabulary } from '@trellis/vocabulary';
import { fits } from './fits.ts';
import { permissionTable, type Mutation } from './mutation-table.ts';

/** Tells whether a requester could call a mutation about some child: whether a line of the table is for it, whatever its conditions. A name that the table does not have is not the register's to refuse. */
export function mayEverCall(
  requester: Requester,
  mutation: string,
  words: Pick<Vocabulary, 'agencies' | 'mandates'>,
): boolean {
  if (!Object.hasOwn(permissionTable, mutation)) return true;
  return permissionTable[mutation as Mutation].some((grant) => fits(grant, requester, words));
}
