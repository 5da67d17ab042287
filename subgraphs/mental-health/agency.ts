import { dayOf, defineAgency, type AgencyContext } from '@trellis/subgraph-kit';
import { loaders, type MentalHealthLoaders, type RecordRow, type ServiceRow } from './loaders.ts';

type Context = AgencyContext<MentalHealthLoaders>;
interface Child {
  readonly id: string;
}

const inService = (service: ServiceRow, now: number): boolean =>
  (service.startedOn === null || service.startedOn <= dayOf(now)) &&
  (service.endedOn === null || service.endedOn > dayOf(now));

type ListLoader = 'conditions' | 'carePlans' | 'encounters' | 'riskAssessments' | 'safetyPlan' | 'sessionNotes';
const load =
  (name: ListLoader) =>
  ({ child }: ServiceRow, _args: object, context: Context): unknown =>
    context.loaders[name].load(child);

/** Whose a record is, and what only it knows. */
const record = {
  child: ({ child }: RecordRow): Child => ({ id: child }),
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
      mentalHealth: ({ id }: Child, _args, context: Context) => context.loaders.service.load(id),
      async inMentalHealthService({ id }: Child, _args, context: Context) {
        const service = await context.loaders.service.load(id);
        return service !== null && inService(service, context.now);
      },
    },
    MentalHealthRecord: {
      inService: (service: ServiceRow, _args, { now }: Context) => inService(service, now),
      serviceSince: ({ startedOn }: ServiceRow) => startedOn,
      provider: ({ name, organization, phone }: ServiceRow) => (name === null ? null : { name, organization, phone }),
      conditions: load('conditions'),
      carePlans: load('carePlans'),
      encounters: load('encounters'),
      riskAssessments: load('riskAssessments'),
      async scores({ child }: ServiceRow, { instrument }: { instrument?: string | null }, context: Context) {
        const scores = await context.loaders.scores.load(child);
        return instrument ? scores.filter((score) => score.instrument === instrument) : scores;
      },
      safetyPlan: load('safetyPlan'),
      sessionNotes: load('sessionNotes'),
    },
    Condition: record,
    CarePlan: record,
    Encounter: record,
  },
});
