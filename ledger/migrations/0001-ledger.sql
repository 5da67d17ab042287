-- How many entries there are. Whoever appends holds this row until the end of its transaction: that is the one order over all gateways.
create table head (
  only_row boolean primary key default true check (only_row),
  size bigint not null check (size >= 0)
);
insert into head (size) values (0);

-- What ties an entry to its child. Erasing a child destroys its row here; its entries stay, and are nobody's.
create table salt (
  child text primary key,
  salt bytea not null check (length(salt) = 32),
  child_hash bytea not null unique
);

-- One entry per disclosure. `body` is byte for byte what was hashed (RFC 9162: sha-256 over 0x00 and the body); the other columns repeat parts of it,
-- for finding it.
create table entry (
  index bigint primary key,
  at timestamptz not null,
  disclosure text not null,
  child_hash bytea not null,
  agency text not null,
  requester text not null,
  body text not null,
  leaf bytea not null check (length(leaf) = 32)
);
create index entry_of_child on entry (child_hash, index);
create index entry_of_requester on entry (requester, index);

-- One row per withholding, kept apart: what was asked for and not given.
create table withholding (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  disclosure text not null,
  child_hash bytea not null,
  body text not null
);
create index withholding_of_child on withholding (child_hash, id);

-- The hash of every complete subtree above the leaves, as far as checkpoints have been made: derived, and checked against the entries by verify.
create table node (
  level int not null check (level > 0),
  index bigint not null,
  hash bytea not null check (length(hash) = 32),
  primary key (level, index)
);

-- What was signed: handed to the agencies, each a witness.
create table checkpoint (
  size bigint primary key,
  root bytea not null check (length(root) = 32),
  at timestamptz not null,
  key_id text not null,
  signature bytea not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the table % only grows', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger entry_only_grows before update or delete or truncate on entry execute function refuse_change();
create trigger withholding_only_grows before update or delete or truncate on withholding execute function refuse_change();
create trigger checkpoint_only_grows before update or delete or truncate on checkpoint execute function refuse_change();
create trigger node_only_grows before update or delete or truncate on node execute function refuse_change();
create trigger head_stays before delete or truncate on head execute function refuse_change();

-- The owner gives up what it must not do; the triggers bind whoever owns or administers the database.
revoke update, delete, truncate on entry, withholding, checkpoint, node from current_user;
revoke delete, truncate on head from current_user;
revoke update, truncate on salt from current_user;
