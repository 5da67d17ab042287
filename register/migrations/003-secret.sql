-- What every gateway on this register shares and nobody else knows, so that what one of them puts into the shared cache is believed by the
-- others and cannot be read or made by whoever reaches the cache alone.
create table secret (
  name text primary key,
  value bytea not null check (length(value) = 32)
);
insert into secret values ('facts-cache', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
revoke update, delete, truncate on secret from current_user;
