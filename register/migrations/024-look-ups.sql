-- That an officer looked up what register and ledger hold about a child: who, when, under which heading. Never what was found.
create table look_up (
  place bigint generated always as identity primary key,
  id uuid not null unique default gen_random_uuid(),
  at timestamptz not null,
  about text not null,
  agency text not null,
  role text not null,
  "user" text not null,
  purpose text not null,
  heading text not null
);
create index look_up_about on look_up (about, place);
create index look_up_by on look_up (agency, "user", place);
revoke update, delete, truncate on look_up from current_user;
