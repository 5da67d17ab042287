import { defineAgency, type AgencyContext } from '@trellis/subgraph-kit';
import { candidatesByDemographics, childByNumber, childrenByDemographics, childrenByNumbers } from './find-children.ts';
import { loaders, type ChildRow, type IdentityLoaders } from './loaders.ts';

type Context = AgencyContext<IdentityLoaders>;
interface Child {
  readonly id: string;
}
interface Demographics {
  readonly name: string;
  readonly birthDate: string;
}

const asChild = (id: string | null): Child | null => (id === null ? null : { id });
const of =
  <Value>(read: (row: ChildRow) => Value) =>
  async ({ id }: Child, _args: object, context: Context): Promise<Value | null> => {
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
      child: (_root, { id }: Child): Child => ({ id }),
      children: (_root, { ids }: { ids: readonly string[] }): Child[] => ids.map((id) => ({ id })),
      async childByNumber(_root, { number }: { number: string }, { database, requester }: Context) {
        return requester ? asChild(await childByNumber(database, requester.agency, number)) : null;
      },
      async childrenByNumbers(
        _root,
        { numbers }: { numbers: readonly string[] },
        { database, requester }: Context,
      ): Promise<Child[]> {
        const found = requester ? await childrenByNumbers(database, requester.agency, numbers) : [];
        return found.map((id) => ({ id }));
      },
      findChildren: (_root, { name, birthDate }: Demographics, { database }: Context) =>
        childrenByDemographics(database, name, birthDate),
      findCandidates: (
        _root,
        { name, birthDate }: { name: string; birthDate: string | null | undefined },
        { database }: Context,
      ) => candidatesByDemographics(database, name, birthDate ?? null),
      // The gateway asks for all of them and chooses among those that may be seen.
      async findChild(_root, { name, birthDate }: Demographics, { database }: Context) {
        const [one, ...more] = await childrenByDemographics(database, name, birthDate);
        return more.length === 0 ? (one ?? null) : null;
      },
    },
    Child: {
      // A source that names no child leaves its names empty.
      name: of((row) => `${row.givenName} ${row.familyName}`.trim() || null),
      givenName: of((row) => row.givenName || null),
      familyName: of((row) => row.familyName || null),
      async chosenName({ id }: Child, _args, { loaders: { chosenNames } }: Context) {
        return (await chosenNames.load(id))?.name ?? null;
      },
      birthDate: of((row) => row.birthDate),
      birthYear: of((row) => (row.birthDate === null ? null : Number(row.birthDate.slice(0, 4)))),
      async ownNumber({ id }: Child, _args, { loaders: { numbers }, requester }: Context) {
        if (requester === undefined) return null;
        return (await numbers.load(id)).find((row) => row.agency === requester.agency)?.number ?? null;
      },
      contact: ({ id }: Child, _args, context: Context) => context.loaders.contacts.load(id),
    },
  },
});
