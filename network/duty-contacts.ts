import type { Contact } from '@trellis/gateway';
import { agencyNames } from './ports.ts';

/** Whom to call at the synthetic agencies at any hour: numbers kept for fiction. */
export const dutyContacts: readonly Contact[] = agencyNames.map((agency, at) => ({
  agency,
  telephone: `705-555-011${String(at)}`,
}));
