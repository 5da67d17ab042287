import type { z } from 'zod';
import { agencyShape } from './shapes.ts';

/** An agency's own words, as it publishes them: its `agency.yaml`, without what starts it, where it answers, and the mandates that the network gave it. */
export type AgencyWords = Omit<z.input<typeof agencyShape>, 'package' | 'url' | 'mandates'>;

/** Reads an agency's words, or says every fault as `PLACE: MESSAGE`. What is not its own to say is passed over. */
export function readAgencyWords(
  value: unknown,
): { readonly words: AgencyWords } | { readonly faults: readonly string[] } {
  const read = agencyShape.safeParse(value);
  if (!read.success) {
    return { faults: read.error.issues.map(({ path, message }) => `${path.join('.') || 'agency.yaml'}: ${message}`) };
  }
  return { words: wordsOf(read.data) };
}

/** The words of a file that was read, as they are written. */
export function wordsOf(file: z.output<typeof agencyShape>): AgencyWords {
  const { title, dutyContact, roles, roleTitles, involvementKinds, intakeRoles, categories } = file;
  return {
    title,
    dutyContact,
    roles,
    ...(roleTitles !== undefined && { roleTitles }),
    involvementKinds,
    intakeRoles,
    supervisorRoles: supervisorRolesOf(file),
    categories: Object.fromEntries(
      Object.entries(categories).map(([name, { of, labels, sentences }]) => [name, { of, labels, ...sentences }]),
    ),
  };
}

/** The roles that cover a team. A folder that names none means its role `supervisor`, where it has one. */
export function supervisorRolesOf({
  roles,
  supervisorRoles = roles.filter((role) => role === 'supervisor'),
}: Pick<z.output<typeof agencyShape>, 'roles' | 'supervisorRoles'>): string[] {
  return supervisorRoles;
}
