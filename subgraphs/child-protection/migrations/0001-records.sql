-- A society's files. `child` is null until somebody has linked the file; then nothing of it is answered.
create table files (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  status text not null check (status in ('OPEN', 'CLOSED')),
  opened_on date,
  closed_on date,
  eligibility_section text,
  eligibility_scale text,
  eligibility_severity text,
  risk_level text,
  legal_status text,
  legal_status_since date,
  last_seen_on date,
  last_seen_by text,
  last_seen_place text,
  custody text,
  custody_holders text[] not null,
  custody_since date
);
create index files_by_child on files (child);

create table referrals (
  id text primary key,
  source text not null,
  source_id text not null,
  file text not null references files (id),
  received_on date,
  concern text,
  outcome text,
  reporter_kind text,
  reporter_name text,
  reporter_phone text
);
create index referrals_by_file on referrals (file);

create table investigations (
  id text primary key,
  source text not null,
  source_id text not null,
  file text not null references files (id),
  opened_on date,
  closed_on date,
  allegation text,
  verification text
);
create index investigations_by_file on investigations (file);

create table risk_assessments (
  id text primary key,
  source text not null,
  source_id text not null,
  file text not null references files (id),
  started_on date,
  completed_on date,
  level text,
  factors text[] not null
);
create index risk_assessments_by_file on risk_assessments (file);

create table safety_alerts (
  id text primary key,
  source text not null,
  source_id text not null,
  file text not null references files (id),
  raised_on date,
  text text not null
);
create index safety_alerts_by_file on safety_alerts (file);

create table hazards (
  id text primary key,
  source text not null,
  source_id text not null,
  file text not null references files (id),
  kind text not null,
  text text not null
);
create index hazards_by_file on hazards (file);

create table placements (
  id text primary key,
  source text not null,
  source_id text not null,
  file text not null references files (id),
  "from" date,
  "to" date,
  setting text not null check (setting in ('FOSTER', 'KIN', 'GROUP')),
  carers text,
  relationship text,
  operator text,
  phone text,
  address text
);
create index placements_by_file on placements (file);

create table plans (
  id text primary key,
  source text not null,
  source_id text not null,
  file text not null references files (id),
  "from" date,
  "to" date,
  review_on date,
  goals text[] not null
);
create index plans_by_file on plans (file);

-- `user` is the `sub` of a worker's tokens.
create table workers (
  id text primary key,
  source text not null,
  source_id text not null,
  "user" text not null unique,
  name text not null,
  phone text,
  email text,
  team text
);

create table assignments (
  id text primary key,
  source text not null,
  source_id text not null,
  file text not null references files (id),
  worker text not null references workers (id),
  "from" date,
  "to" date
);
create index assignments_by_file on assignments (file);
create index assignments_by_worker on assignments (worker);

create table after_hours_lines (
  id text primary key,
  source text not null,
  source_id text not null,
  name text not null,
  phone text not null,
  hours text
);

create table household_members (
  id text primary key,
  source text not null,
  source_id text not null,
  file text not null references files (id),
  name text not null,
  relationship text
);
create index household_members_by_file on household_members (file);

create table caregivers (
  id text primary key,
  source text not null,
  source_id text not null,
  file text not null references files (id),
  name text not null,
  relationship text,
  phone text
);
create index caregivers_by_file on caregivers (file);

create table family_notes (
  id text primary key,
  source text not null,
  source_id text not null,
  file text not null references files (id),
  written_on date,
  text text not null
);
create index family_notes_by_file on family_notes (file);

-- Said once, true both ways.
create table siblings (
  id text primary key,
  source text not null,
  source_id text not null,
  child text not null,
  sibling text not null check (sibling <> child)
);
create index siblings_by_child on siblings (child);
create index siblings_by_sibling on siblings (sibling);
