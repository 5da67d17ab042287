-- One version for each child, and for `network` (what holds for every child) and `rules` (sets being worked on). A writer locks the row
-- FOR UPDATE before it reads, and raises it; a release locks FOR SHARE and compares.
create table version (
  about text primary key,
  version int not null check (version >= 0),
  changed_at timestamptz not null
);
insert into version values ('network', 1, 'epoch'), ('rules', 1, 'epoch');

-- What happened, never changed: each event with the whole record as it stood afterwards, so that any past moment is the last event of each
-- record before it. Erasure empties `body` and `detail` and keeps the rest.
create table event (
  about text not null,
  version int not null,
  ordinal int not null,
  at timestamptz not null,
  act text not null,
  actor jsonb not null,
  kind text not null,
  record text not null,
  agency text,
  state text,
  body jsonb,
  detail jsonb,
  primary key (about, version, ordinal)
);
create index event_of_record on event (record, at);

-- Each record as it stands now: the last event of each, kept in the same transaction. `body` is what a decision may rest on, `detail` what
-- people need besides.
create table record (
  id text primary key,
  about text not null,
  kind text not null,
  agency text,
  state text,
  body jsonb not null,
  detail jsonb not null
);
create index record_about on record (about);
create index record_inbox on record (kind, agency, state) where kind in ('approval', 'emergency');
create index record_assigned on record using gin ((body->'assigned')) where kind = 'involvement';
create index record_holder on record ((body->>'holder')) where kind = 'authority';

-- The text of each rule set; the number never means another text.
create table rule_set_text (
  number int primary key,
  yaml text not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the table % only grows', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create function refuse_all_but_erasure() returns trigger language plpgsql as $$
begin
  if new.body is null and new.detail is null
    and (new.about, new.version, new.ordinal, new.at, new.act, new.actor, new.kind, new.record, new.agency, new.state)
      is not distinct from (old.about, old.version, old.ordinal, old.at, old.act, old.actor, old.kind, old.record, old.agency, old.state)
  then
    return new;
  end if;
  raise exception 'an event can be erased, not changed' using errcode = 'insufficient_privilege';
end $$;

create trigger event_only_grows before delete or truncate on event execute function refuse_change();
create trigger event_erasure before update on event for each row execute function refuse_all_but_erasure();
create trigger rule_set_text_only_grows before update or delete or truncate on rule_set_text execute function refuse_change();

-- The owner gives up what it must not do; the triggers bind whoever owns or administers the database.
revoke update, delete, truncate on event from current_user;
grant update (body, detail) on event to current_user;
revoke update, delete, truncate on rule_set_text from current_user;
revoke delete, truncate on version from current_user;
