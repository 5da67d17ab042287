import { dayOf, type AgencyContext } from '@trellis/subgraph-kit';
import { incidentCategories, type PersonRow } from './incident-categories.ts';
import type { IncidentRow, PoliceLoaders } from './loaders.ts';

type Context = AgencyContext<PoliceLoaders>;

const inPart =
  (...roles: readonly PersonRow['role'][]) =>
  async ({ id }: IncidentRow, _args: object, { loaders }: Context): Promise<PersonRow[]> =>
    (await loaders.persons.load(id)).filter(({ role }) => roles.includes(role));

/** The fields of an incident that are not its own columns. */
export const incident = {
  async involved({ id }: IncidentRow, _args: object, { loaders }: Context): Promise<{ id: string }[]> {
    const persons = await loaders.persons.load(id);
    return [...new Set(persons.map(({ child }) => child))].map((child) => ({ id: child }));
  },
  async recordCategories({ id, categories }: IncidentRow, _args: object, { loaders, now }: Context) {
    return incidentCategories(categories, await loaders.persons.load(id), dayOf(now));
  },
  victims: inPart('VICTIM'),
  witnesses: inPart('WITNESS'),
  accused: inPart('ACCUSED', 'SUBJECT'),
  officer: ({ officer }: IncidentRow, _args: object, { loaders }: Context) =>
    officer === null ? null : loaders.officer.load(officer),
};

export const incidentPerson = { child: ({ child }: PersonRow) => ({ id: child }) };
