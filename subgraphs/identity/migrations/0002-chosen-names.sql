-- The names that children have chosen, apart from their legal names: whoever may read the one may not therefore read the other.
create table chosen_names (
  id text primary key,
  source text not null,
  source_id text not null,
  child text not null references children (id),
  name text not null
);
create index chosen_names_by_child on chosen_names (child);
