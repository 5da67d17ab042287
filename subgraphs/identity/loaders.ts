import { manyLoader, oneLoader, type AgencyContext } from '@trellis/subgraph-kit';

export interface ChildRow {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string | null;
}

export interface NumberRow {
  readonly agency: string;
  readonly number: string;
}

export interface ContactRow {
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
}

export type IdentityLoaders = ReturnType<typeof loaders>;

export const loaders = ({ database }: Pick<AgencyContext, 'database'>) => ({
  children: oneLoader<ChildRow>(
    database,
    'select id as key, id, given_name, family_name, birth_date::text from children where id = any($1)',
  ),
  numbers: manyLoader<NumberRow>(
    database,
    'select child as key, agency, number from numbers where child = any($1) order by agency, number',
  ),
  chosenNames: oneLoader<{ readonly name: string }>(
    database,
    'select child as key, name from chosen_names where child = any($1) order by id',
  ),
  contacts: oneLoader<ContactRow>(
    database,
    'select child as key, phone, email, address, city, postal_code from contacts where child = any($1) order by id',
  ),
});
