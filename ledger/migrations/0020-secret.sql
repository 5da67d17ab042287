-- What makes an entry's id say nothing of its place in the tree, of how many entries there are, or of what is in it.
create table secret (
  name text primary key,
  value bytea not null check (length(value) = 32)
);
insert into secret values ('entry-id', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
create trigger secret_stays before update or delete or truncate on secret for each statement execute function refuse_change();
revoke update, delete, truncate on secret from current_user;
