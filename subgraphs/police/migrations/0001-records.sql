create table officers (
  id text primary key,
  source text not null,
  source_id text not null,
  name text not null,
  badge text,
  unit text,
  phone text
);

create table incidents (
  id text primary key,
  source text not null,
  source_id text not null,
  number text,
  occurred_at timestamptz,
  reported_on date,
  violation text,
  violation_text text,
  clearance text,
  narrative text,
  officer text references officers (id),
  categories text[] not null
);
create index incidents_by_time on incidents (occurred_at);

-- Everywhere below, `child` is null until somebody has linked the record; then it is not answered.
create table incident_persons (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  incident text not null references incidents (id),
  role text not null check (role in ('VICTIM', 'WITNESS', 'ACCUSED', 'SUBJECT')),
  adult boolean not null,
  relationship text,
  disposition text,
  disposition_on date
);
create index incident_persons_by_incident on incident_persons (incident);
create index incident_persons_by_child on incident_persons (child);

-- An incident is answered only where it is known whose it is: at least one child, and nobody who might be one and is not linked.
create view answerable_incidents as
  select i.*
  from incidents i
  where exists (select from incident_persons p where p.incident = i.id and p.child is not null)
    and not exists (select from incident_persons p where p.incident = i.id and p.child is null and not p.adult);

create table no_contact_conditions (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  binds text,
  text text,
  court text,
  "from" date,
  "to" date
);
create index no_contact_conditions_by_child on no_contact_conditions (child);

create table domestic_violence_attendances (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  attended_on date,
  child_present boolean,
  outcome text
);
create index domestic_violence_attendances_by_child on domestic_violence_attendances (child);

create table missing_reports (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  reported_at timestamptz not null,
  found_at timestamptz,
  last_seen_place text
);
create index missing_reports_by_child on missing_reports (child);

create table liaisons (
  id text primary key,
  source text not null,
  source_id text not null,
  child text,
  officer text not null references officers (id),
  since date
);
create index liaisons_by_child on liaisons (child);
