import { dayOf, defineAgency, type AgencyContext } from '@trellis/subgraph-kit';
import { incident, incidentPerson } from './incident.ts';
import { filterIncidents, listIncidents, type IncidentFilter } from './list-incidents.ts';
import { loaders, type MissingRow, type PoliceLoaders } from './loaders.ts';

type Context = AgencyContext<PoliceLoaders>;
interface Child {
  readonly id: string;
}
interface Filtered {
  readonly where?: IncidentFilter | null;
}

/** A police service. */
export const police = defineAgency<PoliceLoaders>({
  name: 'police',
  migrations: new URL('migrations/', import.meta.url),
  loaders,
  references: { Incident: ({ id }, context) => context.loaders.incident.load(id) },
  resolvers: {
    Query: {
      incidents: (_root, { where }: Filtered, { database }: Context) => listIncidents(database, where ?? {}),
    },
    Child: {
      knownToPolice: async ({ id }: Child, _args, context: Context) => (await context.loaders.known.load(id)) !== null,
      async incidents({ id }: Child, { where }: Filtered, context: Context) {
        return filterIncidents(await context.loaders.incidents.load(id), where ?? {});
      },
      async noContactConditions({ id }: Child, _args, context: Context) {
        const today = dayOf(context.now);
        const all = await context.loaders.noContact.load(id);
        return all.filter(({ from, to }) => (from === null || from <= today) && (to === null || to > today));
      },
      domesticViolenceAttendances: ({ id }: Child, _args, context: Context) =>
        context.loaders.domesticViolence.load(id),
      missing: ({ id }: Child, _args, context: Context) => context.loaders.missing.load(id),
      policeContact: ({ id }: Child, _args, context: Context) => context.loaders.liaison.load(id),
    },
    Incident: incident,
    IncidentPerson: incidentPerson,
    MissingReport: { status: ({ foundAt }: MissingRow) => (foundAt === null ? 'MISSING' : 'FOUND') },
  },
});
