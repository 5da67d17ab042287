import type { LaidOut } from '@trellis/catalogue';
import type { Contact } from './errors.ts';

/** The contacts to call at each agency and service: as the operator says, else as the network says. */
export function contactsOf(
  { dutyContacts }: Pick<LaidOut, 'dutyContacts'>,
  given: readonly Contact[],
): readonly Contact[] {
  const others = Object.entries(dutyContacts).filter(([agency]) => !given.some((contact) => contact.agency === agency));
  return [...given, ...others.map(([agency, telephone]) => ({ agency, telephone }))];
}
