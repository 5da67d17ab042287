import { dayOf } from '@trellis/subgraph-kit';
import { incidentCategories, type PersonRow } from './incident-categories.ts';
import type { IncidentRow } from './loaders.ts';
import type { Context } from './parents.ts';
import type { IncidentPersonResolvers, IncidentResolvers } from './resolvers.generated.ts';

const inPart =
  (...roles: readonly PersonRow['role'][]) =>
  async ({ id }: IncidentRow, _args: object, { loaders }: Context): Promise<PersonRow[]> =>
    (await loaders.persons.load(id)).filter(({ role }) => roles.includes(role));

/** The fields of an incident that are not its own columns. */
export const incident = {
  async involved({ id }, _args, { loaders }) {
    const persons = await loaders.persons.load(id);
    return [...new Set(persons.map(({ child }) => child))].map((child) => ({ id: child }));
  },
  async recordCategories({ id, categories }, _args, { loaders, now }) {
    return incidentCategories(categories, await loaders.persons.load(id), dayOf(now));
  },
  victims: inPart('VICTIM'),
  witnesses: inPart('WITNESS'),
  accused: inPart('ACCUSED', 'SUBJECT'),
  officer: ({ officer }, _args, { loaders }) => (officer === null ? null : loaders.officer.load(officer)),
} satisfies IncidentResolvers;

export const incidentPerson = {
  child: ({ child }) => ({ id: child }),
} satisfies IncidentPersonResolvers;
