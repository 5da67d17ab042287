-- Who the children are. Days are dates; an unknown or disputed birth date is null.
create table children (
  id text primary key,
  source text not null,
  source_id text not null,
  given_name text not null,
  family_name text not null,
  birth_date date
);
create index children_by_name on children (birth_date, lower(given_name || ' ' || family_name));

-- Each agency's own number for a child: one child per number.
create table numbers (
  id text primary key,
  source text not null,
  source_id text not null,
  child text not null references children (id),
  agency text not null,
  number text not null,
  unique (agency, number)
);
create index numbers_by_child on numbers (child, agency);

create table contacts (
  id text primary key,
  source text not null,
  source_id text not null,
  child text not null references children (id),
  phone text,
  email text,
  address text,
  city text,
  postal_code text
);
create index contacts_by_child on contacts (child);
