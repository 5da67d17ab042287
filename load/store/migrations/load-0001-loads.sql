-- What loading did in this schema: each load, each row it wrote or took away, and what every loaded row rests on.
create table loads (
  id text primary key,
  agency text not null,
  format text not null,
  source text not null,
  exported_at timestamptz not null,
  ran_by text not null,
  state text not null check (state in ('RUNNING', 'DONE', 'UNDONE')),
  started_at timestamptz not null,
  finished_at timestamptz,
  account jsonb,
  undone_at timestamptz,
  undone_by text
);

-- Before each row was written: what stood there (null: nothing), and what was known of it. `hash` is of the row as it was left (null: taken away).
create table load_changes (
  load text not null,
  n bigint generated always as identity,
  tab text not null,
  id text not null,
  changed boolean not null,
  before jsonb,
  hash text,
  mark jsonb,
  primary key (load, n)
);
create index load_changes_by_row on load_changes (tab, id);

-- Of every loaded row: the source that says it, the time of the export that said it last, and the number by which it names the child.
-- What a source took back stays here as gone, so that an earlier export does not bring it back.
create table load_rows (
  tab text not null,
  id text not null,
  source text not null,
  as_of timestamptz not null,
  load text not null,
  about text,
  gone boolean not null,
  primary key (tab, id)
);
create index load_rows_by_source on load_rows (source, tab, about);

-- What a load had the register do, so that undoing it can have the opposite done.
create table load_acts (
  load text not null,
  n bigint generated always as identity,
  act text not null check (act in ('OPENED', 'CLOSED', 'BORN')),
  child text not null,
  record text,
  kind text,
  evidence text,
  before jsonb,
  primary key (load, n)
);
