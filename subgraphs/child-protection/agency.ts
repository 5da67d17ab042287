import { defineAgency, type AgencyContext } from '@trellis/subgraph-kit';
import { caseload } from './caseload.ts';
import { loaders, type ProtectionLoaders } from './loaders.ts';
import { protectionFile, reporter } from './protection-file.ts';
import type { PlacementRow } from './rows.ts';

type Context = AgencyContext<ProtectionLoaders>;
interface Child {
  readonly id: string;
}

/** A children's aid society. */
export const childProtection = defineAgency<ProtectionLoaders>({
  name: 'child-protection',
  migrations: new URL('migrations/', import.meta.url),
  loaders,
  resolvers: {
    Query: { caseload: (_root, _args, context: Context) => caseload(context) },
    Child: {
      protection: ({ id }: Child, _args, context: Context) => context.loaders.file.load(id),
      async inProtection({ id }: Child, _args, context: Context) {
        return (await context.loaders.file.load(id))?.status === 'OPEN';
      },
      async siblings({ id }: Child, _args, context: Context) {
        return (await context.loaders.siblings.load(id)).map(({ sibling }) => ({ id: sibling }));
      },
    },
    ProtectionFile: protectionFile,
    Referral: { reporter },
    Placement: { setting },
  },
});

function setting({ setting: kind, carers, relationship, operator, phone, address }: PlacementRow) {
  switch (kind) {
    case 'FOSTER':
      return { __typename: 'FosterHome', carers, address };
    case 'KIN':
      return { __typename: 'KinHome', relationship, carers, address };
    case 'GROUP':
      return { __typename: 'GroupHome', operator, staffPhone: phone, address };
  }
}
