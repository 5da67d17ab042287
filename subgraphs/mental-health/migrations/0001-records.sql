create table providers (
  id text primary key,
  source text not null,
  source_id text not null,
  name text not null,
  organization text,
  phone text
);

-- Everywhere below, `child` is null until somebody has linked the record; then it is not answered.
create table services (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  started_on date,
  ended_on date,
  provider text references providers (id)
);
create index services_by_child on services (child);

-- `categories`: what of its kind only this record knows (sensitivity.*).
create table conditions (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  code text,
  system text,
  display text,
  clinical_status text,
  onset_on date,
  abated_on date,
  categories text[] not null
);
create index conditions_by_child on conditions (child);

create table care_plans (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  title text,
  status text,
  "from" date,
  "to" date,
  activities text[] not null,
  categories text[] not null
);
create index care_plans_by_child on care_plans (child);

create table encounters (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  kind text,
  reason text,
  started_at timestamptz,
  ended_at timestamptz,
  categories text[] not null
);
create index encounters_by_child on encounters (child);

create table risk_assessments (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  assessed_on date,
  "of" text not null,
  level text,
  mitigation text
);
create index risk_assessments_by_child on risk_assessments (child);

create table scores (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  instrument text not null,
  scored_on date,
  total integer,
  severity text
);
create index scores_by_child on scores (child);

create table safety_plans (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  updated_on date,
  warning_signs text[] not null,
  coping_steps text[] not null,
  supports text[] not null
);
create index safety_plans_by_child on safety_plans (child);

create table session_notes (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  written_on date,
  text text not null
);
create index session_notes_by_child on session_notes (child);
