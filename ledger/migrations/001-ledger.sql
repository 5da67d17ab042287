-- Two logs, kept apart: what was disclosed, and what was asked for and withheld. Each is one Merkle tree (RFC 9162).
create table entry (
  log text not null check (log in ('disclosure', 'withholding')),
  index bigint not null check (index >= 0),
  at timestamptz not null,
  agency text not null,
  requester text not null,
  -- the child's salted hash: without its salt it leads to nobody
  child bytea not null,
  leaf bytea not null,
  -- the very bytes that were hashed
  body text not null,
  primary key (log, index)
);
create index entry_child on entry (child, log, index);
create index entry_requester on entry (agency, requester, log, index);

-- The right edge of each tree: what the next leaf joins. Its lock is the one order over all gateways.
create table head (
  log text primary key,
  size bigint not null,
  peaks bytea not null,
  erasures int not null default 0
);
insert into head (log, size, peaks) values ('disclosure', 0, ''), ('withholding', 0, '');

-- The hash of each full subtree of 256, 65536, … leaves, so that a proof reads hundreds of hashes and not all of them.
create table subtree (
  log text not null,
  level int not null,
  index bigint not null,
  hash bytea not null,
  primary key (log, level, index)
);

-- Erasing a child destroys its row here; its entries stay, and the trees still verify.
create table salt (
  child text primary key,
  salt bytea not null,
  hash bytea not null unique
);

create table checkpoint (
  log text not null,
  size bigint not null,
  root bytea not null,
  at timestamptz not null default clock_timestamp(),
  note text not null,
  primary key (log, size, note)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the table % only grows', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger entry_only_grows before update or delete or truncate on entry execute function refuse_change();
create trigger subtree_only_grows before update or delete or truncate on subtree execute function refuse_change();
create trigger checkpoint_only_grows before update or delete or truncate on checkpoint execute function refuse_change();

-- The owner gives up what it must not do; the triggers bind whoever owns or administers the database.
revoke update, delete, truncate on entry, subtree, checkpoint from current_user;
revoke delete, truncate on head from current_user;
revoke update, truncate on salt from current_user;
