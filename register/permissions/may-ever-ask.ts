import type { Requester, Vocabulary } from '@trellis/vocabulary';
import { fits } from './fits.ts';
import type { Grant } from './grant.ts';
import { permissionTable, type Mutation } from './mutation-table.ts';
import { readableOf } from './readable-of.ts';
import { readingTable } from './reading-table.ts';

/**
 * Tells whether a requester could ask for a field of the register about some child: whether a line of the table of mutations, or of reading, is for
 * it, whatever its conditions. A field that neither table guards is not the register's to refuse.
 */
export function mayEverAsk(
  requester: Requester,
  coordinate: string,
  words: Pick<Vocabulary, 'agencies' | 'mandates' | 'supervisorRoles'>,
): boolean {
  const grants = grantsOf(coordinate);
  return grants === undefined || grants.some((grant) => fits(grant, requester, words));
}

function grantsOf(coordinate: string): readonly Grant[] | undefined {
  const mutation = coordinate.replace(/^Mutation\./, '');
  if (mutation !== coordinate && Object.hasOwn(permissionTable, mutation)) return permissionTable[mutation as Mutation];
  const readable = Object.hasOwn(readableOf, coordinate) ? readableOf[coordinate] : undefined;
  return readable && readingTable[readable];
}
