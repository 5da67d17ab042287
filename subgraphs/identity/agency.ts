import { defineAgency } from '@trellis/subgraph-kit';
import { candidatesByDemographics, childByNumber, childrenByDemographics, childrenByNumbers } from './find-children.ts';
import { loaders, type ChildRow, type IdentityLoaders } from './loaders.ts';
import type { Context } from './parents.ts';
import type { Resolvers } from './resolvers.generated.ts';

const asChild = (id: string | null) => (id === null ? null : { id });
const of =
  <Value>(read: (row: ChildRow) => Value) =>
  async ({ id }: { readonly id: string }, _args: object, context: Context): Promise<Value | null> => {
    const row = await context.loaders.children.load(id);
    return row === null ? null : read(row);
  };

/** The agency that knows who the children are: names, birth dates, and each agency's own numbers. */
export const identity = defineAgency<IdentityLoaders>({
  name: 'identity',
  sdl: new URL('schema.graphql', import.meta.url),
  migrations: new URL('migrations/', import.meta.url),
  loaders,
  resolvers: {
    Query: {
      child: (_root, { id }) => ({ id }),
      children: (_root, { ids }) => ids.map((id) => ({ id })),
      async childByNumber(_root, { number }, { database, requester }) {
        return requester ? asChild(await childByNumber(database, requester.agency, number)) : null;
      },
      async childrenByNumbers(_root, { numbers }, { database, requester }) {
        const found = requester ? await childrenByNumbers(database, requester.agency, numbers) : [];
        return found.map((id) => ({ id }));
      },
      findChildren: (_root, { name, birthDate }, { database }) => childrenByDemographics(database, name, birthDate),
      findCandidates: (_root, { name, birthDate }, { database }) =>
        candidatesByDemographics(database, name, birthDate ?? null),
      // The gateway asks for all of them and chooses among those that may be seen.
      async findChild(_root, { name, birthDate }, { database }) {
        const [one, ...more] = await childrenByDemographics(database, name, birthDate);
        return more.length === 0 ? (one ?? null) : null;
      },
    },
    Child: {
      // A source that names no child leaves its names empty.
      name: of((row) => `${row.givenName} ${row.familyName}`.trim() || null),
      givenName: of((row) => row.givenName || null),
      familyName: of((row) => row.familyName || null),
      async chosenName({ id }, _args, { loaders: { chosenNames } }) {
        return (await chosenNames.load(id))?.name ?? null;
      },
      birthDate: of((row) => row.birthDate),
      birthYear: of((row) => (row.birthDate === null ? null : Number(row.birthDate.slice(0, 4)))),
      async ownNumber({ id }, _args, { loaders: { numbers }, requester }) {
        if (requester === undefined) return null;
        return (await numbers.load(id)).find((row) => row.agency === requester.agency)?.number ?? null;
      },
      contact: ({ id }, _args, context) => context.loaders.contacts.load(id),
    },
  } satisfies Resolvers,
});
