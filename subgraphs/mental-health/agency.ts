import { dayOf, defineAgency } from '@trellis/subgraph-kit';
import { loaders, type MentalHealthLoaders, type RecordRow, type ServiceRow } from './loaders.ts';
import type { Resolvers } from './resolvers.generated.ts';

const inService = (service: ServiceRow, now: number): boolean =>
  (service.startedOn === null || service.startedOn <= dayOf(now)) &&
  (service.endedOn === null || service.endedOn > dayOf(now));

/** Whose a record is, and what only it knows. */
const record = {
  child: ({ child }: RecordRow) => ({ id: child }),
  recordCategories: ({ categories }: RecordRow) => categories,
};

/** A mental-health provider. */
export const mentalHealth = defineAgency<MentalHealthLoaders>({
  name: 'mental-health',
  migrations: new URL('migrations/', import.meta.url),
  loaders,
  references: {
    Condition: ({ id }, context) => context.loaders.condition.load(id),
    CarePlan: ({ id }, context) => context.loaders.carePlan.load(id),
    Encounter: ({ id }, context) => context.loaders.encounter.load(id),
  },
  resolvers: {
    Child: {
      mentalHealth: ({ id }, _args, context) => context.loaders.service.load(id),
      async inMentalHealthService({ id }, _args, context) {
        const service = await context.loaders.service.load(id);
        return service !== null && inService(service, context.now);
      },
    },
    MentalHealthRecord: {
      inService: (service: ServiceRow, _args, { now }) => inService(service, now),
      serviceSince: ({ startedOn }: ServiceRow) => startedOn,
      provider: ({ name, organization, phone }: ServiceRow) => (name === null ? null : { name, organization, phone }),
      conditions: ({ child }, _args, { loaders: { conditions } }) => conditions.load(child),
      carePlans: ({ child }, _args, { loaders: { carePlans } }) => carePlans.load(child),
      encounters: ({ child }, _args, { loaders: { encounters } }) => encounters.load(child),
      riskAssessments: ({ child }, _args, { loaders: { riskAssessments } }) => riskAssessments.load(child),
      async scores({ child }: ServiceRow, { instrument }, context) {
        const scores = await context.loaders.scores.load(child);
        return instrument ? scores.filter((score) => score.instrument === instrument) : scores;
      },
      safetyPlan: ({ child }, _args, { loaders: { safetyPlan } }) => safetyPlan.load(child),
      sessionNotes: ({ child }, _args, { loaders: { sessionNotes } }) => sessionNotes.load(child),
    },
    Condition: record,
    CarePlan: record,
    Encounter: record,
  } satisfies Resolvers,
});
