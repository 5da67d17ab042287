import type { Contact } from '@trellis/gateway';
import { network } from '@trellis/vocabulary';

/** The contacts to call at each agency at any hour, as the network's folder says. */
export const dutyContacts: readonly Contact[] = Object.entries(network.dutyContacts).map(([agency, telephone]) => ({
  agency,
  telephone,
}));
