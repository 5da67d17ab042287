-- What each agency published: a version is never changed, and the next one of the same agency takes its place.
create table version (
  number int primary key check (number > 0),
  agency text not null,
  at timestamptz not null,
  published_by text not null,
  schema text not null,
  words jsonb not null,
  address text,
  key_id text not null,
  rolls_back_to int check (rolls_back_to < number),
  -- The graph that it was composed into, and a hash of all that was composed.
  supergraph text not null,
  inputs text not null
);
create index version_of_agency on version (agency, number desc);

-- The bit of each category, given out once.
create table category_bit (
  code text primary key,
  bit int not null unique check (bit >= 0)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the table % only grows', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger version_only_grows before update or delete or truncate on version execute function refuse_change();
create trigger category_bit_only_grows before update or delete or truncate on category_bit execute function refuse_change();
revoke update, delete, truncate on version from current_user;
revoke update, delete, truncate on category_bit from current_user;
