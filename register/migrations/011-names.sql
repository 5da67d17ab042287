-- The names that a child can be found by in an emergency: keyed by a secret of this register, so that the table alone tells no name.
create table name_key (
  child text not null,
  key text not null,
  primary key (child, key)
);
create index name_key_key on name_key (key);
insert into secret values ('name-keys', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

-- A notice may be for a role of an agency: whoever is on duty there.
alter table notice add column role text;
