import { dayOf, defineAgency } from '@trellis/subgraph-kit';
import { incident, incidentPerson } from './incident.ts';
import { filterIncidents, listIncidents } from './list-incidents.ts';
import { loaders, type MissingRow, type PoliceLoaders } from './loaders.ts';
import type { Resolvers } from './resolvers.generated.ts';

/** A police service. */
export const police = defineAgency<PoliceLoaders>({
  name: 'police',
  migrations: new URL('migrations/', import.meta.url),
  loaders,
  references: { Incident: ({ id }, context) => context.loaders.incident.load(id) },
  resolvers: {
    Query: {
      incidents: (_root, { where }, { database }) => listIncidents(database, where ?? {}),
    },
    Child: {
      knownToPolice: async ({ id }, _args, context) => (await context.loaders.known.load(id)) !== null,
      async incidents({ id }, { where }, context) {
        return filterIncidents(await context.loaders.incidents.load(id), where ?? {});
      },
      async noContactConditions({ id }, _args, context) {
        const today = dayOf(context.now);
        const all = await context.loaders.noContact.load(id);
        return all.filter(({ from, to }) => (from === null || from <= today) && (to === null || to > today));
      },
      domesticViolenceAttendances: ({ id }, _args, context) => context.loaders.domesticViolence.load(id),
      missing: ({ id }, _args, context) => context.loaders.missing.load(id),
      policeContact: ({ id }, _args, context) => context.loaders.liaison.load(id),
    },
    Incident: incident,
    IncidentPerson: incidentPerson,
    MissingReport: { status: ({ foundAt }: MissingRow) => (foundAt === null ? 'MISSING' : 'FOUND') },
  } satisfies Resolvers,
});
