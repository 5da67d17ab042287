create table schools (
  id text primary key,
  source text not null,
  source_id text not null,
  name text not null,
  board text,
  phone text
);

-- Everywhere below, `child` is null until somebody has linked the record; then it is not answered.
create table enrolments (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  school text references schools (id),
  grade text,
  entry_on date,
  exit_on date,
  days_in_session integer
);
create index enrolments_by_child on enrolments (child);

create table attendance_events (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  "on" date not null,
  kind text not null,
  reason text
);
create index attendance_events_by_child on attendance_events (child, "on");

create table accommodations (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  programme text,
  description text,
  "from" date,
  "to" date
);
create index accommodations_by_child on accommodations (child);

create table collectors (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  name text not null,
  relationship text,
  allowed boolean not null,
  note text
);
create index collectors_by_child on collectors (child);

create table discipline_incidents (
  id text primary key,
  source text not null,
  source_id text not null,
  occurred_on date,
  behaviour text,
  place text,
  description text,
  categories text[] not null
);

create table discipline_participants (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  incident text not null references discipline_incidents (id),
  role text not null,
  action text,
  adult boolean not null
);
create index discipline_participants_by_incident on discipline_participants (incident);
create index discipline_participants_by_child on discipline_participants (child);

-- An incident is answered only where it is known whose it is: at least one child, and nobody who might be one and is not linked.
create view answerable_incidents as
  select i.*
  from discipline_incidents i
  where exists (select from discipline_participants p where p.incident = i.id and p.child is not null)
    and not exists (select from discipline_participants p where p.incident = i.id and p.child is null and not p.adult);

create table counsellor_notes (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  written_on date,
  text text not null
);
create index counsellor_notes_by_child on counsellor_notes (child);
