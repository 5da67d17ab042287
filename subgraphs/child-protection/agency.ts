import { defineAgency } from '@trellis/subgraph-kit';
import { caseload } from './caseload.ts';
import { loaders, type ProtectionLoaders } from './loaders.ts';
import { protectionFile, reporter } from './protection-file.ts';
import type { PlacementRow } from './rows.ts';
import type { Resolvers } from './resolvers.generated.ts';

/** A children's aid society. */
export const childProtection = defineAgency<ProtectionLoaders>({
  name: 'child-protection',
  migrations: new URL('migrations/', import.meta.url),
  loaders,
  resolvers: {
    Query: { caseload: (_root, _args, context) => caseload(context) },
    Child: {
      protection: ({ id }, _args, context) => context.loaders.file.load(id),
      async inProtection({ id }, _args, context) {
        return (await context.loaders.file.load(id))?.status === 'OPEN';
      },
      async siblings({ id }, _args, context) {
        return (await context.loaders.siblings.load(id)).map(({ sibling }) => ({ id: sibling }));
      },
    },
    ProtectionFile: protectionFile,
    Referral: { reporter },
    Placement: { setting },
  } satisfies Resolvers,
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
