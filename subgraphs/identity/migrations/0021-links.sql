-- A number is its issuer's: two hospitals each have a patient 1. The empty issuer is an agency's only one.
alter table numbers add column issuer text not null default '';
-- A person said whose it is: then a source that differs is no doubt.
alter table numbers add column settled boolean not null default false;
alter table numbers drop constraint numbers_agency_number_key;
alter table numbers add constraint numbers_agency_issuer_number_key unique (agency, issuer, number);
create index numbers_by_number on numbers (agency, number);

-- What a person must settle: whose a number is, or which of two sources is right. It lasts until somebody did, whose name stays with it.
create table doubts (
  id text primary key,
  agency text not null,
  issuer text not null,
  number text not null,
  kind text not null check (kind in ('WHO', 'DIFFERENCE')),
  reason text not null,
  given_name text not null,
  family_name text not null,
  birth_date date,
  candidates text[] not null,
  load text,
  raised_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  decision text,
  child text
);
create index doubts_open on doubts (agency, raised_at) where settled_at is null;
